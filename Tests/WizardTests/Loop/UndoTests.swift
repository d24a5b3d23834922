import MirrorCore
import Testing
import Texts

@testable import Wizard

/// ^Z and Alt-Z: whatever was typed, chosen, added, removed, moved or pasted, on whatever page.
@Suite struct UndoTests {
    private let undo = Key.control("z")
    private let redo = Key.alt("z")

    @Test func lettersInARowAreOneChange() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.press(.backspace, .backspace)
        walk.type("1")
        #expect(walk.state.mirror.endpoint == "https://h:501")
        walk.press(undo)
        #expect(walk.state.mirror.endpoint == "https://h:50")
        walk.press(undo)
        #expect(walk.state.mirror.endpoint == "https://h:5000")
        walk.press(undo)
        #expect(walk.state.answers.mirrors.isEmpty)
        walk.press(undo)
        #expect(walk.state.answers.mirrors.isEmpty && !walk.state.canUndo)
        walk.press(redo, redo, redo)
        #expect(walk.state.mirror.endpoint == "https://h:501" && !walk.state.canRedo)
    }

    @Test func movingTheCursorBeginsAnotherChange() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("ab")
        walk.press(.left)
        walk.type("x")
        walk.press(undo)
        #expect(walk.state.mirror.endpoint == "ab")
        #expect(walk.state.cursor == 1)
    }

    @Test func itGoesBackToThePageOfTheChange() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.go(to: .hosts)
        walk.press(.character(" "))
        walk.go(to: .push)
        walk.press(undo)
        #expect(walk.state.step == .hosts && walk.state.mirror.hosts.isEmpty)
        walk.press(undo)
        #expect(walk.state.step == .mirror && walk.state.answers.mirrors.isEmpty)
        walk.press(redo, redo)
        #expect(walk.state.mirror.hosts == ["docker.io"])
    }

    @Test func aRemovedMirrorComesBackWhereItWas() throws {
        var walk = Walk()
        walk.press(.paste("registryMirrors:\n- endpoint: https://a\n- endpoint: https://b\n- endpoint: https://c\n"))
        walk.press(.enter)
        #expect(walk.state.answers.mirrors.count == 3)
        walk.go(to: .mirrors)
        walk.press(.down, .delete, .shiftUp)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://c", "https://a"])
        walk.press(undo, undo)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a", "https://b", "https://c"])
        #expect(walk.state.step == .mirrors && walk.state.focus == 1)
        walk.press(undo)
        #expect(walk.state.answers.mirrors.isEmpty)
    }

    @Test func aNewChangeEndsTheWayForward() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("a")
        walk.press(undo)
        walk.type("b")
        walk.press(redo)
        #expect(walk.state.mirror.endpoint == "b")
    }

    /// Back to no file, nothing has been changed: nothing is to be kept or asked about.
    @Test func aFileThatWasNamedIsLeftAgain() throws {
        var walk = Walk()
        try walk.open("a.yaml", "registryMirrors:\n- endpoint: https://theirs:5000\n")
        #expect(walk.state.answers.mirrors.count == 1 && !walk.state.isChanged)
        walk.press(undo)
        #expect(walk.state.answers == Answers() && !walk.state.isChanged)
        #expect(walk.state.mirrors.cluster == .none)
    }

    @Test func aWrittenLoginIsForgotten() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.focus(.pullCredentialConfigPath)
        walk.type("/root/c.json")
        walk.press(.down, .enter)
        walk.type("user")
        walk.press(.down)
        walk.type("hunter2")
        walk.press(.down, .enter, .enter)
        guard case .writing(let request) = walk.state.mirrors.login.file else {
            Issue.record("nothing is written")
            return
        }
        walk.send(.loginWritten(request, nil))
        for _ in 0..<10 {
            walk.press(undo)
            #expect(walk.state.mirrors.login.password.isEmpty)
        }
    }

    @Test func theShellIsReachable() {
        var walk = Walk()
        _ = walk.takeEffects()
        walk.press(.alt("s"))
        #expect(walk.effects == [.suspend])
    }
}
