import Diagnosis
import Texts

/// `ready --output json`
struct ReadyJSON: Encodable {
    struct Line: Encodable {
        /// `step`, `images`, …
        let topic: String
        /// `checked`, `notChecked` or `wrong`
        let state: String
        /// Checked and not wrong, and still to be known.
        let isNotable: Bool
        let subject: String
        let text: String
        let details: [String]
        /// What to do, or what would check it.
        let next: String?
        let findings: [FindingJSON]
    }

    let target: String
    let cluster: String?
    /// Nothing is wrong in what was checked: exit 0.
    let isGood: Bool
    let checked: Int
    let notChecked: Int
    let wrong: Int
    let closing: String
    let lines: [Line]

    init(_ verdict: ReadyVerdict) {
        target = "\(verdict.target)"
        cluster = verdict.cluster.isEmpty ? nil : printable(verdict.cluster)
        isGood = verdict.isGood
        wrong = verdict.wrong.count
        notChecked = verdict.notChecked.count
        checked = verdict.lines.count - verdict.wrong.count - verdict.notChecked.count
        closing = texts(verdict.closing)
        lines = verdict.lines.map { line in
            Line(
                topic: line.topic.rawValue,
                state: line.state.rawValue,
                isNotable: line.isNotable,
                subject: texts(line.subject),
                text: texts(line.text),
                details: line.details.map { texts($0) },
                next: line.next.map { texts($0) },
                findings: line.findings.map { FindingJSON($0.withoutSecrets) }
            )
        }
    }
}
