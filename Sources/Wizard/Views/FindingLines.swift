import Diagnosis
import Texts

extension Body {
    /// A finding as every page shows it.
    ///
    /// - Parameters:
    ///   - number: of what it is about, where several have some.
    ///   - evidence: lines of it at most.
    ///   - hasCause: why it is so stands between what was seen and what to do.
    mutating func add(
        _ finding: Finding,
        _ texts: Catalogue,
        number: Int? = nil,
        evidence: Int = 4,
        hasCause: Bool = false
    ) {
        let head = number.map { "\($0)  " } ?? ""
        let severity = finding.severity
        add("\(head)\(finding.code)  \(texts(finding.title))", severity.style, indent: 0, marker: severity.mark)
        addContent(of: finding, texts, evidence: evidence, hasCause: hasCause)
    }

    /// What stands below its title.
    mutating func addContent(of finding: Finding, _ texts: Catalogue, evidence: Int, hasCause: Bool) {
        for line in finding.withoutSecrets.evidence.prefix(evidence) {
            add(printable(line), .hint, indent: 2, marker: "│")
        }
        if hasCause { add(texts(finding.cause), .text, indent: 2) }
        add(texts(finding.nextStep), .warning, indent: 2, marker: "→")
    }
}
