import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// What the pages of the mirrors say, and that all of it can be read.
@Suite struct MirrorFormTests {
    @Test func aNamespaceInTheURLStandsInItsField() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000/v2/team")
        #expect(walk.screen.text.contains("Namespace    team   (in the URL)"))
        walk.focus(.mirrorNamespace)
        walk.type("other")
        #expect(!walk.screen.text.contains("in the URL"))
    }

    @Test func blanksAroundAURLAreAnsweredWithTheURL() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type(" https://h:5000 ")
        #expect(walk.screen.text.contains("→ Type https://h:5000"))
    }

    /// Whatever the size, PgDn comes to the last line that is said.
    @Test(arguments: [(80, 24), (60, 15), (120, 40), (109, 50)])
    func everythingSaidCanBeRead(columns: Int, rows: Int) {
        var walk = Walk(columns: columns, rows: rows)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.unknownCA)
        walk.focus(.caCertPath)
        var seen = walk.screen.text
        var last = -1
        while walk.state.preview.scroll != last {
            last = walk.state.preview.scroll
            walk.press(.pageDown)
            seen += walk.frame.text
        }
        for words in ["MIR0201", "→", "issuer CN=Plant CA", "Phase by phase"] {
            #expect(seen.contains(words), "\(words)")
        }
        for _ in 0..<60 { walk.press(.pageUp) }
        #expect(walk.state.preview.scroll == 0)
        // What is said of other answers is read from its beginning.
        walk.press(.pageDown)
        walk.type("/root/ca.crt")
        #expect(walk.state.preview.scroll == 0)
    }

    @Test func aLongListLeavesRoomForTheVerdict() throws {
        for (columns, rows) in ScreenSnapshotTests.sizes + [(60, 15)] {
            var answers = Answers()
            answers.mirrors = (0..<30).map { MirrorDraft(endpoint: "https://10.0.0.\($0):5000", mirrorNamespace: "n") }
            var walk = Walk(columns: columns, rows: rows, answers: answers)
            walk.go(to: .mirrors)
            walk.probe(Samples.unknownCA)
            for effect in walk.takeEffects() {
                guard case .probeOthers(let request, let plans) = effect else { continue }
                for plan in plans { walk.send(.otherProbed(request, Samples.unknownCA(plan))) }
                walk.send(.othersProbed(request))
            }
            for _ in 0..<14 { walk.press(.down) }
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirrors.many.\(columns)x\(rows).txt")
            var seen = walk.frame.text
            for _ in 0..<20 {
                walk.press(.pageDown)
                seen += walk.frame.text
            }
            #expect(seen.contains("MIR0201") && seen.contains("→"))
        }
    }

    @Test func theNarrowPreviewOpensAtTheChange() throws {
        var walk = Walk()
        try walk.open("admin1.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        let context = (0..<60).map { DiffLine(.context, "line \($0)") }
        let lines = context + [DiffLine(.added, "registryMirrors:")] + context
        walk.edit(
            .change(ChangePreview(path: "admin1.yaml", isNew: false, diff: lines, result: lines, added: 1, removed: 0))
        )
        walk.press(.function(2))
        #expect(walk.screen.text.contains("registryMirrors:"))
        walk.press(.escape)
        #expect(walk.state.preview.scroll == 0)
    }

    @Test(arguments: ["", "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: d}\n"])
    func anotherFileIsNoHeader(text: String) throws {
        var walk = Walk()
        try walk.open("other.yaml", text)
        #expect(ClusterStep().status(walk.state) == .wrong)
        #expect(walk.screen.text.contains("✗ Neither a header nor a Cluster"))
        #expect(!walk.screen.text.contains("✓"))
    }
}
