import MirrorCore
import TestSupport
import Testing
import Texts
import Wizard

/// The push track as a person sees it, with 212 images.
@Suite struct PushScreenTests {
    private static let screens: [(columns: Int, rows: Int, language: Catalogue)] = [
        (80, 24, .english), (120, 40, .english), (80, 24, .japanese), (120, 40, .japanese),
    ]

    private func expectScreens(_ name: String, _ prepare: (inout Walk) throws -> Void) throws {
        for (columns, rows, language) in Self.screens {
            var walk = Walk(columns: columns, rows: rows)
            walk.speak(language)
            try prepare(&walk)
            let suffix = language.language == "en" ? "" : ".\(language.language)"
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/pushing.\(name)\(suffix).\(columns)x\(rows).txt")
            #expect(!walk.screen.text.contains("\u{1B}"))
        }
    }

    private func begin(_ walk: inout Walk) throws -> RequestID {
        walk.preparePush()
        walk.press(.enter)
        return try #require(walk.state.push.running?.request)
    }

    @Test func package() throws {
        try expectScreens("package") { walk in
            walk.choosePackage()
            walk.listPackage()
        }
    }

    @Test func target() throws {
        try expectScreens("target") { walk in
            walk.choosePackage()
            walk.listPackage()
            walk.go(to: .pushTarget)
            walk.type("https://172.18.0.20:5000/v2/mirror")
        }
    }

    @Test func look() throws {
        try expectScreens("look") { walk in
            walk.preparePush()
            walk.go(to: .pushLook)
            walk.press(.enter)
            let request = try #require(walk.state.push.running?.request)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 60, failing: false)))
            walk.send(.pushEnded(request, PushEnd(.incomplete)))
        }
    }

    @Test func beforeThePush() throws { try expectScreens("ready") { $0.preparePush() } }

    @Test func running() throws {
        try expectScreens("running") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 60)))
            walk.press(.down)
        }
    }

    /// A package that is read once: what is met is sent, and the rest is an estimate.
    @Test func readOnce() throws {
        try expectScreens("reading") { walk in
            let request = try begin(&walk)
            var progress = PushSamples.progress(done: 2, failing: false)
            progress.images.removeLast(206)
            progress.total = progress.images.reduce(0) { $0 + $1.total }
            (progress.isTotalKnown, progress.packagePercent) = (false, 4)
            let all = PushSamples.list.bytes
            progress.percent = progress.settled * 100 / all
            progress.secondsLeft = (all - progress.settled) / (94 << 20)
            (progress.trouble, progress.retries) = (nil, 0)
            walk.send(.pushProgressed(request, progress))
        }
    }

    /// The error in place, and the keys of the list.
    @Test func theRowThatFailedSaysWhy() throws {
        try expectScreens("failed") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 60)))
            walk.press(.end)
        }
    }

    @Test func all() throws {
        try expectScreens("all") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 60)))
            walk.press(.left, .pageDown, .pageDown, .down)
        }
    }

    @Test func question() throws {
        try expectScreens("question") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 60)))
            walk.send(.interrupted)
        }
    }

    @Test func ended() throws {
        try expectScreens("ended") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 212)))
            walk.send(
                .pushEnded(
                    request,
                    PushEnd(.incomplete, findings: [PushSamples.refused], journal: "/j", milliseconds: 61_000)
                )
            )
        }
    }

    @Test func complete() throws {
        try expectScreens("complete") { walk in
            let request = try begin(&walk)
            walk.send(.pushProgressed(request, PushSamples.progress(done: 212, failing: false)))
            walk.send(.pushEnded(request, PushEnd(.complete, journal: "/j", milliseconds: 61_000)))
        }
    }

    @Test func refused() throws {
        try expectScreens("refused") { walk in
            let request = try begin(&walk)
            walk.send(.pushEnded(request, PushEnd(.refused(Phrase("push.busy", ["target": "h:5000"]), fix: nil))))
        }
    }
}
