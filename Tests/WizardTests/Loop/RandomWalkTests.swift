import Diagnosis
import FoundationEssentials
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// Somebody who presses anything, on windows of any size, while answers come, come late, or never.
///
/// `MIRRORCTL_WALK` sets the events of each walk: 100,000 over all of them in `make test`, fewer in `make unit`.
@Suite struct RandomWalkTests {
    private static let events = Int(ProcessInfo.processInfo.environment["MIRRORCTL_WALK"] ?? "") ?? 2_500

    @Test(arguments: UInt64(1)...8)
    func theLawHolds(_ seed: UInt64) throws {
        var walker = try RandomWalker(seed: seed)
        for number in 0..<Self.events {
            let (event, broken) = walker.step()
            for law in broken {
                Issue.record("seed \(seed), event \(number), \(event): \(law)")
            }
            if !broken.isEmpty { return }
        }
    }
}

/// The walk, and what has to hold after each of its steps.
private struct RandomWalker {
    private var random: SeededGenerator
    private var state: WizardState
    private var pending: [Effect] = []
    private let hybrid: ClusterConfig
    private let user: ClusterConfig

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        hybrid = try ClusterConfig(yaml: Array(ClusterSamples.hybrid.utf8))
        user = try ClusterConfig(yaml: Array(ClusterSamples.hybrid.replacing("type: hybrid", with: "type: user").utf8))
        state = WizardState(size: Size(columns: 80, rows: 24))
        begin()
    }

    private mutating func begin() {
        var answers = Answers()
        if chance(2) { answers.clusterConfigPath = "c.yaml" }
        state = WizardState(size: state.size, answers: answers)
        pending = start(&state, atHome: chance(3))
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    /// - Returns: what happened, and the laws that it broke.
    mutating func step() -> (Event, [String]) {
        let event = nextEvent()
        let before = state.typed
        pending += reduce(&state, event)
        if pending.contains(where: { if case .quit = $0 { true } else { false } }) {
            begin()
            return (event, [])
        }
        if pending.count > 40 { pending.removeFirst(20) }
        var broken: [String] = []
        if chance(20) { broken += WayOut(state).broken }
        if chance(20) { broken += undone() }
        if state.typed != before, state.preview.scroll > 0 {
            broken.append("what is typed is not seen")
        }
        if chance(50) { broken += takenUp() }
        if event.changesNoAnswer, state.typed != before { broken.append("what was typed has changed") }
        // A frame for each burst of keys, as the loop draws.
        if chance(8) { broken += self.frame() }
        return (event, broken)
    }

    /// Back and forth again is where one was, and there is a way back from every change.
    private func undone() -> [String] {
        guard state.overlay == nil, state.canUndo else { return [] }
        var other = state
        _ = reduce(&other, .key(.control("z")))
        let isMoved = other.typed != state.typed
        _ = reduce(&other, .key(.alt("z")))
        return (isMoved ? [] : ["an undo changes nothing"])
            + (other.typed == state.typed ? [] : ["undone and redone, something typed is lost"])
    }

    /// Killed now: the next session has the same page, field and cursor, what was typed but for secrets, and the way back.
    private func takenUp() -> [String] {
        guard let draft = state.draft, let stored = try? DraftTests.stored(draft) else { return [] }
        if stored != draft { return ["a draft is read otherwise than it was written"] }
        var answers = Answers()
        answers.clusterConfigPath = state.draftFile
        var next = WizardState(size: state.size, answers: answers)
        _ = start(&next, opened: OpenedDraft(draft: stored))
        guard next.shows(ResumeQuestion(draft: stored)) else { return ["a draft is not offered"] }
        _ = reduce(&next, .key(.enter))
        if case .reading(let request) = next.mirrors.cluster {
            switch state.mirrors.cluster {
            case .read(let config): _ = reduce(&next, .clusterConfigRead(request, .read(config)))
            case .failed(let phrase, _): _ = reduce(&next, .clusterConfigRead(request, .failed(phrase)))
            default: break
            }
        }
        guard let other = next.draft else { return ["what was taken up is not kept"] }
        func place(_ moment: Moment) -> String {
            // A secret is not kept, nor what narrows a list, and with it the place in it.
            let field = state.currentField
            let isSecret = if case .secret = field?.kind { true } else { false }
            let cursor = isSecret || field?.id == .hostFilter ? 0 : moment.cursor
            return "\(moment.step) \(moment.focus) \(cursor) \(moment.mirrorIndex)"
        }
        if place(other.now) != place(draft.now) { return ["taken up at \(place(other.now)), not \(place(draft.now))"] }
        if other.now.typed != draft.now.typed { return ["a draft has lost something typed"] }
        return other.past == draft.past && other.future == draft.future ? [] : ["a draft has lost the way back"]
    }

    private func frame() -> [String] {
        let screen = view(state, Catalogue.named(state.language) ?? .english)
        var broken: [String] = []
        if screen.size != state.size { broken.append("the frame has another size") }
        if let cursor = screen.cursor,
            !(0..<state.size.rows).contains(cursor.row) || !(0..<state.size.columns).contains(cursor.column)
        {
            broken.append("the cursor is outside, at \(cursor)")
        }
        for row in 0..<state.size.rows where screen[row, 0].isContinuation {
            broken.append("row \(row) begins with half a character")
        }
        if screen.cells.contains(where: {
            $0.character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }) {
            broken.append("a control character is drawn")
        }
        guard state.size.columns >= 60, state.size.rows >= 15 else { return broken }
        if !screen.cells.contains(where: { $0.character != " " }) { broken.append("nothing is drawn") }
        // Whoever types or chooses sees where; a page that was scrolled is read, until something is typed.
        let isRead = state.overlay == nil && state.preview.scroll > 0
        if !isRead, state.overlay != nil || state.currentField != nil, screen.cursor == nil {
            broken.append("the focus is not seen: \(state.step) \(state.focus) at \(state.size)")
        }
        return broken
    }

    private mutating func nextEvent() -> Event {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return .resized(size())
        case 1, 2, 3: return answer() ?? .key(key())
        case 4: return timer() ?? .key(key())
        case 5 where chance(8): return .interrupted
        default: return .key(key())
        }
    }

    private mutating func size() -> Size {
        chance(3)
            ? Size(columns: 80, rows: 24)
            : Size(
                columns: Int.random(in: 1...180, using: &random),
                rows: Int.random(in: 1...60, using: &random)
            )
    }

    private mutating func key() -> Key {
        let texts = ["https://10.0.0.1:5000", "a", " ", "ä", "日本", "gcr.io", "/v2/ns", "\u{0}", "👩‍👩‍👧", "d", "?"]
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1: return .enter
        case 2: return .tab
        case 3: return chance(2) ? .backTab : .escape
        case 4, 5: return pick([.up, .down, .left, .right, .home, .end, .pageUp, .pageDown]) ?? .up
        case 6: return .function(Int.random(in: 1...12, using: &random))
        case 7: return pick([.backspace, .delete, .insert]) ?? .delete
        case 8: return .control(pick(Array("acefklnprtuwxyzz")) ?? "a")
        case 9: return .alt(pick(Array("bfd1zu")) ?? "b")
        case 10: return .paste((0..<3).map { _ in pick(texts) ?? "" }.joined(separator: chance(2) ? "\n" : ""))
        case 11:
            let (row, column) = (Int.random(in: -1...70, using: &random), Int.random(in: -1...200, using: &random))
            return chance(2) ? .click(row: row, column: column) : .scroll(row: row, column: column, up: chance(2))
        default:
            return .character(pick(Array("abdehnqrstxy0159/:.-_ jk?日é")) ?? "a")
        }
    }

    /// A timer that was asked for, or one of long ago.
    private mutating func timer() -> Event? {
        let timers: [Wizard.Timer] = pending.compactMap { if case .wake(let timer, _) = $0 { timer } else { nil } }
        let stale: [Wizard.Timer] = [.spin, .spinPush, .spinTrouble, .probe(0), .saveDraft(0), .readClusterConfig(0)]
        return pick(timers + stale).map(Event.timer)
    }

    /// What the edge says to something that it was asked, or was asked long ago.
    private mutating func answer() -> Event? {
        guard let effect = pick(pending) else { return nil }
        let refusal = Phrase("file.notFound", ["path": "x"])
        switch effect {
        case .readClusterConfig(let request, _):
            let config = chance(2) ? hybrid : user
            return .clusterConfigRead(request, chance(4) ? .failed(refusal) : .read(config))
        case .findClusterFiles(let request):
            let file = FoundClusterFile(path: "c.yaml", type: "user", version: "1.34.0", mirrors: 2)
            return .clusterFilesFound(
                request,
                FoundClusterFiles(files: chance(3) ? [] : [file, file], isCut: chance(2))
            )
        case .completePath(let request, let prefix):
            return .pathsCompleted(request, chance(3) ? [] : [prefix + "a", prefix + "ab/"])
        case .edit(let request, _):
            return .edited(request, chance(2) ? .unchanged : .refused(refusal))
        case .probe(let request, let plan):
            var report = ProbeReport(plan: plan, startedAt: 1_795_000_000)
            if chance(3) { return .probeProgressed(request, report) }
            report.isFinished = true
            return .probeFinished(request, report)
        case .probeOthers(let request, let plans):
            guard chance(2), let plan = pick(plans) else { return .othersProbed(request) }
            return .otherProbed(request, ProbeReport(plan: plan, startedAt: 1_795_000_000))
        case .write(let request, _, _), .repair(let request, _, _):
            let outcomes: [WriteOutcome] = [
                .written(path: "c.yaml", backup: nil), .failed(refusal), .hardLinked(names: 2),
            ]
            guard let outcome = pick(outcomes) else { return nil }
            if case .repair = effect { return .repaired(request, outcome) }
            return .written(request, outcome)
        case .writeBundle(let request, _): return .bundleWritten(request, path: "b.pem", chance(2) ? nil : refusal)
        case .writeLogin(let request, _): return .loginWritten(request, chance(2) ? nil : refusal)
        case .lookReady(let request, _):
            let found = (try? UpgradeSamples.verdict()).map { [ReadyEnd.verdict($0)] } ?? []
            return pick(found + [.stopped, .refused(refusal, fix: nil)]).map { .readyEnded(request, $0) }
        case .inspectNodes(let request, _, _, _): return .nodesInspected(request)
        default: return nil
        }
    }
}

extension Event {
    /// Only what is typed, what a file says that is opened, and what was asked for touches what was typed: neither the
    /// window, the clock and answers, nor keys that go somewhere.
    fileprivate var changesNoAnswer: Bool {
        switch self {
        case .key(.function(let number)): [1, 2, 3, 4, 6].contains(number)
        case .key(.scroll), .key(.pageUp), .key(.pageDown), .key(.backTab): true
        case .key, .clusterConfigRead, .pathsCompleted, .adopted, .bundleWritten, .loginWritten: false
        default: true
        }
    }
}
