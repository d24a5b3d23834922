/// The node trusts other certificates for a mirror than the cluster config file gives it.
struct CADiffers: NodeRule {
    let code = "MIR0818"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        guard let expected = node.inspection.expected else { return [] }
        var reported: Set<String> = []
        var findings: [Finding] = []
        for attempt in node.attempts where !attempt.isUpstream {
            guard let wanted = expected.caFingerprints[attempt.endpoint.host] else { continue }
            let files = attempt.endpoint.tls.caFiles ?? []
            let found = Set(files.flatMap { node.inspection.certificates[$0] ?? [] }.map(\.sha256Fingerprint))
            guard found.isDisjoint(with: wanted), reported.insert(attempt.endpoint.host).inserted else { continue }
            let evidence = wanted.sorted().map { "- " + $0 } + found.sorted().map { "+ " + $0 }
            let arguments = ["endpoint": attempt.endpoint.host, "files": files.joined(separator: ", ")]
            findings.append(finding(node, evidence, arguments))
        }
        return findings
    }
}
