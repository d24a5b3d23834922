import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// The view of a change: tabs, rows, folding, parts, search.
@Suite struct DiffViewTests {
    /// A session that began with this file, its mirror changed to another address without quay.io.
    static func opened(
        columns: Int = 80,
        rows: Int = 24,
        language: Catalogue = .english,
        at step: StepID = .review
    ) throws -> Walk {
        var answers = Answers()
        answers.clusterConfigPath = "bmctl-workspace/hybrid1/hybrid1.yaml"
        var walk = Walk(columns: columns, rows: rows, answers: answers)
        walk.speak(language)
        guard case .reading(let request) = walk.state.mirrors.cluster else { return walk }
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(ClusterSamples.hybrid.utf8)))))
        walk.edit(.unchanged)
        walk.go(to: step)
        return walk
    }

    static func changed(columns: Int = 80, rows: Int = 24, language: Catalogue = .english) throws -> Walk {
        var walk = try opened(columns: columns, rows: rows, language: language)
        walk.edit(.change(try preview()))
        return walk
    }

    static func preview() throws -> ChangePreview {
        let config = try ClusterConfig(yaml: Array(ClusterSamples.hybrid.utf8))
        let new = MirrorDraft(endpoint: "https://10.9.0.2:5000", mirrorNamespace: "ns", hosts: ["docker.io"])
        let mirrors = try #require(validate([new], for: .header).mirrors)
        let after = try ClusterConfigEditor.edit(Array(ClusterSamples.hybrid.utf8), place: .header, mirrors: mirrors)
        return ChangePreview(
            FileChange(
                path: "bmctl-workspace/hybrid1/hybrid1.yaml",
                before: Array(ClusterSamples.hybrid.utf8),
                after: after
            ),
            concerns: IntendedEdit(config: config, place: .header, operation: .update, mirrors: mirrors).concerns,
            consequence: ChangeConsequence(
                groups: config.nodeGroups,
                from: config.registryMirrors(at: .header),
                to: [new],
                at: .header
            )
        )
    }

    /// A thousand lines and more, in hunks of five.
    static func long() -> ChangePreview {
        let old = (1...4000).map { "line \($0)" }
        let new = old.map { Int($0.dropFirst(5)).map { $0 % 20 == 0 } == true ? $0 + " now" : $0 }
        func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
        return ChangePreview(
            FileChange(path: "a.yaml", before: bytes(old), after: bytes(new)),
            concerns: [],
            consequence: ChangeConsequence(groups: [], from: [], to: [], at: .header)
        )
    }

    @Test func openingAFileBeginsWithItsMirrors() throws {
        var walk = try Self.opened(at: .mirrors)
        #expect(walk.state.step == .mirrors)
        #expect(walk.screen.text.contains("https://10.9.0.1:5000"))
        walk.go(to: .review)
        #expect(walk.screen.text.contains("Nothing would change"))
        // On to the end, and not back to where one came from.
        walk.press(.enter)
        #expect(walk.state.step == .write)
    }

    @Test func aFileWithoutMirrorsBeginsWithTheForm() throws {
        var answers = Answers()
        answers.clusterConfigPath = "admin1.yaml"
        var walk = Walk(answers: answers)
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("nothing is read")
            return
        }
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(Samples.admin.utf8)))))
        #expect(walk.state.step == .mirror)
    }

    @Test func aFileThatCannotBeReadBeginsWhereItsPathIs() {
        var answers = Answers()
        answers.clusterConfigPath = "none.yaml"
        var walk = Walk(answers: answers)
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("nothing is read")
            return
        }
        walk.send(.clusterConfigRead(request, .failed(Phrase("file.notFound", ["path": "none.yaml"]))))
        #expect(walk.state.step == .cluster)
        #expect(walk.screen.text.contains("does not exist"))
    }

    @Test func withoutAFileTheFirstStepIsTheFirst() {
        #expect(Walk().state.step == .cluster)
    }

    @Test func theTabsShowFileNodesAndEffects() throws {
        var walk = try Self.changed(columns: 120, rows: 40)
        #expect(walk.screen.text.contains("+   endpoint") || walk.screen.text.contains("+ - endpoint"))
        walk.press(.right)
        #expect(walk.screen.text.contains("node pool old 1.33.200-gke.70"))
        #expect(walk.screen.text.contains("/etc/containerd/config.toml"))
        walk.press(.right)
        #expect(walk.screen.text.contains("quay.io loses its mirror"))
        #expect(walk.screen.text.contains("MIR0711"))
        walk.press(.left, .left)
        #expect(walk.state.mirrors.diffView.tab == .file)
        // F2 turns, too, and all the way round.
        for _ in ReviewTab.allCases { walk.press(.function(2)) }
        #expect(walk.state.mirrors.diffView.tab == .file)
    }

    @Test func longDiffsAreWalkedInParts() throws {
        var walk = try Self.opened()
        walk.edit(.change(Self.long()))
        #expect(walk.screen.text.contains("part 1/200"))
        walk.press(.character("]"), .character("]"))
        #expect(walk.screen.text.contains("part 3/200"))
        walk.press(.character("["))
        #expect(walk.screen.text.contains("part 2/200"))
        walk.press(.end)
        #expect(walk.screen.text.contains("+ line 4000 now"))
        #expect(walk.screen.text.contains("part 200/200"))
        walk.press(.home, .down, .pageDown, .pageUp, .up)
        #expect(walk.state.mirrors.diffView.row == 0)
    }

    @Test func partsAreFoldedAndOpenedAgain() throws {
        var walk = try Self.opened()
        walk.edit(.change(Self.long()))
        walk.press(.down, .down, .character("z"))
        #expect(walk.screen.text.contains("▸ @@ -17,7 +17,7 @@"))
        #expect(!walk.screen.text.contains("line 20 now"))
        // The cursor stands on what is left of it.
        #expect(walk.state.mirrors.diffView.row == 0)
        walk.press(.character("z"))
        #expect(walk.screen.text.contains("line 20 now"))
        walk.press(.character("Z"))
        #expect(!walk.screen.text.contains("line 40"))
        #expect(walk.screen.text.contains("▸ @@ -57,7 +57,7 @@"))
        walk.press(.end, .character("Z"))
        #expect(walk.screen.text.contains("line 3997"))
    }

    @Test func aSearchGoesToTheRowAndUnfoldsIt() throws {
        var walk = try Self.opened()
        walk.edit(.change(Self.long()))
        walk.press(.character("Z"), .character("/"))
        walk.type("LINE 400")
        #expect(walk.screen.text.contains("/LINE 400"))
        walk.press(.enter)
        #expect(walk.screen.text.contains("line 400"))
        #expect(walk.screen.text.contains("1/"))
        let first = walk.state.mirrors.diffView.row
        walk.press(.character("n"))
        #expect(walk.state.mirrors.diffView.row > first)
        walk.press(.character("N"))
        #expect(walk.state.mirrors.diffView.row == first)
        // Round the beginning.
        walk.press(.character("N"))
        #expect(walk.state.mirrors.diffView.row > first)
        walk.press(.escape)
        #expect(walk.state.mirrors.diffView.query.isEmpty)
    }

    @Test func whatIsTypedIntoASearchIsNoKey() throws {
        var walk = try Self.changed()
        walk.press(.character("/"))
        walk.type("]zZn/N")
        #expect(walk.state.mirrors.diffView.typing == "]zZn/N")
        #expect(walk.state.mirrors.diffView.folded.isEmpty)
        walk.press(.backspace, .escape)
        #expect(walk.state.mirrors.diffView.typing == nil)
        #expect(walk.state.mirrors.diffView.query.isEmpty)
        walk.press(.character("/"), .backspace)
        #expect(walk.state.mirrors.diffView.typing == nil)
    }

    @Test func aFindingNothingStaysWhereItIs() throws {
        var walk = try Self.changed()
        walk.press(.character("/"))
        walk.type("nowhere")
        walk.press(.enter, .character("n"))
        #expect(walk.state.mirrors.diffView.row == 0)
        #expect(walk.screen.text.contains("/nowhere 0/0"))
    }

    @Test func longRowsAreShownWhole() throws {
        let line = "x: " + String(repeating: "abcdefghi ", count: 30)
        var walk = try Self.opened()
        walk.edit(
            .change(
                ChangePreview(
                    FileChange(path: "a", before: Array("x: 1\n".utf8), after: Array((line + "\n").utf8)),
                    concerns: [],
                    consequence: ChangeConsequence(groups: [], from: [], to: [], at: .header)
                )
            )
        )
        let shown = walk.screen.text.filter { !$0.isWhitespace }
        #expect(shown.contains(line.filter { !$0.isWhitespace }))
    }

    @Test func secretsAreHiddenHereToo() throws {
        let old = Array("token: s3cret1\n".utf8)
        let change = FileChange(path: "a", before: old, after: Array("token: s3cret2\n".utf8))
        let preview = ChangePreview(
            change,
            concerns: [],
            consequence: ChangeConsequence(groups: [], from: [], to: [], at: .header)
        )
        for line in preview.diff + preview.result { #expect(!line.text.contains("s3cret")) }
        #expect(preview.diff.map(\.text).contains("token: ••••#2"))
    }

    /// Nothing that is pressed leads out of the rows or the screen.
    @Test func anyKeysInAnyOrder() throws {
        let keys: [Key] = [
            .up, .down, .pageUp, .pageDown, .home, .end, .left, .right, .character("z"), .character("Z"),
            .character("["), .character("]"), .character("/"), .character("o"), .character("n"), .character("N"),
            .enter, .escape, .backspace, .function(2),
        ]
        var random = SeededGenerator(seed: 7)
        var walk = try Self.changed()
        for _ in 0..<1500 {
            walk.press(keys.randomElement(using: &random) ?? .up)
            if walk.state.step != .review { walk.go(to: .review) }
            if walk.state.overlay != nil { walk.press(.escape) }
        }
        #expect(walk.screen.size == walk.state.size)
    }

    @Test func everyTabAtBothSizesInBothLanguages() throws {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for language in Catalogue.all {
                var walk = try Self.changed(columns: columns, rows: rows, language: language)
                let name = language.language == "en" ? "" : "\(language.language)."
                for tab in [ReviewTab.file, .nodes, .effects] {
                    expectGolden(
                        walk.screen.snapshot,
                        "WizardTests/Snapshots/change.\(tab).\(name)\(columns)x\(rows).txt"
                    )
                    walk.press(.right)
                }
                var opened = try Self.opened(columns: columns, rows: rows, language: language)
                expectGolden(
                    opened.screen.snapshot,
                    "WizardTests/Snapshots/change.opened.\(name)\(columns)x\(rows).txt"
                )
                opened.edit(.change(Self.long()))
                opened.press(.character("]"), .character("z"), .down, .down, .character("/"))
                opened.type("60")
                opened.press(.enter)
                expectGolden(
                    opened.screen.snapshot,
                    "WizardTests/Snapshots/change.found.\(name)\(columns)x\(rows).txt"
                )
            }
        }
    }
}
