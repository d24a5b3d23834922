import Texts

extension ReadyFacts {
    /// What saved reports say of the nodes as they are now.
    var nodeLines: [ReadyLine] {
        let subject = Phrase("ready.subject.nodes")
        guard let nodes else {
            return [.notChecked(.nodes, subject, Phrase("ready.nodes.noReports"), next: Phrase("ready.nodes.ask"))]
        }
        let heard = nodes.filter { $0.inspection.report != nil }
        let silent = nodes.filter { $0.inspection.report == nil }
        let wrong = heard.filter { node in
            !node.inspection.isInMaintenance && node.findings.contains { $0.severity == .error }
        }
        var lines: [ReadyLine] = []
        let good = heard.count - wrong.count
        if good > 0 {
            let values = ["nodes": "\(good)", "date": reportDate(heard)]
            lines.append(.checked(.nodes, subject, Phrase("ready.nodes.good", values)))
        }
        lines += wrong.prefix(20).map(line)
        if wrong.count > 20 {
            lines.append(
                .wrong(
                    .nodes,
                    subject,
                    Phrase("ready.nodes.moreWrong", ["count": "\(wrong.count - 20)"]),
                    next: Phrase("ready.nodes.look")
                )
            )
        }
        if !silent.isEmpty {
            let names = Phrase.list(silent.map { .plain($0.inspection.target) }, limit: 6)
            let why = Phrase("ready.nodes.missing", ["count": "\(silent.count)"], parts: ["names": names])
            lines.append(.notChecked(.nodes, subject, why, next: Phrase("ready.nodes.ask")))
        }
        return lines
    }

    private func line(_ node: NodeJudgement) -> ReadyLine {
        let known = SecretForms(node.explainer?.credentials.secrets ?? [])
        let errors = node.findings.filter { $0.severity == .error }.map { $0.without(known) }
        return .wrong(
            .nodes,
            Phrase("ready.subject.node", ["node": node.inspection.target]),
            Phrase("ready.nodes.wrong", ["date": reportDate([node])]),
            next: errors.first?.nextStep ?? Phrase("ready.nodes.look"),
            findings: Array(errors.prefix(3))
        )
    }

    /// Of the oldest report.
    func reportDate(_ nodes: [NodeJudgement]) -> String {
        nodes.compactMap { $0.inspection.report?.clock }.min().map(civilTime) ?? "?"
    }
}
