import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// What the wizard has done beside the edit: plan, undo, bmctl, the running cluster, files with several names.
@Suite struct WizardJobTests {
    private static let path = "bmctl-workspace/hybrid1/hybrid1.yaml"
    private static let command = ShellCommand([
        "bmctl", "update", "cluster", "-c", "hybrid1", "--kubeconfig", "bmctl-workspace/hybrid1/hybrid1-kubeconfig",
        "--quiet",
    ])

    private func changed(columns: Int = 80, rows: Int = 24, _ language: Catalogue = .english) throws -> Walk {
        var walk = try DiffViewTests.changed(columns: columns, rows: rows, language: language)
        walk.go(to: .write)
        return walk
    }

    func written(columns: Int = 80, rows: Int = 24, _ language: Catalogue = .english) throws -> Walk {
        var walk = try changed(columns: columns, rows: rows, language)
        walk.press(.enter)
        guard case .running(let request) = walk.state.mirrors.writing else { return walk }
        walk.send(
            .written(request, .written(path: Self.path, backup: "\(Self.path).bak-20261123-081500Z-0123456789ab"))
        )
        _ = walk.takeEffects()
        return walk
    }

    private func fields(_ walk: Walk) -> [String] { walk.state.currentStep.fields(walk.state).map(\.id.rawValue) }

    /// Answers the job that is under way.
    private func answer(_ walk: inout Walk, _ outcome: WizardJobOutcome) throws {
        let running = try #require(walk.state.mirrors.jobs.running)
        walk.send(.jobEnded(running.request, outcome))
    }

    private func focus(_ walk: inout Walk, on field: String) throws {
        let index = try #require(fields(walk).firstIndex(of: field))
        while walk.state.focus < index { walk.press(.tab) }
    }

    @Test func aChangeIsKeptAsAPlan() throws {
        var walk = try changed()
        #expect(fields(walk) == ["write", "plan"])
        _ = walk.takeEffects()
        walk.press(.right, .enter)
        let (edit, running) = (
            try #require(walk.state.mirrors.change.request), try #require(walk.state.mirrors.jobs.running)
        )
        #expect(walk.takeEffects() == [.job(running.request, .plan(edit: edit))])
        #expect(walk.screen.text.contains("Asking the mirrors"))
        // One at a time, and an answer to another request is dropped.
        walk.press(.enter)
        #expect(walk.takeEffects() == [])
        walk.send(.jobEnded(running.request + 9, .planned(path: "x")))
        #expect(walk.state.mirrors.jobs.result == nil)
        try answer(&walk, .planned(path: "hybrid1.yaml.plan"))
        #expect(walk.screen.text.contains("The plan is in hybrid1.yaml.plan"))
        #expect(walk.state.mirrors.writing == .idle)
    }

    @Test func bmctlIsRunOnlyAfterItsCommandWasOnTheScreen() throws {
        var walk = try written()
        #expect(fields(walk) == ["leave", "runBmctl", "bmctlKubeconfig", "undo"])
        try focus(&walk, on: "bmctlKubeconfig")
        walk.type("/k")
        walk.press(.backTab, .enter)
        let running = try #require(walk.state.mirrors.jobs.running)
        #expect(running.job == .checkBmctl(path: Self.path, .update, kubeconfig: "/k"))
        try answer(&walk, .bmctlReady(Self.command, warning: nil))
        #expect(walk.screen.text.contains("bmctl update cluster -c hybrid1"))
        _ = walk.takeEffects()
        // No other key starts it, and Escape goes back.
        walk.press(.character("y"), .tab, .character(" "))
        #expect(walk.takeEffects() == [])
        walk.press(.escape, .enter)
        try answer(&walk, .bmctlReady(Self.command, warning: nil))
        _ = walk.takeEffects()
        walk.press(.enter)
        #expect(walk.takeEffects() == [.runBmctl])
    }

    @Test func whyBmctlCannotBeRunIsSaid() throws {
        var walk = try written()
        try focus(&walk, on: "runBmctl")
        walk.press(.enter)
        try answer(&walk, .failed(Phrase("bmctl.noKubeconfig"), fix: nil))
        #expect(walk.state.overlay == nil)
        #expect(walk.screen.text.contains("needs the cluster's own kubeconfig"))
    }

    @Test func anUndoIsShownBeforeItIsDone() throws {
        var walk = try written()
        try focus(&walk, on: "undo")
        walk.press(.enter)
        #expect(walk.state.mirrors.jobs.running?.job == .findUndo(path: Self.path))
        try answer(&walk, .undoFound(try DiffViewTests.preview()))
        #expect(walk.screen.text.contains("Undo: this would become of"))
        _ = walk.takeEffects()
        walk.press(.character("x"))
        #expect(walk.takeEffects() == [] && walk.state.overlay != nil)
        walk.press(.enter)
        #expect(walk.state.mirrors.jobs.running?.job == .undo(path: Self.path, breaksHardLink: false))
        // What is being written is waited for.
        walk.press(.escape)
        #expect(walk.state.mirrors.jobs.running != nil)
        _ = walk.takeEffects()
        try answer(&walk, .undone(path: Self.path, kept: "k"))
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("\(walk.state.mirrors.cluster)")
            return
        }
        #expect(walk.takeEffects().contains(.readClusterConfig(request, path: Self.path)))
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(ClusterSamples.hybrid.utf8)))))
        walk.edit(.unchanged)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://10.9.0.1:5000"])
        #expect(walk.screen.text.contains("as it was before the last write"))
        // A file that stays as it is can be rolled out and taken back, too.
        #expect(fields(walk) == ["leave", "runBmctl", "bmctlKubeconfig", "undo"])
    }

    @Test func aLongUndoIsSeenToItsEnd() throws {
        var walk = try written()
        try focus(&walk, on: "undo")
        walk.press(.enter)
        try answer(&walk, .undoFound(DiffViewTests.long()))
        #expect(walk.screen.text.contains("line 20 now") && !walk.screen.text.contains("line 4000 now"))
        for _ in 0..<200 { walk.press(.pageDown) }
        #expect(walk.screen.text.contains("line 4000 now"))
        walk.press(.pageUp, .up, .down)
        #expect(walk.state.overlay != nil)
    }

    @Test func aFileWithSeveralNamesIsWrittenOnTheOperatorsWord() throws {
        var walk = try changed()
        walk.press(.enter)
        guard case .running(let request) = walk.state.mirrors.writing else { return }
        walk.send(.written(request, .hardLinked(names: 3)))
        #expect(walk.screen.text.contains("3 names"))
        _ = walk.takeEffects()
        walk.press(.tab, .character("y"))
        #expect(walk.takeEffects() == [])
        walk.press(.enter)
        let (again, edit) = (walk.state.lastRequest, try #require(walk.state.mirrors.change.request))
        #expect(walk.takeEffects() == [.write(again, edit: edit, breaksHardLink: true)])
        // The same for an undo.
        walk = try written()
        try focus(&walk, on: "undo")
        walk.press(.enter)
        try answer(&walk, .undoFound(try DiffViewTests.preview()))
        walk.press(.enter)
        try answer(&walk, .hardLinked(names: 2))
        walk.press(.enter)
        #expect(walk.state.mirrors.jobs.running?.job == .undo(path: Self.path, breaksHardLink: true))
    }

    @Test func theRunningClusterIsComparedWith() throws {
        var walk = try DiffViewTests.changed()
        walk.press(.right, .right, .right)
        #expect(walk.state.mirrors.diffView.tab == .live)
        // Nothing to read from yet: Enter goes to the path; letters typed there are no keys of the view.
        walk.press(.enter)
        walk.type("z/n")
        #expect(walk.state.mirrors.jobs.kubeconfig == "z/n" && walk.state.mirrors.diffView.typing == nil)
        _ = walk.takeEffects()
        walk.press(.enter)
        let edit = try #require(walk.state.mirrors.change.request)
        let wanted = WizardJob.compareLive(edit: edit, .kubectl(kubeconfig: "z/n"))
        #expect(walk.state.mirrors.jobs.running?.job == wanted)
        walk.press(.escape)
        #expect(walk.takeEffects().contains(.cancelJob))
        #expect(walk.state.mirrors.jobs.running == nil)
        walk.press(.down)
        walk.type("saved.yaml")
        walk.press(.enter)
        #expect(walk.state.mirrors.jobs.running?.job == .compareLive(edit: edit, .saved(path: "saved.yaml")))
        try answer(&walk, .failed(Phrase("live.nothing"), fix: Phrase("live.fix.command")))
        #expect(walk.screen.text.contains("no Cluster is in what kubectl printed"))
        // The same once more is the button's Space; Enter goes on.
        walk.press(.up, .up, .character(" "))
        try answer(&walk, .compared(LiveView(change: try DiffViewTests.preview(), isSame: false)))
        #expect(walk.screen.text.contains("10.9.0.2:5000"))
        // The keys of the view work again.
        walk.press(.character("/"))
        #expect(walk.state.mirrors.diffView.typing == "")
        walk.press(.escape)
        walk.press(.character(" "))
        try answer(&walk, .compared(LiveView(change: try DiffViewTests.preview(), isSame: true)))
        #expect(walk.screen.text.contains("The cluster runs with these mirrors"))
    }

    /// However much there is to know, what can be done stays on the screen.
    @Test func theButtonStaysInViewWhateverThereIsToKnow() throws {
        for count in [1, 4, 8, 40] {
            for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
                var walk = try DiffViewTests.opened(columns: columns, rows: rows)
                var preview = try DiffViewTests.preview()
                preview.concerns = (0..<count).map {
                    EditConcern(.warning, "path.missing", ["paths": "key\($0)Path: /keys/\($0).json"])
                }
                walk.edit(.change(preview))
                walk.go(to: .write)
                let screen = walk.screen.text
                #expect(screen.contains("[ write the file ]"), "\(count) \(columns)x\(rows):\n\(screen)")
                #expect(screen.contains("/keys/0.json"))
                if count == 40 { #expect(screen.contains("more; the Effects tab")) }
            }
        }
    }

    @Test func everyScreenInBothLanguages() throws {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for language in Catalogue.all {
                let end = (language.language == "en" ? "" : "\(language.language).") + "\(columns)x\(rows).txt"
                func expect(_ name: String, _ walk: Walk) {
                    expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/\(name).\(end)")
                }
                var walk = try changed(columns: columns, rows: rows, language)
                walk.press(.right, .enter)
                try answer(&walk, .planned(path: "\(Self.path).plan"))
                expect("job.planned", walk)
                walk = try written(columns: columns, rows: rows, language)
                try focus(&walk, on: "runBmctl")
                expect("job.written", walk)
                walk.press(.enter)
                try answer(
                    &walk,
                    .bmctlReady(Self.command, warning: Phrase("bmctl.elsewhere", ["name": "c", "path": "f"]))
                )
                expect("job.bmctl", walk)
                walk.press(.escape)
                try focus(&walk, on: "undo")
                walk.press(.enter)
                try answer(&walk, .undoFound(try DiffViewTests.preview()))
                expect("job.undo", walk)
                walk = try changed(columns: columns, rows: rows, language)
                walk.press(.enter)
                walk.send(.written(walk.state.lastRequest, .hardLinked(names: 2)))
                expect("job.hardlink", walk)
                walk = try DiffViewTests.changed(columns: columns, rows: rows, language: language)
                walk.press(.right, .right, .right)
                expect("job.live", walk)
                walk.press(.enter)
                walk.type("/k")
                walk.press(.enter)
                try answer(&walk, .compared(LiveView(change: try DiffViewTests.preview(), isSame: false)))
                expect("job.compared", walk)
            }
        }
    }
}
