import MirrorCore
import Texts

/// The rows of the tab that compares with the running cluster: what the nodes have now against what the file gives them.
struct LiveRows {
    let state: WizardState
    let texts: Catalogue
    let width: Int

    var rows: [DiffRow] {
        if let running = state.mirrors.jobs.running, case .compareLive = running.job {
            return sentence("job.running.live", .info)
        }
        if let view = state.mirrors.jobs.live {
            if view.isSame { return sentence("live.same", .success) }
            let rows = ChangeRows(state: state, texts: texts, width: width, other: view.change)
            let file = rows.file
            let blocks = (file.compactMap(\.block).max() ?? -1) + 1
            return file + [DiffRow([])] + rows.effects.map { $0.shifted(by: blocks) }
        }
        if case .failed(let phrase, let fix) = state.mirrors.jobs.result {
            return lines("\(Mark.wrong) \(texts(phrase))", .error)
                + (fix.map { lines("\(Mark.remedy) \(texts($0))", .text) } ?? [])
        }
        return sentence("live.ask", .hint)
    }

    private func sentence(_ key: String, _ style: StyleRole) -> [DiffRow] { lines(texts(key), style) }

    private func lines(_ text: String, _ style: StyleRole) -> [DiffRow] {
        wrapped(text, width: width).map { DiffRow([Span($0, style)]) }
    }
}
