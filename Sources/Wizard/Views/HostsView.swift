import MirrorCore
import Texts

/// As many registry hosts as fit around the one in focus, with what is on.
struct HostsView {
    let state: WizardState
    let texts: Catalogue

    func body(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.hosts.intro"), .title)
        FormView(step: HostsStep(), state: state, texts: texts, hasHints: false).addFields(to: &body)
        body.gap()
        body.add([
            Span("   [x] \(RegistryHost.alwaysMirrored.name)", .hint), Span("  " + texts("hosts.always"), .hint),
        ])
        let rows = state.hostRows
        var notes = Body(width: width)
        addNotes(to: &notes, rows)
        let room = max(1, height - body.lines.count - min(notes.lines.count, max(1, height / 3)))
        let at = min(state.mirrors.hosts.row, rows.count - 1)
        let first = max(0, min(at - room / 2, rows.count - room))
        for (index, row) in rows.enumerated().dropFirst(first).prefix(room) {
            // What is typed has the cursor; else the row that Space turns.
            if index == at, state.mirrors.hosts.filter.isEmpty { body.cursor = Point(row: body.nextLine, column: 4) }
            body.add(line(row, isFocused: index == at))
            body.mark(from: body.nextLine - 1, .row(index))
        }
        for line in notes.lines { body.add(line) }
        return body
    }

    private func line(_ row: HostRow, isFocused: Bool) -> StyledLine {
        let style: StyleRole = isFocused ? .focus : .text
        let mark = Span(isFocused ? " ▸ " : "   ", .stepCurrent)
        switch row {
        case .host(let host, let isOn):
            return [
                mark, Span("[\(isOn ? "x" : " ")] ", isOn || isFocused ? style : .hint), Span(printable(host), style),
            ]
        case .new(let host): return [mark, Span(texts("hosts.add", ["host": printable(host)]), style)]
        }
    }

    /// How many there are, and what is wrong with them.
    private func addNotes(to body: inout Body, _ rows: [HostRow]) {
        body.gap()
        let values = ["on": "\(state.mirror.hosts.count)", "shown": "\(rows.count)"]
        body.add(texts("hosts.count", values), .hint)
        for issue in state.issuesOfCurrentMirror.filter({ $0.field == .hosts }).prefix(3) {
            body.add(texts(issue.problem), mark: .wrong)
            body.add(texts(issue.fix), mark: .remedy)
        }
        if state.clusterConfig != nil, state.clusterConfig?.header?.gcrKeyPath == nil {
            body.add(texts("cluster.noGCRKey"), mark: .doubtful)
        }
    }
}

/// As many hosts of a list as fit into a line.
struct HostsLine {
    let shown: String
    /// How many are left out.
    let rest: Int

    init(_ hosts: [String], width: Int) {
        var shown = ""
        var count = 0
        for host in hosts {
            let next = shown + (shown.isEmpty ? "" : " ") + printable(host)
            // Room for how many more there are.
            guard DisplayWidth.of(next) + (count + 1 < hosts.count ? 6 : 0) <= width else { break }
            shown = next
            count += 1
        }
        self.shown = shown
        rest = hosts.count - count
    }
}
