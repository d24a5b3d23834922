import MirrorCore

/// A finding as every command's JSON has it.
struct FindingJSON: Encodable {
    let code: String
    let severity: String
    let title: String
    let evidence: [String]
    let cause: String
    let nextStep: String

    init(_ finding: Finding) {
        code = finding.code
        severity = finding.severity.rawValue
        title = texts(finding.title)
        evidence = finding.evidence.map(printable)
        cause = texts(finding.cause)
        nextStep = texts(finding.nextStep)
    }
}

/// `probe --output json`
struct ProbeJSON: Encodable {
    struct Phase: Encodable {
        let phase: String
        let status: String
        let milliseconds: Int?
        let detail: String?
    }

    let endpoint: String
    let phases: [Phase]
    let findings: [FindingJSON]

    init(report: ProbeReport, findings: [Finding]) {
        endpoint = report.plan.endpoint.url
        phases = report.phases.map {
            Phase(
                phase: $0.kind.rawValue,
                status: $0.status.rawValue,
                milliseconds: $0.milliseconds,
                detail: $0.detail.map { texts($0) }
            )
        }
        self.findings = findings.map(FindingJSON.init)
    }
}
