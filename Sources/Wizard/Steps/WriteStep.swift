import MirrorCore

/// The diff, then the write, then what to run next.
struct WriteStep: WizardStep {
    let id: StepID = "write"
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        if case .done = state.writing { return [Field("leave", .button)] }
        guard case .change(let preview) = state.change.outcome, !preview.isRefused else { return [] }
        return [Field("write", .button)]
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        let scroll = [KeyHint("↑↓", "scroll")]
        switch state.currentField?.id {
        case "write": return [KeyHint("Enter", "write")] + scroll
        case "leave": return [KeyHint("Enter", "quit")] + scroll
        default: return scroll
        }
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        state.handleDiffKey(key, tab: .file) ? [] : nil
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        if field.id == "leave" { return [.quit(exitCode: 0)] }
        // Only what is on the screen is written: the outcome of the edit that was asked for last.
        guard case .change = state.change.outcome, state.change.isCurrent else { return [] }
        if case .running = state.writing { return [] }
        if state.asks(before: .write) { return [] }
        return startWriting(&state)
    }

    /// Writes what is on the screen.
    func startWriting(_ state: inout WizardState) -> [Effect] {
        guard case .change = state.change.outcome, state.change.isCurrent, let edit = state.change.request else {
            return []
        }
        let request = state.nextRequest()
        state.writing = .running(request)
        return [.write(request, edit: edit)]
    }

    func status(_ state: WizardState) -> StepStatus {
        switch state.writing {
        case .done: .done
        case .failed: .wrong
        default: .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        addHead(to: &body, state, texts)
        let below = nextCommands(state, texts, width: width)
        let room = max(3, height - body.lines.count - below.count)
        DiffPane(state: state, texts: texts, tab: .file, isAnchoredAtTop: true)
            .add(to: &body, height: room, takesCursor: body.cursor == nil)
        for line in below { body.add(line) }
        return body
    }

    private func addHead(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        if case .done(let path, let backup) = state.writing {
            body.add(texts("write.done", ["path": path]), .success, indent: 0, marker: "✓")
            if let backup { body.add(texts("write.backup", ["path": backup]), .text, indent: 2) }
        } else if case .change(let preview) = state.change.outcome {
            let arguments = ["path": preview.path, "added": "\(preview.added)", "removed": "\(preview.removed)"]
            body.add(texts(preview.isNew ? "write.create" : "write.change", arguments), .title)
            for concern in preview.concerns where concern.severity != .note {
                let style: StyleRole = concern.severity == .refusal ? .error : .warning
                body.add(texts(concern.problem), style, indent: 0, marker: concern.severity.mark)
                body.add(texts(concern.fix), .text, indent: 2, marker: "→")
            }
        } else {
            body.add(texts("write.nothing"), .title)
        }
        if case .failed(let phrase) = state.writing { body.add(texts(phrase), .error, indent: 0, marker: "✗") }
        if case .running = state.writing { body.add(texts("write.running"), .info, indent: 0, marker: "◐") }
        if let finding = state.findings.first(where: { $0.severity == .error }) {
            body.add(
                texts("write.despite", ["title": texts(finding.title), "code": finding.code]),
                .error,
                indent: 0,
                marker: "✗"
            )
        }
        for issue in state.validated.issues {
            body.add(texts(issue.problem), .error, indent: 0, marker: "✗")
            body.add(texts(issue.fix), .warning, indent: 2, marker: "→")
        }
        if let field = fields(state).first {
            let row = body.nextLine
            body.add([Span("[ \(texts("field.\(field.id).label")) ]", .selected)])
            body.cursor = Point(row: row, column: 2)
        }
        body.gap()
    }

    /// What to run after the write, or instead of this screen before it.
    private func nextCommands(_ state: WizardState, _ texts: Catalogue, width: Int) -> [StyledLine] {
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
        return body.lines
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
