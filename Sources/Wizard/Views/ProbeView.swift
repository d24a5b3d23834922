import Diagnosis
import MirrorCore
import Texts

/// What the registry says: the phases in a line, and the findings under it.
struct ProbeView {
    let state: WizardState
    let texts: Catalogue

    /// `✓ connect 1 ms   ✗ TLS …`, as many lines as it takes.
    func phaseLines(width: Int) -> [StyledLine] {
        guard let report = state.mirrors.probe.current else {
            let key =
                state.mirrors.probe.plan == nil
                ? "probe.waitsForEndpoint" : state.mirrors.probe.running != nil ? "probe.starts" : "probe.soon"
            let offer = state.suggestions != nil && state.mirrors.probe.plan == nil ? [texts("probe.offers")] : []
            return (offer + [texts(key)]).map { [Span($0, .hint)] }
        }
        var lines: [StyledLine] = [[]]
        for phase in report.phases where phase.status != .skipped {
            let (mark, style) = look(phase.status)
            var text = "\(mark) \(texts(phase.kind.title))"
            if let milliseconds = phase.milliseconds { text += " \(milliseconds) ms" }
            if lines[lines.count - 1].width + DisplayWidth.of(text) + 3 > width { lines.append([]) }
            lines[lines.count - 1] += [Span(text, style), Span("   ")]
        }
        return lines
    }

    func look(_ status: ProbePhase.Status) -> (String, StyleRole) {
        switch status {
        case .running: (spinner, .info)
        case .passed, .failed, .pending, .skipped: status.mark.look
        }
    }

    var spinner: String {
        let isRunning = state.mirrors.probe.running != nil || state.mirrors.probe.others != nil
        return isRunning ? Wizard.spinner(state.mirrors.probe.frame) : "·"
    }

    /// The most important finding in one line, its next step in the other.
    func summary(width: Int) -> [StyledLine] {
        guard let report = state.mirrors.probe.current, report.isFinished else { return [] }
        if let secret = state.uncheckedCASecret {
            var body = Body(width: width)
            body.add(texts("mirrors.uncheckedCA", ["secret": printable(secret)]), mark: .doubtful)
            return Array(body.lines.prefix(3))
        }
        guard let finding = state.findings.first else { return [[Span(texts("probe.good"), .success)]] }
        let style = finding.severity.style
        let code = " " + finding.code
        let title = fittingWithDots(texts(finding.title), width: width - code.count - 2)
        let more = state.findings.count > 1 ? texts("probe.more", ["count": "\(state.findings.count - 1)"]) : ""
        return [
            [
                Span("\(finding.severity.mark) ", style), Span(title.padded(to: width - code.count - 2), style),
                Span(code, .hint),
            ],
            [
                Span("\(Mark.remedy) ", .warning),
                Span(fittingWithDots(texts(finding.nextStep), width: width - 2 - more.count), .text), Span(more, .hint),
            ],
        ]
    }

    /// Phase by phase, and what was met on the way.
    func addDetails(to body: inout Body) {
        guard let report = state.mirrors.probe.current else { return }
        body.add(texts("probePage.phases"), .label)
        for phase in report.phases {
            let (mark, style) = look(phase.status)
            let time = phase.milliseconds.map { "\($0) ms" } ?? ""
            var line: StyledLine = [
                Span("\(mark) ", style), Span(texts(phase.kind.title).padded(to: 14), style),
                Span(time.leftPadded(to: 8) + "  ", .hint),
            ]
            if let detail = phase.detail {
                line.append(Span(fittingWithDots(texts(detail), width: max(8, body.width - 27)), .text))
            }
            body.add(line)
        }
        addChain(of: report, to: &body)
        addNetwork(of: report, to: &body)
        addChallenges(of: report, to: &body)
    }

    /// The certificates from the CA down.
    private func addChain(of report: ProbeReport, to body: inout Body) {
        let nodes = CertificateTree(report).rows
        guard !nodes.isEmpty else { return }
        body.gap()
        body.add(texts("chain.title"), .label)
        for node in nodes {
            for line in node.lines(origin: texts("chain.\(node.origin.rawValue)")) {
                let indent = line.prefix { $0 == " " }.count
                body.add(printable(line), .hint, indent: 2 + indent)
            }
        }
    }

    private func addChallenges(of report: ProbeReport, to body: inout Body) {
        guard let login = report.login else { return }
        body.gap()
        body.add(texts("challenge.title"), .label)
        for line in login.evidence { body.add(printable(line), .hint, indent: 2) }
        if login.sent.wasSent, case .loaded(.found(let key, let username)) = report.dockerConfig {
            body.add(texts("challenge.entry", ["key": key, "username": username]), .hint, indent: 2)
        }
    }

    /// Every finding with cause, next step and evidence.
    func addFindings(to body: inout Body) {
        if let secret = state.uncheckedCASecret {
            body.gap()
            body.add(texts("mirrors.uncheckedCA", ["secret": printable(secret)]), mark: .doubtful)
        }
        for finding in state.findings {
            body.gap()
            body.add(finding, texts, evidence: .max, hasCause: true)
        }
        let isGood = state.findings.isEmpty && state.uncheckedCASecret == nil
        if isGood, state.mirrors.probe.current?.isFinished == true {
            body.gap()
            body.add(texts("probe.good"), mark: .good)
        }
    }
}
