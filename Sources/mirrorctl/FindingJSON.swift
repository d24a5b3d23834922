import Diagnosis
import Texts

/// A finding as every command's JSON has it.
struct FindingJSON: Encodable {
    let code: String
    /// `info`, `warning` or `error`
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
