import Diagnosis
import Texts

/// The nodes as a table with marks, alike ones together and the odd ones first, and what is wrong with the one in focus.
struct FleetView {
    let state: WizardState
    let texts: Catalogue

    /// As many nodes as fit around the one in focus; its findings have the rest, and scroll.
    func body(width: Int, height: Int) -> Body {
        var body = head(width: width, height: height)
        let findings = findingLines(width: width)
        let room = max(0, height - body.lines.count - 1)
        let last = max(0, findings.count - room)
        let first = min(state.preview.scroll, last)
        if last > 0 {
            body.add(MirrorForm.place(first, room: room, count: findings.count, width: width))
        } else {
            body.gap()
        }
        for line in findings.dropFirst(first).prefix(room) { body.add(line) }
        return body
    }

    /// How far the findings scroll, and how many lines of them are seen at once.
    func scroll(_ size: Size) -> (last: Int, room: Int) {
        let room = max(0, size.rows - head(width: size.columns, height: size.rows).lines.count - 1)
        return (max(0, findingLines(width: size.columns).count - room), room)
    }

    private func head(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.nodes.intro"), .title)
        let nodes = state.trouble.nodes
        if nodes.count == 1 {
            body.add(texts("nodes.noFile"), .hint)
        } else {
            body.add(progress(nodes), state.trouble.gathering == nil ? .hint : .info)
        }
        body.gap()
        let findings = findingLines(width: width)
        // At least half of the screen is the table's.
        var command = Body(width: width)
        if let shown = state.nodesCommand { command.add(shown) }
        let below = (nodes.count > 1 ? 3 : 1) + command.lines.count
        let room = max(1, height / 2 - 2, height - body.lines.count - findings.count - below)
        addTable(to: &body, room: room)
        if nodes.count > 1 {
            body.gap()
            let isFocused = state.focus == nodes.count
            if isFocused { body.cursor = Point(row: body.nextLine, column: 2) }
            let style: StyleRole = isFocused ? .selected : .value
            body.add([Span("[ \(texts("field.askNodes.label")) ]", style, .field(nodes.count))])
            for line in command.lines { body.add(line) }
        }
        return body
    }

    private func addTable(to body: inout Body, room: Int) {
        let order = FleetOrder(state.trouble.nodes)
        // Groups have a head of their own once there is more than one.
        let isGrouped =
            state.trouble.nodes.count > 2 && state.trouble.gathering == nil
            && state.trouble.nodes.dropFirst().contains { $0.isHeard }
        var rows: [(line: StyledLine, node: Int?)] = []
        // Rows stand in the nodes' own order: nothing jumps while answers come.
        var previous: FleetOrder.Kind?
        for index in state.trouble.nodes.indices {
            let group = order.groups.first { $0.nodes.contains(index) }
            if isGrouped, let group, group.kind != previous, let head = head(group) { rows.append((head, nil)) }
            previous = group?.kind
            let isFocused = index == state.focus
            rows.append((line(index, order, isFocused: isFocused, width: body.width), index))
        }
        let at = rows.firstIndex { $0.node == state.focus } ?? rows.count - 1
        let first = max(0, min(at - room / 2, rows.count - room))
        for (offset, row) in rows[first...].prefix(max(1, room)).enumerated() {
            if first + offset == at, row.node == state.focus { body.cursor = Point(row: body.nextLine, column: 2) }
            body.add(row.line)
            if let node = row.node { body.mark(from: body.nextLine - 1, .field(node)) }
        }
        let rest = rows.count - first - max(1, room)
        if rest > 0 { body.add(texts("pushPackage.more", ["count": "\(rest)"]), .hint, indent: 2) }
    }

    private func head(_ group: FleetOrder.Group) -> StyledLine? {
        let count = "\(group.nodes.count)"
        switch group.kind {
        case .here: return nil
        case .silent: return [Span(texts("nodes.silent", ["count": count]), .error)]
        case .unasked: return [Span(texts("nodes.unasked", ["count": count]), .hint)]
        case .alike("A"): return [Span(texts("nodes.alike", ["letter": "A", "count": count]), .label)]
        case .alike(let letter):
            let all = "\(state.trouble.nodes.count - 1)"
            return [Span(texts("nodes.odd", ["letter": letter, "count": count, "all": all]), .warning)]
        }
    }

    private func progress(_ nodes: [TroubledNode]) -> String {
        let remote = nodes.dropFirst()
        var counts = (asked: 0, good: 0, wrong: 0)
        for node in remote {
            switch node.state {
            case .unasked, .asking: continue
            case .reported(let summary):
                if summary.findings.contains(where: { $0.severity == .error }) {
                    counts.wrong += 1
                } else {
                    counts.good += 1
                }
            case .failed: counts.wrong += 1
            }
            counts.asked += 1
        }
        return texts(
            "nodes.progress",
            ["done": "\(counts.asked)", "all": "\(remote.count)", "good": "\(counts.good)", "wrong": "\(counts.wrong)"]
        )
    }

    private func line(_ index: Int, _ order: FleetOrder, isFocused: Bool, width: Int) -> StyledLine {
        let node = state.trouble.nodes[index]
        let (mark, style) = look(node)
        let name: String =
            switch node.place {
            case .here: texts("nodes.here")
            case .node(let address): printable(address)
            }
        var line: StyledLine = [
            Span(index == state.trouble.selected ? "▸ " : "  ", .stepCurrent), Span("\(mark) ", style),
            Span(name.padded(to: 18), isFocused ? .focus : .value),
        ]
        // Where there is not room for all, what is wrong comes first; the rest stands below for the node in focus.
        let isNarrow = width < 90
        if !isNarrow || node.cause == nil { line.append(Span(printable(node.pool).padded(to: 14), .hint)) }
        if node.isInMaintenance { line.append(Span(texts("nodes.maintenance") + "  ", .warning)) }
        switch node.state {
        case .unasked: break
        case .asking: line.append(Span(texts("nodes.asking"), .info))
        case .failed(let finding): add(finding, to: &line, .error, width)
        case .reported(let summary):
            if !isNarrow || node.cause == nil { line.append(Span(facts(summary) + "  ", .text)) }
            line.append(Span("\(order.letter(of: index) ?? "·")  ", .info))
            if let first = summary.findings.first { add(first, to: &line, style, width) }
        }
        return line
    }

    private func facts(_ summary: NodeSummary) -> String {
        printable("\(summary.name)  containerd \(summary.containerdVersion)")
    }

    /// Its code first: that stays when the title does not fit. The row names the node already.
    private func add(_ finding: Finding, to line: inout StyledLine, _ style: StyleRole, _ width: Int) {
        let room = width - line.map { DisplayWidth.of($0.text) }.reduce(0, +)
        var arguments = finding.title.arguments
        if arguments["node"] != nil { arguments["node"] = texts("nodes.it") }
        let title = texts(Phrase(finding.title.key, arguments, parts: finding.title.parts))
        line.append(Span(fittingWithDots("\(finding.code)  \(title)", width: max(7, room)), style))
    }

    private func look(_ node: TroubledNode) -> (String, StyleRole) {
        switch node.state {
        case .unasked: return ("·", .hint)
        case .asking: return (spinner(state.trouble.frame), .info)
        case .failed: return node.isInMaintenance ? Mark.doubtful.look : Mark.wrong.look
        case .reported(let summary):
            guard let worst = summary.findings.map(\.severity).max() else { return Mark.good.look }
            return worst == .error ? Mark.wrong.look : worst == .warning ? Mark.doubtful.look : Mark.good.look
        }
    }

    private func findingLines(width: Int) -> [StyledLine] {
        guard state.trouble.nodes.indices.contains(state.focus) else { return [] }
        var body = Body(width: width)
        let node = state.trouble.nodes[state.focus]
        if width < 90, node.cause != nil {
            var words = [node.pool]
            if case .reported(let summary) = node.state { words.append(facts(summary)) }
            body.add(words.filter { !$0.isEmpty }.map(printable).joined(separator: "  "), .hint)
        }
        switch node.state {
        case .failed(let finding): body.add(finding, texts)
        case .reported(let summary):
            for finding in summary.findings { body.add(finding, texts) }
            if summary.findings.isEmpty { body.add(texts("nodes.good"), mark: .good) }
        case .unasked, .asking: break
        }
        return body.lines
    }
}

extension TroubledNode {
    /// What is wrong with it before anything else.
    fileprivate var cause: Finding? {
        switch state {
        case .failed(let finding): finding
        case .reported(let summary): summary.findings.first
        case .unasked, .asking: nil
        }
    }

    fileprivate var isHeard: Bool {
        switch state {
        case .reported, .failed: true
        case .unasked, .asking: false
        }
    }
}
