import MirrorCore

/// One thing that can be wrong, and how it shows in a probe.
///
/// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
package protocol DiagnosisRule: Sendable {
    /// `MIRnnnn`: 01 reach, proxies and what a server does to its client, 02 TLS, 03 login, 04 registry and path, 05 images,
    /// 06 pushing.
    var code: String { get }
    var severity: Finding.Severity { get }
    func findings(in report: ProbeReport) -> [Finding]
}

extension DiagnosisRule {
    func finding(_ evidence: [String], _ arguments: [String: String] = [:], field: DraftField? = nil) -> Finding {
        Finding(code: code, severity: severity, evidence: evidence, arguments: arguments, field: field)
    }
}

/// What the facts mean, errors first, otherwise in the order of the rules.
package func diagnose(_ report: ProbeReport) -> [Finding] {
    let findings = diagnosisRules.flatMap { $0.findings(in: report) }
    return findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }
}
