import MirrorCore
import Testing
import Texts

@testable import Wizard

/// Long things in the operator's pager, and the file in the editor.
@Suite struct ProgramTests {
    private func changed() throws -> Walk {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.edit(.change(Samples.change))
        return walk
    }

    @Test func aLongCommandIsOpenedWhole() throws {
        var walk = try changed()
        var answers = walk.state.answers
        answers.mirrors[0].hosts = (0..<300).map { "host\($0).example.org" }
        var state = WizardState(size: walk.state.size, answers: answers)
        state.step = .write
        state.hasPager = true
        guard case .page(let text)? = reduce(&state, .key(.alt("v"))).first else {
            Issue.record("nothing is shown")
            return
        }
        #expect(text.contains("host299.example.org"))
        // Where there is no pager it scrolls here, to its end.
        state.hasPager = false
        #expect(reduce(&state, .key(.alt("v"))) == [])
        for _ in 0..<80 { _ = reduce(&state, .key(.pageDown)) }
        #expect(view(state, .english).text.filter { !$0.isWhitespace }.contains("host299.example.org"))
        _ = reduce(&state, .key(.escape))
        #expect(state.overlay == nil)
        walk.go(to: .review)
        walk.press(.alt("v"))
        #expect(walk.frame.text.contains("+registryMirrors:"))
    }

    @Test func noPasswordIsShownWhole() {
        var walk = Walk()
        walk.go(to: .pushTarget)
        walk.focus(.pushPassword)
        walk.type("Pa55w0rd")
        walk.press(.alt("v"))
        #expect(walk.state.overlay == nil && !walk.frame.text.contains("Pa55w0rd"))
    }

    @Test func whatChangedInTheEditorIsToldAndWhatWasTypedStays() throws {
        var walk = try changed()
        _ = walk.takeEffects()
        walk.press(.alt("e"))
        #expect(walk.takeEffects() == [.openEditor(path: "a.yaml")])
        walk.send(.editorClosed(nil))
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("\(walk.state.mirrors.cluster)")
            return
        }
        #expect(walk.takeEffects().contains(.rereadClusterConfig(request, path: "a.yaml")))
        let text = Samples.admin.replacing("name: admin1\n", with: "name: admin2\n")
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(text.utf8)))))
        var theirs = Samples.change
        theirs.diff = [DiffLine(.removed, "  name: admin1"), DiffLine(.added, "  name: admin2")]
        walk.send(.fileCompared(path: "a.yaml", theirs))
        #expect(walk.screen.text.contains("+   name: admin2"))
        walk.press(.enter)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://172.18.0.20:5000"])
        #expect(walk.state.clusterConfig?.cluster?.name == "admin2")
    }

    @Test func anEditorThatCannotBeRunChangesNothing() throws {
        var walk = try changed()
        let before = walk.state.mirrors.cluster
        walk.press(.alt("e"))
        walk.send(.editorClosed(Phrase("editor.none")))
        #expect(walk.state.mirrors.cluster == before)
        #expect(walk.frame.text.contains("set EDITOR"))
    }

    @Test func thereIsNothingToEditWithoutAFile() {
        var walk = Walk()
        walk.press(.alt("e"))
        #expect(!walk.takeEffects().contains { if case .openEditor = $0 { true } else { false } })
    }
}
