import Diagnosis
import Texts

/// The other mirrors of the list on the probe's page, a line each; and what became of a CA bundle.
extension ProbeView {
    func addOthers(to body: inout Body) {
        let plans = state.otherPlans
        guard !plans.isEmpty else { return }
        body.gap()
        body.add(texts("probePage.others"), .label)
        for (index, plan) in plans {
            let (mark, style, words) = standing(of: plan)
            let head = "\(index + 1)  \(printable(plan.endpoint.url))"
            body.add([Span("\(mark) ", style), Span(head, .value)])
            body.add(words, style, indent: 4)
        }
        body.add(texts("probePage.choose"), .hint)
    }

    private func standing(of plan: ProbePlan) -> (String, StyleRole, String) {
        guard let report = state.mirrors.probe.reports.last(where: { $0.plan == plan }), report.isFinished else {
            let isRunning = state.mirrors.probe.others != nil
            let mark = isRunning ? Wizard.spinner(state.mirrors.probe.frame) : "·"
            return (mark, .info, texts(isRunning ? "probe.starts" : "probe.soon"))
        }
        guard let first = diagnose(report).first else { return ("✓", .success, texts("probe.good")) }
        return (first.severity.mark, first.severity.style, "\(texts(first.title))  \(first.code)")
    }

    func addBundle(to body: inout Body) {
        switch state.mirrors.bundle {
        case .idle: break
        case .writing: body.add(texts("probePage.proving"), .info, indent: 0, marker: "◐")
        case .failed(let phrase): body.add(texts(phrase), .error, indent: 0, marker: "✗")
        case .written(let path):
            body.add(texts("bundle.written", ["path": printable(path)]), .success, indent: 0, marker: "✓")
            body.add(texts("bundle.compare", ["path": printable(path)]), .warning)
        }
    }
}
