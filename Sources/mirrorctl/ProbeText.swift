import MirrorCore

/// A probe's outcome for people: the phases, then each finding with evidence, cause and next step.
struct ProbeText {
    let report: ProbeReport
    let findings: [Finding]

    var text: String {
        var lines = [report.plan.endpoint.url]
        for phase in report.phases {
            let title = texts(phase.kind.title)
            let time = phase.milliseconds.map { "\($0) ms" } ?? ""
            let detail = phase.detail.map { texts($0) } ?? ""
            var line = "  \(mark(phase.status)) \(title)" + String(repeating: " ", count: max(1, 14 - title.count))
            line += String(repeating: " ", count: max(0, 8 - time.count)) + time
            if !detail.isEmpty { line += "  " + detail }
            lines.append(line)
        }
        for finding in findings {
            lines += ["", "\(mark(finding.severity)) \(finding.code)  \(texts(finding.title))"]
            lines += finding.evidence.map { "    │ " + printable($0) }
            lines += ["    " + texts(finding.cause), "  → " + texts(finding.nextStep)]
        }
        if findings.isEmpty { lines += ["", texts("probe.good")] }
        return lines.joined(separator: "\n")
    }

    private func mark(_ status: ProbePhase.Status) -> String {
        switch status {
        case .pending, .running: "·"
        case .passed: "✓"
        case .failed: "✗"
        case .skipped: "–"
        }
    }

    private func mark(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "✗"
        case .warning: "!"
        case .info: "i"
        }
    }
}
