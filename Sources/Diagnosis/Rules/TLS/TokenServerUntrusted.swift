/// The token server's certificate is refused, with the same CA that is good for the registry.
struct TokenServerUntrusted: DiagnosisRule {
    let code = "MIR0220"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let login = report.login else { return [] }
        let verdicts = login.tokenTLS?.verdicts ?? []
        guard login.tokenFailure == .certificateRejected || !verdicts.isEmpty else { return [] }
        let realm = login.challenges.compactMap(\.realm).first ?? ""
        let top = login.tokenTLS?.chain.last
        let problems = login.tokenTLS?.problems.map { "\($0.subject): \($0.text)" } ?? []
        let reason = verdicts.last?.evidence.joined(separator: ", ") ?? login.tokenTLS?.problems.first?.text ?? "–"
        let arguments = ["realm": realm, "issuer": top?.issuer ?? "–", "reason": reason]
        return [
            finding(
                ["realm \(realm)"] + problems + (top?.evidence ?? []),
                report.place(arguments),
                field: .caCertPath
            )
        ]
    }
}
