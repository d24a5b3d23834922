import Diagnosis
import TestSupport
import Testing
import Texts
import Wizard

/// The upgrade track as a person sees it.
@Suite struct UpgradeScreenTests {
    private static let screens: [(columns: Int, rows: Int, language: Catalogue)] = [
        (80, 24, .english), (120, 40, .english), (80, 24, .japanese), (120, 40, .japanese),
    ]

    private func expectScreens(_ name: String, _ prepare: (inout Walk) throws -> Void) throws {
        for (columns, rows, language) in Self.screens {
            var walk = Walk(columns: columns, rows: rows)
            walk.speak(language)
            try prepare(&walk)
            let suffix = language.language == "en" ? "" : ".\(language.language)"
            expectGolden(
                walk.screen.snapshot,
                "WizardTests/Snapshots/upgrading.\(name)\(suffix).\(columns)x\(rows).txt"
            )
            #expect(!walk.screen.text.contains("\u{1B}"))
        }
    }

    /// With the keys of a stranger: over Home to the job, and Enter from field to field.
    private func answer(_ walk: inout Walk, package: String = UpgradeSamples.package) throws {
        try walk.open("bmctl-workspace/admin1/admin1.yaml", UpgradeSamples.config)
        walk.press(.function(6), .character("3"))
        walk.type("1.35.0-gke.525")
        walk.press(.enter, .enter)
        walk.type(package)
        walk.press(.enter, .enter, .enter, .enter)
    }

    private func begin(_ walk: inout Walk) throws -> RequestID {
        try answer(&walk)
        walk.press(.enter, .enter)
        return try #require(walk.state.upgrade.running)
    }

    @Test func empty() throws { try expectScreens("empty") { $0.press(.function(6), .character("3")) } }

    @Test func answered() throws { try expectScreens("answered") { try answer(&$0) } }

    @Test func wrongVersion() throws {
        try expectScreens("wrong-version") { walk in
            walk.press(.function(6), .character("3"))
            walk.type("one.35")
            walk.press(.enter)
        }
    }

    /// Enter alone comes to the verdict, and from there to what is missing.
    @Test func f5GoesToWhatIsMissingAndEnterStays() throws {
        var walk = Walk(columns: 80, rows: 24)
        walk.press(.function(6), .character("3"))
        func enterUntilVerdict() {
            for _ in 0..<12 where walk.state.step != .ready { walk.press(.enter) }
            #expect(walk.state.step == .ready)
        }
        enterUntilVerdict()
        walk.press(.enter)
        #expect(walk.state.step == .ready)
        walk.press(.function(5))
        #expect(walk.state.currentField?.id == .upgradeTarget)
        walk.type("one")
        enterUntilVerdict()
        walk.press(.function(5))
        #expect(walk.state.currentField?.id == .upgradeConfig)
        walk.type("a.yaml")
        enterUntilVerdict()
        walk.press(.enter)
        #expect(walk.state.step == .ready)
        walk.press(.function(5))
        #expect(walk.state.currentField?.id == .upgradeTarget)
    }

    @Test func running() throws {
        try expectScreens("running") { walk in
            let request = try begin(&walk)
            let stage = ReadyProgress.Stage.images(package: UpgradeSamples.package, done: 60, of: 212, lost: 1)
            let known = try UpgradeSamples.lines().filter { $0.topic != .images && $0.topic != .mirror }
            walk.send(.readyProgressed(request, ReadyProgress(stage, lines: known)))
        }
    }

    @Test func verdict() throws {
        try expectScreens("verdict") { walk in
            let request = try begin(&walk)
            walk.send(.readyEnded(request, .verdict(try UpgradeSamples.verdict())))
        }
    }

    /// To the last line, which stays the last however often it is pressed.
    @Test func scrolled() throws {
        try expectScreens("scrolled") { walk in
            let request = try begin(&walk)
            walk.send(.readyEnded(request, .verdict(try UpgradeSamples.verdict())))
            for _ in 0..<20 { walk.press(.pageDown) }
            let last = walk.screen
            walk.press(.end, .up, .down)
            #expect(walk.screen == last)
        }
    }

    @Test func refused() throws {
        try expectScreens("refused") { walk in
            let request = try begin(&walk)
            let problem = Phrase("file.notFound", ["path": UpgradeSamples.package])
            walk.send(.readyEnded(request, .refused(problem, fix: nil)))
        }
    }

    /// Every word of every line can be brought to the screen.
    @Test func nothingIsCutOff() throws {
        var walk = Walk(columns: 80, rows: 24)
        let request = try begin(&walk)
        let verdict = try UpgradeSamples.verdict()
        walk.send(.readyEnded(request, .verdict(verdict)))
        var seen = walk.screen.text
        for _ in 0..<200 {
            walk.press(.down)
            seen += "\n" + walk.screen.text
        }
        for line in verdict.lines {
            for phrase in [line.text, line.next].compactMap(\.self) + line.details {
                for word in Catalogue.english(phrase).split(separator: " ") where word.count < 40 {
                    #expect(seen.contains(word), "\(phrase.key): \(word)")
                }
            }
        }
    }

    @Test func keysDoWhatTheySay() throws {
        var walk = Walk(columns: 80, rows: 24)
        let request = try begin(&walk)
        let asked = try #require(walk.state.upgrade.asked)
        #expect(walk.takeEffects().contains(.lookReady(request, asked)))
        walk.press(.escape)
        #expect(walk.takeEffects() == [.cancelReady] && walk.state.upgrade.end == .stopped)
        // An answer that comes late changes nothing.
        walk.send(.readyEnded(request, .verdict(try UpgradeSamples.verdict())))
        #expect(walk.state.upgrade.end == .stopped)
        walk.press(.control("r"))
        let again = try #require(walk.state.upgrade.running)
        walk.send(.readyEnded(again, .verdict(try UpgradeSamples.verdict())))
        walk.press(.function(5))
        #expect(walk.state.step == .pushPackage && walk.state.answers.push.source == UpgradeSamples.package)
        #expect(walk.state.pushRegistry == "172.18.0.20:5000/mirror")
        // Back where it was left, with what was found.
        walk.press(.function(6), .character("3"))
        #expect(walk.state.step == .ready && walk.state.upgrade.verdict != nil)
    }

    @Test func theCommandDoesTheSame() throws {
        var walk = Walk(columns: 120, rows: 40)
        try answer(&walk)
        let question = try #require(walk.state.readyQuestion)
        #expect(
            question.command.description
                == "mirrorctl ready --to 1.35.0-gke.525 --cluster-config bmctl-workspace/admin1/admin1.yaml"
                + " --package \(UpgradeSamples.package)"
        )
        walk.press(.backTab)
        walk.type("/tmp/reports")
        walk.press(.enter)
        walk.type("2w")
        let more = walk.state.readyQuestion?.command.description
        #expect(more?.hasSuffix("--reports /tmp/reports --within 14d") == true, "\(more ?? "")")
    }
}
