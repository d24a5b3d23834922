import MirrorCore

/// A unified diff for a terminal: colour where it may be, control characters never.
struct DiffText {
    let change: FileChange
    let hasColor: Bool

    var text: String {
        let diff = change.diff()
        guard !diff.isEmpty else { return "" }
        let path = printable(change.path)
        var lines = [styled("--- \(change.before == nil ? "/dev/null" : path)", "1"), styled("+++ \(path)", "1")]
        for hunk in diff.hunks {
            lines.append(styled(hunk.header, "36"))
            for line in hunk.lines {
                lines.append(
                    styled(
                        line.kind.rawValue + shown(line.text),
                        line.kind == .added ? "32" : line.kind == .removed ? "31" : ""
                    )
                )
                if !line.hasLineFeed { lines.append(UnifiedDiff.noLineFeed) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Piped to a file or to patch it is exact; on a terminal it is safe.
    private func shown(_ text: String) -> String { hasColor || Console.isTerminal ? printable(text) : text }

    private func styled(_ text: String, _ code: String) -> String {
        hasColor && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// `diff` and `apply` with `--output json`
struct ChangeJSON: Encodable {
    let path: String
    /// `unchanged` or `updated`
    let change: String
    /// `header` or `spec`
    let place: String
    let reason: String
    let diff: String
    let concerns: [Concern]
    let backup: String?

    struct Concern: Encodable {
        /// `refusal`, `warning` or `note`
        let severity: String
        let problem: String
        let fix: String
    }

    init(_ planned: PlannedChange, backup: String? = nil) {
        path = planned.change.path
        change = planned.change.kind.rawValue
        place = planned.placement.place.rawValue
        reason = texts(planned.placement.reason)
        diff = DiffText(change: planned.change, hasColor: false).text
        concerns = planned.concerns.map {
            Concern(severity: $0.severity.rawValue, problem: texts($0.problem), fix: texts($0.fix))
        }
        self.backup = backup
    }
}
