import Foundation
import MirrorCore
import Testing
import Texts

@testable import Wizard

/// What is kept of a session, and how the next one takes it up.
@Suite struct DraftTests {
    /// As the next session reads it.
    static func stored(_ draft: Draft) throws -> Draft {
        try JSONDecoder().decode(Draft.self, from: JSONEncoder().encode(draft))
    }

    private func typed() -> Walk {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.press(.left, .left)
        return walk
    }

    @Test func aSessionIsTakenUpWhereItEnded() throws {
        let walk = typed()
        let draft = try Self.stored(#require(walk.state.draft))
        var state = WizardState(size: walk.state.size)
        _ = start(&state, opened: OpenedDraft(draft: draft))
        #expect(state.shows(ResumeQuestion(draft: draft)))
        _ = reduce(&state, .key(.enter))
        #expect(state.typed == walk.state.typed && state.step == .mirror && state.cursor == 12 && state.isChanged)
        _ = reduce(&state, .key(.control("z")))
        #expect(state.answers == Answers())
        _ = reduce(&state, .key(.alt("z")))
        #expect(state.mirror.endpoint == "https://h:5000")
    }

    @Test func whoStartsAfreshDeletesIt() throws {
        let draft = try #require(typed().state.draft)
        var state = WizardState(size: Size(columns: 80, rows: 24))
        _ = start(&state, opened: OpenedDraft(draft: draft))
        // Until then it is not written over.
        #expect(state.draft == nil)
        #expect(reduce(&state, .key(.escape)) == [.discardDraft])
        #expect(state.answers == Answers())
    }

    /// While typing goes on: a wake-up that is under way is not put off.
    @Test func itIsSavedWhileTypingGoesOn() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        _ = walk.takeEffects()
        walk.type("https://h:5000")
        let wakes = walk.takeEffects().compactMap { effect -> (RequestID, Int)? in
            if case .wake(.saveDraft(let request), let milliseconds) = effect { (request, milliseconds) } else { nil }
        }
        #expect(wakes.count == 1 && wakes[0].1 <= 200)
        walk.send(.timer(.saveDraft(wakes[0].0)))
        #expect(try walk.takeEffects() == [.saveDraft(#require(walk.state.draft))])
        walk.type("1")
        #expect(walk.takeEffects().contains { if case .wake(.saveDraft, _) = $0 { true } else { false } })
    }

    /// Nothing is left of it: the draft goes, too.
    @Test func aSessionThatWasUndoneLeavesNone() {
        var walk = typed()
        walk.send(.timer(.saveDraft(walk.state.draftRequest)))
        walk.press(.control("z"))
        walk.send(.timer(.saveDraft(walk.state.draftRequest)))
        #expect(walk.takeEffects().contains(.discardDraft))
    }

    @Test func noSecretAndNoLogIsInIt() throws {
        var walk = typed()
        walk.focus(.openLogin)
        walk.press(.enter)
        walk.focus(.loginUser)
        walk.type("user")
        walk.focus(.loginPassword)
        walk.type("hunter2")
        walk.go(to: .pull)
        walk.press(.paste("a log line\nwith a token\n"))
        let draft = try #require(walk.state.draft)
        let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
        #expect(text.contains("\"user\"") && !text.contains("hunter2") && !text.contains("token"))
        #expect(try Self.stored(draft) == draft)
    }

    @Test func aFileThatIsNamedLaterHasItsOwn() throws {
        var walk = typed()
        walk.go(to: .cluster)
        _ = walk.takeEffects()
        try walk.open("admin1.yaml", Samples.admin)
        #expect(walk.takeEffects().contains(.openDraft("admin1.yaml")))
        #expect(walk.state.draft?.file == "admin1.yaml" && walk.state.draft?.cluster == "admin1")
        var other = Walk()
        try other.open("admin1.yaml", Samples.admin)
        other.go(to: .mirror)
        other.type("https://other:5000")
        let draft = try #require(other.state.draft)
        walk.send(.draftOpened("user1.yaml", OpenedDraft(draft: draft)))
        #expect(walk.state.overlay == nil)
        walk.send(.draftOpened("admin1.yaml", OpenedDraft(draft: draft, otherProcess: 42)))
        #expect(walk.screen.text.contains("process 42"))
        walk.press(.enter)
        #expect(walk.state.shows(ResumeQuestion(draft: draft)))
        walk.press(.enter)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://other:5000"])
    }

    /// All mirrors of the file were removed: that is a change, too.
    @Test func anEmptyListIsTakenUp() throws {
        let file = "registryMirrors:\n- endpoint: https://theirs:5000\n"
        var walk = Walk()
        try walk.open("a.yaml", file)
        walk.go(to: .mirrors)
        walk.press(.delete)
        let draft = try Self.stored(#require(walk.state.draft))
        var answers = Answers()
        answers.clusterConfigPath = "../x/a.yaml"
        var state = WizardState(size: walk.state.size, answers: answers)
        _ = start(&state, opened: OpenedDraft(draft: draft))
        _ = reduce(&state, .key(.enter))
        guard case .reading(let request) = state.mirrors.cluster else {
            Issue.record("nothing is read")
            return
        }
        _ = reduce(&state, .clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(file.utf8)))))
        #expect(state.answers.mirrors.isEmpty && state.isChanged && state.step == .mirrors)
        #expect(state.answers.clusterConfigPath == "../x/a.yaml")
    }

    @Test func aLongWayBackIsHalved() throws {
        var walk = typed()
        for _ in 0..<40 { walk.press(.character("x"), .left) }
        let draft = try #require(walk.state.draft)
        #expect(draft.past.count > 40)
        #expect(draft.shortened?.past.count == draft.past.count / 2)
        #expect(draft.shortened?.past.last == draft.past.last)
    }
}
