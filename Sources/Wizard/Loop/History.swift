import MirrorCore
import Secrets

/// Everything that was typed, chosen, added, removed, moved, pasted or taken over: what an undo gives back.
struct TypedValues: Equatable, Sendable {
    var answers: Answers
    var adoptSource: AdoptState.Source
    var adoptCluster: String
    var adoptKubeconfig: String
    var adoptSaved: String
    var login: Login
    var pushPassword: Secret
    var kubeconfig: String
    var savedCluster: String
    var image: String
    var logPath: String
    var pastedLog: String?

    struct Login: Equatable, Sendable {
        var isOpen: Bool
        var user: String
        var password: Secret
    }
}

/// A moment of the session: what was typed by then, and where.
struct Moment: Equatable, Sendable {
    var typed: TypedValues
    /// What the file said then.
    let baseline: [MirrorDraft]
    let step: StepID
    let focus: Int
    let cursor: Int
    let mirrorIndex: Int
}

/// The moments before each change, and those that were left by going back.
package struct History: Equatable, Sendable {
    /// Older ones are forgotten.
    private static let limit = 500

    private(set) var past: [Moment] = []
    private(set) var future: [Moment] = []
    /// Letters that are typed one behind the other are one change.
    private var run: TypingRun?

    package init() {}

    init(past: [Moment], future: [Moment]) {
        self.past = past
        self.future = future
    }

    fileprivate struct TypingRun: Equatable, Sendable {
        let step: StepID
        let focus: Int
        let mirrorIndex: Int
        let isInsertion: Bool
        /// Where the next letter continues it.
        var cursor: Int
    }

    fileprivate mutating func add(_ moment: Moment, _ next: TypingRun?, cursorBefore: Int) {
        future = []
        var expected = next
        expected?.cursor = cursorBefore
        let continues = expected != nil && expected == run
        run = next
        guard !continues else { return }
        past.append(moment)
        if past.count > Self.limit { past.removeFirst(past.count - Self.limit) }
    }

    fileprivate mutating func goBack(from now: Moment) -> Moment? {
        guard let moment = past.popLast() else { return nil }
        future.append(now)
        run = nil
        return moment
    }

    fileprivate mutating func goForward(from now: Moment) -> Moment? {
        guard let moment = future.popLast() else { return nil }
        past.append(now)
        run = nil
        return moment
    }

    /// A login that was written is nowhere any more.
    mutating func forgetLogin() {
        let nothing = TypedValues.Login(isOpen: false, user: "", password: Secret(""))
        for index in past.indices { past[index].typed.login = nothing }
        for index in future.indices { future[index].typed.login = nothing }
    }
}

extension WizardState {
    package var canUndo: Bool { !history.past.isEmpty }
    package var canRedo: Bool { !history.future.isEmpty }

    mutating func undo() {
        if let moment = history.goBack(from: moment) { restore(moment) }
    }

    mutating func redo() {
        if let moment = history.goForward(from: moment) { restore(moment) }
    }

    /// Remembers what was there before an event that changed it.
    mutating func remember(_ before: WizardState, _ event: Event) {
        // A draft brings its own.
        guard history == before.history, !(before.overlay?.page is ResumeQuestion) else { return }
        switch event {
        case .key, .pathsCompleted, .adopted, .bundleWritten: break
        default: return
        }
        guard typed != before.typed else { return }
        history.add(before.moment, typingRun(before, event), cursorBefore: before.cursor)
    }

    private func typingRun(_ before: WizardState, _ event: Event) -> History.TypingRun? {
        let isInsertion: Bool
        switch event {
        case .key(.character): isInsertion = true
        case .key(.backspace), .key(.delete): isInsertion = false
        default: return nil
        }
        // A key may do something else beside a text.
        guard currentField?.binding != nil, focusedText != before.focusedText else { return nil }
        return History.TypingRun(
            step: step,
            focus: focus,
            mirrorIndex: mirrorIndex,
            isInsertion: isInsertion,
            cursor: cursor
        )
    }

    var moment: Moment {
        Moment(
            typed: typed,
            baseline: mirrors.baseline,
            step: step,
            focus: focus,
            cursor: cursor,
            mirrorIndex: mirrorIndex
        )
    }

    private mutating func restore(_ moment: Moment) {
        let (file, operation, place) = (answers.clusterConfigPath, answers.operation, place)
        typed = moment.typed
        // Of another file or place something else was there; of this one it has been read.
        if (file, operation, place) != (answers.clusterConfigPath, answers.operation, self.place) {
            mirrors.baseline = moment.baseline
        }
        if step != moment.step { go(to: moment.step) }
        mirrorIndex = moment.mirrorIndex
        form.completion = nil
        focus = max(0, min(moment.focus, currentStep.fields(self).count - 1))
        cursor = min(moment.cursor, focusedText.count)
    }

    var typed: TypedValues {
        get {
            TypedValues(
                answers: answers,
                adoptSource: mirrors.adopt.source,
                adoptCluster: mirrors.adopt.cluster,
                adoptKubeconfig: mirrors.adopt.kubeconfig,
                adoptSaved: mirrors.adopt.savedPath,
                login: TypedValues.Login(
                    isOpen: mirrors.login.isOpen,
                    user: mirrors.login.user,
                    password: mirrors.login.password
                ),
                pushPassword: push.password,
                kubeconfig: mirrors.jobs.kubeconfig,
                savedCluster: mirrors.jobs.savedPath,
                image: trouble.image,
                logPath: trouble.log.path,
                pastedLog: trouble.log.pasted
            )
        }
        set {
            answers = newValue.answers
            mirrors.adopt.source = newValue.adoptSource
            mirrors.adopt.cluster = newValue.adoptCluster
            mirrors.adopt.kubeconfig = newValue.adoptKubeconfig
            mirrors.adopt.savedPath = newValue.adoptSaved
            mirrors.login.isOpen = newValue.login.isOpen
            mirrors.login.user = newValue.login.user
            mirrors.login.password = newValue.login.password
            push.password = newValue.pushPassword
            mirrors.jobs.kubeconfig = newValue.kubeconfig
            mirrors.jobs.savedPath = newValue.savedCluster
            trouble.image = newValue.image
            trouble.log.path = newValue.logPath
            trouble.log.pasted = newValue.pastedLog
        }
    }
}
