import MirrorCore
import Texts

/// The diff, then the write, then what to run next.
struct WriteStep: WizardStep {
    let id = StepID.write
    let usesFullWidth = true
    let asksWhenEntered = true

    /// What can be done here: with a change on the screen, with one that is written, and with a file that stays.
    func fields(_ state: WizardState) -> [Field] {
        if case .done = state.writing {
            return [Field(.leave, .button)] + (hasCluster(state) ? bmctl(state) + [Field(.undo, .button)] : [])
        }
        switch state.change.outcome {
        case .change(let preview) where !preview.isRefused:
            return [Field(.write, .button)] + (preview.isNew ? [] : [Field(.plan, .button)])
        case .unchanged where hasCluster(state): return bmctl(state) + [Field(.undo, .button)]
        default: return []
        }
    }

    private func hasCluster(_ state: WizardState) -> Bool { state.clusterConfig?.cluster?.name.isEmpty == false }

    private func bmctl(_ state: WizardState) -> [Field] {
        let kubeconfig = Field(.bmctlKubeconfig, .path(\.jobs.kubeconfig))
        return [Field(.runBmctl, .button)] + (state.answers.operation == .update ? [kubeconfig] : [])
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        let scroll = [KeyHint("↑↓", "scroll")]
        switch state.currentField?.id {
        case .write: return [KeyHint("Enter", "write")] + scroll
        case .leave: return [KeyHint("Enter", "quit")] + scroll
        case .plan: return [KeyHint("Enter", "plan")] + scroll
        case .runBmctl: return [KeyHint("Enter", "runBmctl")] + scroll
        case .undo: return [KeyHint("Enter", "undo")] + scroll
        default: return scroll
        }
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        // A path is being typed: its letters are no keys.
        if let field, field.binding != nil { return nil }
        switch key {
        case .left where state.focus > 0: state.focus(state.focus - 1)
        case .right where state.focus + 1 < fields(state).count: state.focus(state.focus + 1)
        default: return state.handleDiffKey(key, tab: .file) ? [] : nil
        }
        return []
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        switch field.id {
        case .leave: return [.quit(exitCode: 0)]
        case .write: break
        default: return activateJob(field, &state)
        }
        // Only what is on the screen is written: the outcome of the edit that was asked for last.
        guard case .change = state.change.outcome, state.change.isCurrent else { return [] }
        if case .running = state.writing { return [] }
        if state.asks(before: .write) { return [] }
        return startWriting(&state)
    }

    private func activateJob(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        let path = state.answers.clusterConfigPath
        if state.jobs.running != nil { return [] }
        switch field.id {
        case .plan:
            guard state.change.isCurrent, let edit = state.change.request else { return [] }
            return state.start(.plan(edit: edit))
        case .undo: return state.start(.findUndo(path: path))
        case .runBmctl:
            let (operation, kubeconfig) = (state.answers.operation, state.jobs.kubeconfig)
            return state.start(.checkBmctl(path: path, operation, kubeconfig: kubeconfig))
        default: return nil
        }
    }

    /// Writes what is on the screen.
    func startWriting(_ state: inout WizardState, breaksHardLink: Bool = false) -> [Effect] {
        guard case .change = state.change.outcome, state.change.isCurrent, let edit = state.change.request else {
            return []
        }
        let request = state.nextRequest()
        state.writing = .running(request)
        return [.write(request, edit: edit, breaksHardLink: breaksHardLink)]
    }

    func turnView(_ state: inout WizardState) { state.go(to: .review) }

    func status(_ state: WizardState) -> StepStatus {
        switch state.writing {
        case .done: .done
        case .failed: .wrong
        default: .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        let below = nextCommands(state, texts, width: width, room: max(4, height / 3))
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
        guard let mirrors = state.validated.mirrors else { return [] }
        var commands: [ShellCommand]
        if case .done = state.writing {
            let cluster = state.clusterConfig?.cluster
            let name = cluster?.name ?? "CLUSTER_NAME"
            commands = mirrors.map { BmctlCommand.pushImages(to: $0, version: cluster?.versionText) }
            commands.append(
                state.answers.operation == .create ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name)
            )
        } else {
            commands = [EquivalentCommand(state: state).command]
        }
        let title = if case .done = state.writing { texts("write.next") } else { texts("write.equivalent") }
        var body = Body(width: width)
        body.add([])
        body.add([Span(title, .label)])
        for line in commands.flatMap({ $0.lines(width: width - 4) }) {
            body.add([Span("  "), Span(printable(line), .value)])
        }
        guard body.lines.count > room else { return body.lines }
        // A thousand hosts make a long command: it is not to push the diff away.
        return Array(body.lines.prefix(room - 1)) + [[Span("  …", .hint)]]
    }
}

extension EditConcern.Severity {
    /// Colour never carries it alone.
    var mark: String {
        switch self {
        case .refusal: "✗"
        case .warning: "!"
        case .note: "i"
        }
    }
}
