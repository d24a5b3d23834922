import MirrorCore
import Texts

/// What stands above the diff of the Write step: what was or would be written, what to know before, and what can be done.
struct WriteHead {
    let step: WriteStep
    let state: WizardState
    let texts: Catalogue

    /// Adds at most `height` lines: what can be done always has its place, of what to know the first ones.
    func add(to body: inout Body, height: Int) {
        addState(to: &body)
        var actions = Body(width: body.width)
        FieldRows(fields: step.fields(state), state: state, texts: texts).add(to: &actions)
        let room = max(2, height - body.lines.count - actions.lines.count - 1)
        for line in notices(width: body.width, room: room) { body.add(line) }
        let first = body.nextLine
        for line in actions.lines { body.add(line) }
        body.cursor = actions.cursor.map { Point(row: first + $0.row, column: $0.column) }
        body.gap()
    }

    private func addState(to body: inout Body) {
        if case .done(let path, let backup) = state.mirrors.writing {
            body.add(texts("write.done", ["path": path]), mark: .good)
            if let backup { body.add(texts("write.backup", ["path": backup]), .text, indent: 2) }
        } else if case .change(let preview) = state.mirrors.change.outcome {
            let arguments = ["path": preview.path, "added": "\(preview.added)", "removed": "\(preview.removed)"]
            body.add(texts(preview.isNew ? "write.create" : "write.change", arguments), .title)
        } else {
            body.add(texts("write.nothing"), .title)
        }
        if case .failed(let phrase) = state.mirrors.writing { body.add(texts(phrase), mark: .wrong) }
        if case .running = state.mirrors.writing { body.addRunning(texts("write.running")) }
        if let running = state.mirrors.jobs.running {
            body.addRunning(texts("job.running.\(running.job.name)"))
        }
        switch state.mirrors.jobs.result {
        case .done(let phrase): body.add(phrase, texts, mark: .good)
        case .failed(let phrase, let fix):
            body.add(texts(phrase), mark: .wrong)
            if let fix { body.add(fix, texts, .text, indent: 2, mark: .remedy) }
        case nil: break
        }
    }

    /// Problem and way out of each; where the room is short the problems alone, then the first of them and a count.
    private func notices(width: Int, room: Int) -> [StyledLine] {
        var full: [StyledLine] = []
        var short: [[StyledLine]] = []
        func add(_ problem: Phrase, _ fix: Phrase?, _ style: StyleRole, _ mark: Mark) {
            var body = Body(width: width)
            body.add(texts(problem), style, mark: mark)
            short.append(body.lines)
            if let fix { body.add(fix, texts, style == .error ? .warning : .text, indent: 2, mark: .remedy) }
            full += body.lines
        }
        if case .done = state.mirrors.writing {
        } else if case .change(let preview) = state.mirrors.change.outcome {
            for concern in preview.concerns where concern.severity != .note {
                add(
                    concern.problem,
                    concern.fix,
                    concern.severity == .refusal ? .error : .warning,
                    concern.severity.mark
                )
            }
        }
        if let finding = state.probeErrors.first?.finding {
            let arguments = ["title": texts(finding.title), "code": finding.code]
            add(Phrase("write.overriding", arguments), nil, .error, .wrong)
        }
        for issue in state.validated.issues { add(issue.problem, issue.fix, .error, .wrong) }
        if full.count <= room { return full }
        if short.reduce(0, { $0 + $1.count }) < room { return short.flatMap(\.self) + [more("write.fixes", 0)] }
        var shown: [StyledLine] = []
        var count = 0
        for lines in short {
            guard shown.count + min(2, lines.count) < room else { break }
            shown += lines.prefix(2)
            count += 1
        }
        return shown + [more(count < short.count ? "write.more" : "write.fixes", short.count - count)]
    }

    private func more(_ key: String, _ count: Int) -> StyledLine {
        [Span("  " + texts(key, ["count": "\(count)"]), .hint)]
    }
}

extension WizardJob {
    /// `job.running.NAME`
    var name: String {
        switch self {
        case .plan: "plan"
        case .findUndo, .undo: "undo"
        case .checkBmctl: "bmctl"
        case .compareLive: "live"
        }
    }
}
