import MirrorCore
import TestSupport
import Testing
import Texts
import Wizard

/// Home: where a session begins when nothing is named, and what it leads to.
@Suite struct HomeTests {
    private static let found = FoundClusterFiles(
        files: [
            FoundClusterFile(
                path: "bmctl-workspace/admin1/admin1.yaml",
                type: "admin",
                version: "1.33.200-gke.70",
                mirrors: 1
            ),
            FoundClusterFile(
                path: "bmctl-workspace/user1/user1.yaml",
                type: "standalone",
                version: "1.34.0-gke.566",
                mirrors: 0
            ),
        ],
        isCut: true
    )

    /// The edge's answer to the search that is under way.
    private func find(_ walk: inout Walk, _ found: FoundClusterFiles = found) throws {
        let request = try #require(walk.state.home.request)
        #expect(walk.takeEffects().contains(.findClusterFiles(request)))
        walk.send(.clusterFilesFound(request, found))
    }

    private func read(_ walk: inout Walk, _ text: String) throws {
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("nothing is read")
            return
        }
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(text.utf8)))))
    }

    @Test func screens() throws {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for catalogue in Catalogue.all {
                var walk = Walk(columns: columns, rows: rows, atHome: true)
                walk.speak(catalogue)
                func expect(_ name: String) {
                    let language = catalogue.language == "en" ? "" : ".\(catalogue.language)"
                    let file = "home.\(name)\(language).\(columns)x\(rows).txt"
                    expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/\(file)")
                }
                expect("looking")
                try find(&walk)
                walk.press(.down, .down, .down, .down, .down)
                expect("found")
            }
        }
    }

    @Test func whatWasLeftUnfinishedStandsThereWithItsTime() throws {
        var earlier = WizardState(size: Size(columns: 80, rows: 24))
        earlier.answers.clusterConfigPath = "admin1.yaml"
        earlier.answers.mirrors = [MirrorDraft(endpoint: "https://h:5000")]
        earlier.draftFile = "admin1.yaml"
        earlier.step = .mirrors
        var draft = try #require(earlier.draft)
        draft.savedAt = "2026-11-30 14:02"
        let saved = earlier.answers
        var state = WizardState(size: Size(columns: 80, rows: 24))
        state.home.unfinished = [draft]
        _ = start(&state, atHome: true)
        let screen = view(state, .english)
        expectGolden(screen.snapshot, "WizardTests/Snapshots/home.unfinished.80x24.txt")
        // Nothing is asked before anything else, and nothing is lost by looking elsewhere.
        #expect(state.overlay == nil)
        for _ in 0..<8 { _ = reduce(&state, .key(.down)) }
        _ = reduce(&state, .key(.enter))
        #expect(state.answers == saved && state.step == .mirrors && state.home.unfinished.isEmpty)
    }

    @Test func eachJobHasADigitAndALine() {
        let begun: [StepID] = [.cluster, .nodes, .upgrade, .pushPackage]
        for (index, step) in begun.enumerated() {
            var walk = Walk(atHome: true)
            walk.press(.character(Character("\(index + 1)")))
            #expect(walk.state.step == step)
            walk.press(.function(6))
            #expect(walk.state.step == .home)
            for _ in 0..<index { walk.press(.down) }
            walk.press(.enter)
            #expect(walk.state.step == step)
        }
    }

    @Test func homeIsOneKeyAwayFromEverywhere() {
        for step in Steps.all {
            var walk = Walk()
            walk.go(to: step.id)
            walk.press(.function(6))
            #expect(walk.state.step == .home, "\(step.id)")
        }
    }

    @Test func aJobGoesOnWhereItWasLeft() throws {
        var walk = Walk()
        walk.go(to: .pull)
        walk.press(.function(6), .character("2"))
        #expect(walk.state.step == .pull)
    }

    @Test func aFileThatIsChosenIsTheFileOfTheSession() throws {
        var walk = Walk(atHome: true)
        try find(&walk)
        walk.press(.tab, .enter)
        #expect(walk.state.answers.clusterConfigPath == "bmctl-workspace/admin1/admin1.yaml")
        try read(&walk, "registryMirrors:\n- endpoint: https://a:1\n---\n" + Samples.admin)
        #expect(walk.state.step == .mirrors && walk.state.answers.mirrors.count == 1)
        // One without mirrors begins with the first mirror's form.
        walk.press(.function(6))
        try find(&walk)
        walk.press(.down, .down, .down, .down, .down, .enter)
        try read(&walk, Samples.user)
        #expect(walk.state.step == .mirror && walk.state.answers.mirrors.isEmpty)
        // Home and the mirrors' job lead back to it.
        walk.press(.function(6), .character("1"))
        #expect(walk.state.step == .mirror)
    }

    /// What was typed for one cluster is not written into another's file, and comes back.
    @Test func typedMirrorsStayWithTheirFile() throws {
        var walk = Walk(atHome: true)
        try find(&walk)
        walk.press(.tab, .enter)
        try read(&walk, Samples.admin)
        walk.type("https://typed:1")
        walk.press(.function(6))
        try find(&walk)
        // The same file: nothing is lost.
        walk.press(.tab, .enter)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://typed:1"] && walk.state.step == .mirrors)
        let typed = walk.state.answers
        walk.press(.function(6), .tab, .down, .enter)
        let kept = walk.takeEffects().compactMap { if case .keepDraft(let draft) = $0 { draft } else { nil } }
        #expect(kept.map(\.answers) == [typed] && kept.first?.file == typed.clusterConfigPath)
        try read(&walk, Samples.user)
        #expect(walk.state.answers.mirrors.isEmpty && !walk.state.isChanged)
        walk.press(.control("z"))
        #expect(walk.state.answers.clusterConfigPath == "bmctl-workspace/admin1/admin1.yaml")
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://typed:1"] && walk.state.isChanged)
    }

    /// The answer to an older search, or rows that come above the one in focus, move nothing.
    @Test func theLineInFocusStays() throws {
        var walk = Walk(atHome: true)
        try find(&walk)
        walk.press(.down, .down, .down, .down, .down)
        walk.press(.control("r"))
        let more = [FoundClusterFile(path: "a.yaml", type: "user", version: "", mirrors: 3)] + Self.found.files
        try find(&walk, FoundClusterFiles(files: more, isCut: false))
        #expect(walk.state.focus == 6)
        walk.send(.clusterFilesFound(0, FoundClusterFiles(files: [], isCut: false)))
        #expect(walk.state.home.found?.files.count == 3)
    }
}
