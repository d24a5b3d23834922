import MirrorCore
import Testing
import Wizard

/// The page that lists the mirrors, and the way through their forms.
@Suite struct MirrorListTests {
    private func twoMirrors() -> Walk {
        var walk = Walk()
        walk.go(to: .endpoint)
        walk.type("https://a")
        walk.go(to: .mirrors)
        walk.press(.insert)
        #expect(walk.state.step == .endpoint)
        walk.type("https://b")
        walk.press(.function(3))
        return walk
    }

    @Test func mirrorsAreAddedReorderedAndRemoved() {
        var walk = twoMirrors()
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a", "https://b"])
        #expect(walk.state.mirrorIndex == 1)
        walk.press(.down, .shiftUp)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://b", "https://a"])
        #expect(walk.state.mirrorIndex == 0)
        walk.press(.shiftDown)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a", "https://b"])
        walk.press(.enter)
        #expect(walk.state.mirror.endpoint == "https://b" && walk.state.step == .endpoint)
        walk.press(.function(3), .down, .delete)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://a"])
        #expect(walk.state.mirrorIndex == 0)
        walk.press(.delete)
        #expect(walk.state.answers.mirrors.isEmpty)
    }

    /// Whoever believes that a text has the focus loses nothing.
    @Test func noLetterDoesAnythingToTheList() {
        var walk = twoMirrors()
        for key in (32...126).compactMap({ UnicodeScalar($0).map { Key.character(Character($0)) } }) {
            let before = walk.state
            walk.press(key)
            #expect(walk.state.answers == before.answers && walk.state.step == .mirrors, "\(key)")
        }
        walk.press(.paste("d\nx\n"), .backspace)
        #expect(walk.state.answers.mirrors.count == 2)
    }

    /// A mirror that was only looked at is none.
    @Test func aMirrorBecomesOneWithItsFirstLetter() {
        var walk = twoMirrors()
        walk.press(.insert, .function(4), .function(3), .function(3))
        #expect(walk.state.answers.mirrors.count == 2)
    }

    @Test func behindOneMirrorComesTheNextAndThenTheReview() {
        var walk = twoMirrors()
        walk.press(.enter)
        #expect(walk.state.mirrorIndex == 0 && walk.state.step == .endpoint)
        for _ in 0..<40 where walk.state.step != .mirrors { walk.press(.enter) }
        #expect(walk.state.step == .mirrors && walk.state.focus == 1)
        walk.press(.enter)
        #expect(walk.state.mirrorIndex == 1 && walk.state.step == .endpoint)
        for _ in 0..<40 where walk.state.step != .mirrors { walk.press(.enter) }
        #expect(walk.state.currentField?.id == .goToReview)
        walk.press(.enter)
        #expect(walk.state.step == .review)
    }
}
