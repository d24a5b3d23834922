/// A CA certificate that the node trusts for a registry is past its end, or not yet valid.
struct CAExpired: NodeRule {
    let code = "MIR0819"
    let severity = Finding.Severity.error

    func findings(in node: NodeJudgement) -> [Finding] {
        var findings: [Finding] = []
        for path in node.usedCAFiles {
            for certificate in node.inspection.certificates[path] ?? [] {
                let now = node.inspection.now
                guard certificate.notAfter < now || certificate.notBefore > now else { continue }
                let date = civilTime(certificate.notAfter < now ? certificate.notAfter : certificate.notBefore)
                findings.append(
                    finding(node, [certificate.subject, certificate.sha256Fingerprint], ["file": path, "date": date])
                )
            }
        }
        return findings
    }
}
