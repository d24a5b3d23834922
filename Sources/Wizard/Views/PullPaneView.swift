import Diagnosis
import MirrorCore
import Texts

/// The panes of the pull's page, and the one that is shown.
struct PullPaneView {
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        body.add(tabs)
        switch state.trouble.pane {
        case .attempts: PullView(state: state, texts: texts).add(to: &body)
        case .journal: addJournal(to: &body)
        case .log: addLog(to: &body)
        case .change: addChange(to: &body)
        }
        body.add(pageCommand: state.pullCommand, texts)
    }

    private var versions: [GDCVersion] {
        if case .read(let config) = state.mirrors.cluster { config.nodeVersions } else { [] }
    }

    private var tabs: StyledLine {
        var line: StyledLine = []
        for (index, pane) in PullPane.allCases.enumerated() {
            let isCurrent = pane == state.trouble.pane
            if !line.isEmpty { line.append(Span(" │ ", .border)) }
            let title = texts("pullPane.\(pane.rawValue)")
            line.append(Span(isCurrent ? "▸\(title)" : title, isCurrent ? .stepCurrent : .hint, .tab(index)))
        }
        return line
    }

    private func addJournal(to body: inout Body) {
        guard case .explained(let pull) = state.trouble.outcome else {
            return PullView(state: state, texts: texts).add(to: &body)
        }
        if let trace = pull.trace {
            TraceView(texts: texts, versions: versions).add(trace, to: &body)
        } else {
            body.add(texts("pullPane.noJournal"), .hint)
        }
    }

    private func addLog(to body: inout Body) {
        if case .pasted(let text) = state.trouble.log.source {
            let lines = text.split(whereSeparator: \.isNewline).count
            body.add(texts("pullPane.pasted", ["lines": "\(lines)"]), .hint)
        }
        switch state.trouble.log.outcome {
        case nil: body.add(texts(state.trouble.log.asked == nil ? "pullPane.noLog" : "pullPane.reading"), .hint)
        case .failed(let phrase): body.add(texts(phrase), mark: .wrong)
        case .nothing(let images, let kinds):
            let key = images.isEmpty ? "pullPane.nothingAtAll" : "pullPane.nothing"
            body.add(texts(key), mark: .doubtful)
            for kind in kinds.prefix(3) { body.add(texts(kind.phrase), .text, indent: 2) }
            if images.isEmpty { for key in OtherText.lookFor { body.add(texts(key), .hint, indent: 2) } }
            for image in images.suffix(6) { body.add(printable(image), .value, indent: 2) }
        case .traced(let trace): TraceView(texts: texts, versions: versions).add(trace, to: &body)
        }
    }

    private func addChange(to body: inout Body) {
        switch state.mirrors.change.outcome {
        case .change(let preview):
            let values = ["path": preview.path, "added": "\(preview.added)", "removed": "\(preview.removed)"]
            body.add(texts("write.change", values), .label)
            for line in preview.diff { body.add(line.styled) }
        case .refused(let phrase): body.add(texts(phrase), mark: .wrong)
        case .unchanged, nil: body.add(texts("pullPane.noChange"), .hint)
        }
    }
}
