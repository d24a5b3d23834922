/// A signature or key of the chain is too weak.
struct WeakCertificate: DiagnosisRule {
    let code = "MIR0215"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let tls = report.tls, let problem = tls.problems.first(where: { $0.kind == .weak }) else { return [] }
        let weak = tls.certificate(of: problem) ?? tls.leaf
        let key = weak?.algorithms ?? problem.text
        return [finding([key, problem.text] + (weak?.evidence ?? []), report.place(["key": key]))]
    }
}
