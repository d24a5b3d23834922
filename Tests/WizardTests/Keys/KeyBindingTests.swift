import MirrorCore
import Testing
import Texts

@testable import Wizard

/// The key line names only keys that do something, and F1 every key that does: on each step, with each of its fields in
/// focus. All screens of the golden files are tried, too: `Walk.screen`.
@Suite struct KeyBindingTests {
    private func everywhere(_ walk: Walk, _ name: String) {
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
            for step in Steps.all {
                var walk = walk
                walk.send(.resized(size))
                walk.go(to: step.id)
                for _ in 0..<40 {
                    for broken in KeyLaw.lies(walk.state) + KeyLaw.secrets(walk.state) {
                        Issue.record("\(name), \(size.columns)x\(size.rows): \(broken)")
                    }
                    if let lost = KeyLaw.lostCursor(walk.state) {
                        Issue.record("\(name), \(size.columns)x\(size.rows): \(lost)")
                    }
                    let before = walk.state.focus
                    walk.press(.down)
                    if walk.state.focus == before { break }
                }
            }
        }
    }

    @Test func nothingTyped() { everywhere(Walk(), "empty") }

    @Test func everythingTyped() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        everywhere(walk, "filled")
    }

    @Test func suggested() {
        var answers = Answers()
        answers.mirrors = [MirrorDraft(endpoint: "https://h:5000")]
        answers.push.source = "p.tar"
        everywhere(Walk(suggestions: answers), "suggested")
    }

    @Test func twoMirrorsOneOfThemRefused() throws {
        var walk = Walk()
        try walk.open("user1.yaml", Samples.user)
        walk.go(to: .mirror)
        walk.type("https://10.9.0.1:5000")
        walk.press(.escape, .insert)
        walk.type("10.9.0.2:5000/x/")
        everywhere(walk, "two mirrors")
    }

    @Test func aFileThatWasWritten() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        walk.go(to: .write)
        walk.press(.enter)
        guard case .running(let request) = walk.state.mirrors.writing else {
            Issue.record("nothing is written")
            return
        }
        walk.send(.written(request, .written(path: "a.yaml", backup: "a.yaml.bak")))
        everywhere(walk, "written")
    }

    @Test func aSearchAndItsEnd() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        walk.go(to: .review)
        walk.press(.character("/"))
        #expect(KeyLaw.lies(walk.state) + KeyLaw.secrets(walk.state) == [])
        walk.type("registry")
        walk.press(.enter)
        #expect(KeyLaw.lies(walk.state) + KeyLaw.secrets(walk.state) == [])
    }

    @Test func thePreviewOnANarrowScreen() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        walk.go(to: .mirror)
        walk.press(.function(2))
        #expect(walk.state.preview.isOpen)
        #expect(KeyLaw.lies(walk.state) + KeyLaw.secrets(walk.state) == [])
        walk.send(.resized(Size(columns: 120, rows: 40)))
        #expect(!walk.state.preview.isOpen)
    }

    /// Two keys of a layer that mean the same key would hide one of them.
    @Test func noKeyIsHiddenBehindAnother() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        for step in Steps.all {
            walk.go(to: step.id)
            for layer in walk.state.keyLayers {
                let keys = layer.filter { $0.holds(walk.state) }.flatMap(\.keys)
                #expect(Set(keys).count == keys.count, "\(step.id): \(keys)")
            }
        }
    }
}
