import MirrorCore

/// The nodes as a table with marks, the odd ones told from the rest, and what is wrong with the one in focus.
struct FleetView {
    let state: WizardState
    let texts: Catalogue

    func body(width: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.nodes.intro"), .title)
        let nodes = state.trouble.nodes
        if nodes.count == 1 {
            body.add(texts("nodes.noFile"), .hint)
        } else {
            body.add(progress(nodes), state.trouble.gathering == nil ? .hint : .info)
        }
        body.gap()
        for (index, node) in nodes.enumerated() {
            let row = body.nextLine
            body.add(line(node, isFocused: index == state.focus, isSelected: index == state.trouble.selected))
            if index == state.focus { body.cursor = Point(row: row, column: 2) }
        }
        if nodes.count > 1 {
            body.gap()
            let isFocused = state.focus == nodes.count
            if isFocused { body.cursor = Point(row: body.nextLine, column: 2) }
            body.add([Span("[ \(texts("field.askNodes.label")) ]", isFocused ? .selected : .value)])
        }
        body.gap()
        if nodes.indices.contains(state.focus) { addFindings(of: nodes[state.focus], to: &body) }
        return body
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

    private func line(_ node: TroubledNode, isFocused: Bool, isSelected: Bool) -> StyledLine {
        let (mark, style) = look(node)
        let name: String =
            switch node.place {
            case .here: texts("nodes.here")
            case .node(let address): printable(address)
            }
        var line: StyledLine = [
            Span(isSelected ? "▸ " : "  ", .stepCurrent), Span("\(mark) ", style),
            Span(name.padded(to: 18), isFocused ? .focus : .value), Span(printable(node.pool).padded(to: 14), .hint),
        ]
        if node.isInMaintenance { line.append(Span(texts("nodes.maintenance") + "  ", .warning)) }
        switch node.state {
        case .unasked: break
        case .asking: line.append(Span(texts("nodes.asking"), .info))
        case .failed(let finding): line.append(Span("\(texts(finding.title))  \(finding.code)", .error))
        case .reported(let summary):
            line.append(Span(printable("\(summary.name)  containerd \(summary.containerdVersion)  "), .text))
            line.append(Span("\(letter(of: summary.identity))  ", .info))
            if let first = summary.findings.first { line.append(Span("\(texts(first.title))  \(first.code)", style)) }
        }
        return line
    }

    /// Nodes with the same letter do the same for every image.
    private func letter(of identity: String) -> String {
        var seen: [String] = []
        for node in state.trouble.nodes {
            guard case .reported(let summary) = node.state, !seen.contains(summary.identity) else { continue }
            seen.append(summary.identity)
        }
        let index = seen.firstIndex(of: identity) ?? 0
        return index < 26 ? String(UnicodeScalar(UInt8(0x41 + index))) : "\(index + 1)"
    }

    private func look(_ node: TroubledNode) -> (String, StyleRole) {
        switch node.state {
        case .unasked: return ("·", .hint)
        case .asking: return (["◐", "◓", "◑", "◒"][state.trouble.frame % 4], .info)
        case .failed: return node.isInMaintenance ? ("!", .warning) : ("✗", .error)
        case .reported(let summary):
            guard let worst = summary.findings.map(\.severity).max() else { return ("✓", .success) }
            return worst == .error ? ("✗", .error) : worst == .warning ? ("!", .warning) : ("✓", .success)
        }
    }

    private func addFindings(of node: TroubledNode, to body: inout Body) {
        switch node.state {
        case .failed(let finding): body.add(finding, texts)
        case .reported(let summary):
            for finding in summary.findings { body.add(finding, texts) }
            if summary.findings.isEmpty { body.add(texts("nodes.good"), .success, indent: 0, marker: "✓") }
        case .unasked, .asking: break
        }
    }
}

extension Body {
    /// A finding as every step shows it.
    mutating func add(_ finding: Finding, _ texts: Catalogue) {
        let (mark, style): (String, StyleRole) =
            switch finding.severity {
            case .error: ("✗", .error)
            case .warning: ("!", .warning)
            case .info: ("i", .info)
            }
        add("\(texts(finding.title))  \(finding.code)", style, indent: 0, marker: mark)
        for line in finding.withoutSecrets.evidence.prefix(4) { add(printable(line), .hint, indent: 2) }
        add(texts(finding.nextStep), .text, indent: 2, marker: "→")
    }
}
