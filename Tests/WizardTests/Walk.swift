import Diagnosis
import MirrorCore
import Testing
import Texts

@testable import Wizard

/// A robot at the keyboard: drives the reducer as a person would, and plays the edge where asked to.
struct Walk {
    private(set) var state: WizardState
    /// What was asked of the edge since the last `answer`.
    private(set) var effects: [Effect]

    init(
        columns: Int = 80,
        rows: Int = 24,
        answers: Answers = Answers(),
        suggestions: Answers? = nil,
        atHome: Bool = false
    ) {
        state = WizardState(size: Size(columns: columns, rows: rows), answers: answers, suggestions: suggestions)
        effects = []
        effects = start(&state, atHome: atHome)
    }

    private static let jobs: [TrackID: Character] = [.mirror: "1", .trouble: "2", .upgrade: "3", .push: "4"]

    mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

    mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

    mutating func send(_ event: Event) { effects += reduce(&state, event) }

    /// Goes to a step with the keys a person has.
    mutating func go(to step: StepID) {
        let track = Tracks.all[Tracks.index(of: step)].id
        if state.track.id != track {
            press(.function(6))
            if let job = Self.jobs[track] { press(.character(job)) }
        }
        var rail = step
        while let parent = Steps.step(rail).parent { rail = parent }
        while Steps.index(of: state.railStep) < Steps.index(of: rail) {
            press(.function(4))
            if state.overlay?.page is OverrideQuestion { press(.enter) }
        }
        while Steps.index(of: state.railStep) > Steps.index(of: rail) { press(.function(3)) }
        switch step {
        case .mirrors: while state.step != .mirrors { press(.escape) }
        case .mirror:
            while state.step == .hosts { press(.escape) }
            openMirror()
        case .hosts:
            openMirror()
            if state.step == .mirror {
                focus(.hosts)
                press(.character(" "))
            }
        default: break
        }
    }

    /// From the list into the form of the mirror that it was left at.
    private mutating func openMirror() {
        guard state.step == .mirrors else { return }
        for _ in state.currentStep.fields(state) { press(.up) }
        for _ in 0..<min(state.mirrorIndex, state.answers.mirrors.count) { press(.down) }
        press(.enter)
    }

    /// To a field of the page, from wherever one stands on it.
    mutating func focus(_ id: FieldID) {
        for _ in state.currentStep.fields(state) { press(.up) }
        for _ in state.currentStep.fields(state) where state.currentField?.id != id { press(.down) }
        #expect(state.currentField?.id == id)
    }

    /// Names a cluster config file and lets the edge read this text.
    mutating func open(_ path: String, _ text: String) throws {
        type(path)
        guard case .reading(let request) = state.mirrors.cluster else { return }
        send(.timer(.readClusterConfig(request)))
        send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(text.utf8)))))
    }

    /// Ends the pause after typing and lets the probe give this report.
    mutating func probe(_ make: (ProbePlan) -> ProbeReport) {
        guard let scheduled = state.mirrors.probe.scheduled else { return }
        send(.timer(.probe(scheduled)))
        guard let request = state.mirrors.probe.running, let plan = state.mirrors.probe.plan else { return }
        send(.probeFinished(request, make(plan)))
    }

    /// Lets the edge answer the last edit.
    mutating func edit(_ outcome: EditOutcome) {
        guard let request = state.mirrors.change.request else { return }
        send(.edited(request, outcome))
    }

    /// What earlier sessions left, as Home lists it.
    mutating func leave(unfinished drafts: [Draft]) { state.home.unfinished = drafts }

    mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }

    /// What is drawn; every key that its last line names is tried.
    var screen: Screen {
        for lie in KeyLaw.lies(state) { Issue.record("\(lie)") }
        return frame
    }

    var frame: Screen { view(state, Catalogue.named(state.language) ?? .english) }

    mutating func speak(_ catalogue: Catalogue) { state.language = catalogue.language }
}
