import Diagnosis
import Texts

/// A verdict before an upgrade, for people.
struct ReadyText {
    private let verdict: ReadyVerdict

    init(_ verdict: ReadyVerdict) { self.verdict = verdict }

    var text: String {
        ([texts(verdict.title), ""] + verdict.lines.flatMap(Self.lines) + ["", texts(verdict.closing)])
            .joined(separator: "\n")
    }

    private static func lines(_ line: ReadyLine) -> [String] {
        var lines = ["\(line.mark) \(texts(line.subject)): \(texts(line.text))"]
        lines += line.details.map { "    – " + texts($0) }
        for finding in line.findings.map(\.withoutSecrets) {
            lines.append("    \(finding.code)  \(texts(finding.title))")
            lines += finding.evidence.prefix(4).map { "      │ " + printable($0) }
        }
        if let next = line.next { lines.append("  \(Mark.remedy) " + texts(next)) }
        return lines
    }
}
