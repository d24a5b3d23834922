import Diagnosis
import Texts
import Wizard

/// A finding as every command shows it to people.
struct FindingText {
    let text: String

    init(_ finding: Finding) {
        var lines = ["\(finding.severity.mark) \(finding.code)  \(texts(finding.title))"]
        lines += finding.evidence.map { "    │ " + printable($0) }
        lines += ["    " + texts(finding.cause), "  \(Mark.remedy) " + texts(finding.nextStep)]
        text = lines.joined(separator: "\n")
    }
}
