import Diagnosis
import Texts

extension Body {
    /// A finding as every page shows it.
    ///
    /// - Parameters:
    ///   - number: of what it is about, where several have some.
    ///   - evidence: lines of it at most.
    ///   - hasCause: why it is so stands before what to do.
    mutating func add(
        _ finding: Finding,
        _ texts: Catalogue,
        number: Int? = nil,
        evidence: Int = 4,
        hasCause: Bool = false
    ) {
        let head = number.map { "\($0)  " } ?? ""
        let severity = finding.severity
        add("\(head)\(finding.code)  \(texts(finding.title))", severity.style, mark: severity.mark)
        addContent(of: finding, texts, evidence: evidence, hasCause: hasCause)
    }

    /// What stands below its title.
    mutating func addContent(of finding: Finding, _ texts: Catalogue, evidence: Int, hasCause: Bool) {
        // Where all of it is shown, it is not to push what to do off the screen.
        let isWhole = evidence == .max
        if !isWhole { add(evidence: evidence, of: finding) }
        if hasCause { add(texts(finding.cause), .text, indent: 2) }
        add(texts(finding.nextStep), indent: 2, mark: .remedy)
        if isWhole { add(evidence: evidence, of: finding) }
    }

    private mutating func add(evidence: Int, of finding: Finding) {
        for line in finding.withoutSecrets.evidence.prefix(evidence) {
            add(printable(line), .hint, indent: 2, marker: "│")
        }
    }
}
