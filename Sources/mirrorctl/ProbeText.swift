import Diagnosis
import Texts
import Wizard

/// A probe's outcome for people: the phases, then each finding with evidence, cause and next step.
struct ProbeText {
    let verdict: ProbeVerdict

    private var report: ProbeReport { verdict.report }

    var text: String {
        var lines = [report.plan.endpoint.url]
        for phase in report.phases {
            let title = texts(phase.kind.title)
            let time = phase.milliseconds.map { "\($0) ms" } ?? ""
            let detail = phase.detail.map { texts($0) } ?? ""
            var line =
                "  \(phase.status.mark) \(title)" + String(repeating: " ", count: max(1, 14 - DisplayWidth.of(title)))
            line += String(repeating: " ", count: max(0, 8 - time.count)) + time
            if !detail.isEmpty { line += "  " + detail }
            lines.append(line)
        }
        lines += network + product + chain + challenges
        for judged in verdict.judged {
            let finding = judged.finding
            if let reason = judged.suppression {
                lines += [
                    "", "– \(finding.code)  \(texts(finding.title))",
                    "    " + texts("suppress.done", ["reason": reason]),
                ]
                continue
            }
            lines += ["", FindingText(finding).text]
        }
        if verdict.isGood { lines += ["", texts("probe.good")] }
        return lines.joined(separator: "\n")
    }

    private var product: [String] {
        guard let known = RecognizedRegistry(report) else { return [] }
        let words = ["name": texts(known.product.name), "evidence": printable(known.evidence)]
        return ["", "  " + texts("product.line", words), "    " + texts(known.product.needs)]
    }

    /// Who asks through which proxy; then the addresses of the name, where there are several.
    private var network: [String] {
        var lines = ["", "  " + texts("proxy.title")]
        for row in ProxyTable(report).rows {
            let title = texts(row.party.title)
            let gap = String(repeating: " ", count: max(1, 14 - DisplayWidth.of(title)))
            lines.append("    " + title + gap + texts(row.decision))
            lines += row.settings.map { String(repeating: " ", count: 18) + printable($0) }
        }
        guard report.addressFacts.count > 1 else { return lines }
        lines += ["", "  " + texts("addresses.title")]
        return lines + report.addressFacts.map { "    " + printable($0.evidence) }
    }

    /// The certificates from the CA down, with what a person compares.
    private var chain: [String] {
        let nodes = CertificateTree(report).rows
        guard !nodes.isEmpty else { return [] }
        let lines = nodes.flatMap { $0.lines(origin: texts("chain.\($0.origin.rawValue)")) }
        return ["", "  " + texts("chain.title")] + lines.map { "    " + printable($0) }
    }

    private var challenges: [String] {
        let use = DockerConfigUse(report)
        guard let login = report.login else {
            // Unasked, only a file that was given is worth a word.
            guard report.ping != nil, use.reason != .notGiven else { return [] }
            return ["", "  " + printable(texts(use.phrase))]
        }
        // What containerd reads nothing of is shown as it came.
        let asked = login.evidence.isEmpty ? report.ping?.authenticate ?? [] : login.evidence
        return ["", "  " + texts("challenge.title")] + asked.map { "    " + printable($0) }
            + report.askedScopes.map { "    → scope=" + printable($0) }
            + ["    " + printable(texts(use.phrase))]
    }
}
