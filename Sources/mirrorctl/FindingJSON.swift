import MirrorCore

/// A finding as every command's JSON has it.
struct FindingJSON: Encodable {
    let code: String
    let severity: String
    let title: String
    let evidence: [String]
    let cause: String
    let nextStep: String
    /// The reason why it does not count; left out when it does.
    let suppressed: String?

    init(_ finding: Finding) { self.init(finding, suppression: nil) }

    init(_ finding: Finding, suppression: String?) {
        suppressed = suppression
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

    /// One certificate, the CA's first; dates in seconds since 1970.
    struct Certificate: Encodable {
        /// `given`, `sent` or `unseen`
        let origin: String
        let subject: String
        let issuer: String?
        let notBefore: Int64?
        let notAfter: Int64?
        let sha256: String?
        let names: [String]?

        init(_ node: CertificateTree.Node) {
            origin = node.origin.rawValue
            subject = printable(node.subject)
            issuer = node.certificate.map { printable($0.issuer) }
            notBefore = node.certificate?.notBefore
            notAfter = node.certificate?.notAfter
            sha256 = node.certificate?.sha256Fingerprint
            names = node.certificate?.subjectAlternativeNames.map(printable)
        }
    }

    struct Challenge: Encodable {
        let scheme: String
        let realm: String?
        let service: String?
        let scope: String?
    }

    let endpoint: String
    let phases: [Phase]
    let chain: [Certificate]
    let challenges: [Challenge]
    let network: NetworkJSON
    let findings: [FindingJSON]

    init(_ verdict: ProbeVerdict) {
        let report = verdict.report
        chain = CertificateTree(report).nodes.map(Certificate.init)
        challenges = (report.login?.challenges ?? []).map {
            Challenge(
                scheme: printable($0.scheme),
                realm: $0.realm.map(printable),
                service: $0.service.map(printable),
                scope: $0.scope.map(printable)
            )
        }
        network = NetworkJSON(report)
        endpoint = report.plan.endpoint.url
        phases = report.phases.map {
            Phase(
                phase: $0.kind.rawValue,
                status: $0.status.rawValue,
                milliseconds: $0.milliseconds,
                detail: $0.detail.map { texts($0) }
            )
        }
        findings = verdict.judged.map { FindingJSON($0.finding, suppression: $0.suppression) }
    }
}
