import Diagnosis
import MirrorCore

/// What a change means, for people: the list's change with removals first, then the nodes.
struct ConsequenceText {
    let consequence: ChangeConsequence
    let hasColor: Bool

    /// Ends in a newline; empty when nothing changes.
    var text: String {
        let parts =
            [summary] + [unreadable, consequence.unknownReleasePhrases.map { texts($0) }]
            + consequence.nodes.filter { !$0.isEmpty }.map(lines)
        return parts.filter { !$0.isEmpty }.map { ($0 + [""]).joined(separator: "\n") }.joined(separator: "\n")
    }

    private var summary: [String] {
        guard !consequence.changes.isEmpty else { return [] }
        return [styled(texts("consequence.summary"), "1")]
            + consequence.changes.map { change in
                let code = change.takesAway ? "31" : change.mark == "+" ? "32" : ""
                return styled("  \(change.mark) \(texts(change.phrase))", code)
            }
    }

    private var unreadable: [String] {
        consequence.unreadable.map {
            texts("consequence.unreadable", ["endpoint": SecretMask.line($0.url)])
        }
    }

    private func lines(_ node: NodeConsequence) -> [String] {
        var lines = [styled(texts(node.title), "1")] + node.readers(limit: 6).map { "  " + texts($0) }
        if node.files.isEmpty { lines.append("  " + texts("consequence.sameFiles")) }
        if node.hasFilesOfOlder { lines.append("  " + texts("consequence.filesOfOlder")) }
        for file in node.files where !node.hasFilesOfOlder {
            lines.append("  " + styled(texts(file.phrase), "1"))
            let diff = DiffText(file.diff(), from: file.path, to: file.path, hasColor: hasColor)
            // Not at the line's start, or patch would take it for a part of the file's own diff.
            lines += diff.hunkLines.map { "  │ " + $0 }
        }
        for change in node.sources { lines.append(styled("  " + texts(change.phrase), change.losesMirror ? "31" : "")) }
        lines += node.appearing.map { styled(texts("consequence.appears", arguments($0)), code($0)) }.map { "  " + $0 }
        lines += node.going.map { "  " + texts("consequence.goes", arguments($0)) }
        if let (title, differences) = node.differencePhrases {
            lines += ["  " + texts(title)] + differences.map { "    " + texts($0) }
        }
        return lines
    }

    private func arguments(_ finding: Finding) -> [String: String] {
        ["code": finding.code, "severity": finding.severity.rawValue, "title": texts(finding.title)]
    }

    private func code(_ finding: Finding) -> String { finding.severity == .error ? "31" : "33" }

    private func styled(_ text: String, _ code: String) -> String {
        hasColor && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
