import MirrorCore
import Texts

/// The diff, then the write, then what to run next.
struct WriteStep: WizardStep {
    let id = StepID.write
    let usesFullWidth = true
    let asksWhenEntered = true

    /// What can be done here: with a change on the screen, with one that is written, and with a file that stays.
    func fields(_ state: WizardState) -> [Field] {
        if case .done = state.mirrors.writing {
            return [Field(.leave, .button)] + (hasCluster(state) ? bmctl(state) + [Field(.undo, .button)] : [])
        }
        switch state.mirrors.change.outcome {
        case .change(let preview) where !preview.isRefused:
            return [Field(.write, .button)] + (preview.isNew ? [] : [Field(.plan, .button)])
        // Enter alone ends here, and no Enter too many reaches the nodes.
        case .unchanged where hasCluster(state):
            return [Field(.leave, .button)] + bmctl(state) + [Field(.undo, .button)]
        default: return []
        }
    }

    private func hasCluster(_ state: WizardState) -> Bool { state.clusterConfig?.cluster?.name.isEmpty == false }

    private func bmctl(_ state: WizardState) -> [Field] {
        let kubeconfig = Field(.bmctlKubeconfig, .path(\.mirrors.jobs.kubeconfig))
        return [Field(.runBmctl, .button)] + (state.answers.operation == .update ? [kubeconfig] : [])
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        // A path is being typed: its letters are no keys.
        if state.currentField?.binding != nil { return [] }
        let keys = DiffKeys(tab: .file)
        if state.mirrors.diffView.typing != nil { return keys.search }
        let buttons = KeyBinding("←→", [.left, .right], help: .arrows) { state, key in
            let target = state.focus + (key == .left ? -1 : 1)
            if fields(state).indices.contains(target) { state.focus(target) }
            return []
        }
        return [buttons] + keys.table
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        let path = state.answers.clusterConfigPath
        let isFree = state.mirrors.jobs.running == nil
        switch field.id {
        case .leave: return FieldAction("quit") { _ in [.quit(exitCode: 0)] }
        case .write:
            return FieldAction("write", isReady: canWrite(state)) { state in
                state.asks(before: .write) ? [] : startWriting(&state)
            }
        case .plan:
            guard let edit = state.mirrors.change.request else { return nil }
            return FieldAction("plan", isReady: isFree && state.mirrors.change.isCurrent) {
                $0.start(.plan(edit: edit))
            }
        case .undo: return FieldAction("undo", isReady: isFree) { $0.start(.findUndo(path: path)) }
        case .runBmctl:
            let (operation, kubeconfig) = (state.answers.operation, state.mirrors.jobs.kubeconfig)
            return FieldAction("runBmctl", isReady: isFree) {
                $0.start(.checkBmctl(path: path, operation, kubeconfig: kubeconfig))
            }
        default: return nil
        }
    }

    /// Only what is on the screen is written: the outcome of the edit that was asked for last.
    private func canWrite(_ state: WizardState) -> Bool {
        guard case .change = state.mirrors.change.outcome, state.mirrors.change.isCurrent else { return false }
        if case .running = state.mirrors.writing { return false }
        return true
    }

    /// Writes what is on the screen.
    func startWriting(_ state: inout WizardState, breaksHardLink: Bool = false) -> [Effect] {
        guard case .change = state.mirrors.change.outcome, state.mirrors.change.isCurrent,
            let edit = state.mirrors.change.request
        else {
            return []
        }
        let request = state.nextRequest()
        state.mirrors.writing = .running(request)
        return [.write(request, edit: edit, breaksHardLink: breaksHardLink)]
    }

    func turnView(_ state: inout WizardState) { state.go(to: .review) }

    func status(_ state: WizardState) -> StepStatus {
        switch state.mirrors.writing {
        case .done: .done
        case .failed: .wrong
        default: .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        // What is written is known; what to do next is wanted.
        let isDone = if case .done = state.mirrors.writing { true } else { false }
        let below = nextCommands(state, texts, width: width, room: max(4, isDone ? height / 2 : height / 3))
        let least = 3
        WriteHead(step: self, state: state, texts: texts).add(to: &body, height: height - below.count - least)
        let room = max(least, height - body.lines.count - below.count)
        DiffPane(state: state, texts: texts, tab: .file, isAnchoredAtTop: true)
            .add(to: &body, height: room, takesCursor: body.cursor == nil)
        for line in below { body.add(line) }
        return body
    }

    /// What to run after the write, or instead of this screen before it.
    private func nextCommands(_ state: WizardState, _ texts: Catalogue, width: Int, room: Int) -> [StyledLine] {
        guard state.validated.mirrors != nil else { return [] }
        var body = Body(width: width)
        body.add([])
        if case .done = state.mirrors.writing {
            let next = NextCommands(state: state)
            body.add([Span(texts("write.next"), .label)])
            for command in next.pushes + [next.insertion, next.bmctl].compactMap(\.self) { body.add(command) }
            if !next.bmctlPushes.isEmpty { body.add([Span(texts("leaving.orBmctl"), .label)]) }
            for command in next.bmctlPushes { body.add(command) }
        } else {
            body.add([Span(texts("write.equivalent"), .label)])
            body.add(EquivalentCommand(state: state).command)
        }
        guard body.lines.count > room else { return body.lines }
        // A thousand hosts make a long command: it is not to push the diff away.
        let key = (state.keymap[.view] ?? ActionID.view.keys.first)?.name ?? ""
        return Array(body.lines.prefix(room - 1)) + [[Span("  " + texts("write.whole", ["key": key]), .hint)]]
    }

    /// What to run after the write, or instead of this screen before it.
    static func commands(_ state: WizardState) -> [ShellCommand] {
        guard state.validated.mirrors != nil else { return [] }
        guard case .done = state.mirrors.writing else { return [EquivalentCommand(state: state).command] }
        let next = NextCommands(state: state)
        return next.pushes + [next.insertion, next.bmctl].compactMap(\.self) + next.bmctlPushes
    }
}
