extension UnifiedDiff {
    /// The same hunks to look at, without the secrets in them.
    package var masked: UnifiedDiff {
        var mask = SecretMask()
        return UnifiedDiff(
            hunks: hunks.map { hunk in
                var old = SecretMask.Context(before: hunk.lines.lazy.filter { $0.kind != .added }.map(\.text))
                var new = SecretMask.Context(before: hunk.lines.lazy.filter { $0.kind != .removed }.map(\.text))
                return Hunk(
                    oldStart: hunk.oldStart,
                    oldCount: hunk.oldCount,
                    newStart: hunk.newStart,
                    newCount: hunk.newCount,
                    lines: hunk.lines.map { line in
                        let text = line.text
                        var shown: String
                        switch line.kind {
                        case .removed: shown = mask.masked(text, &old)
                        case .added: shown = mask.masked(text, &new)
                        case .context:
                            shown = mask.masked(text, &old)
                            _ = mask.masked(text, &new)
                        }
                        guard shown != text else { return line }
                        return Line(
                            kind: line.kind,
                            bytes: Array(shown.utf8)[...],
                            hasLineFeed: line.hasLineFeed,
                            oldNumber: line.oldNumber,
                            newNumber: line.newNumber
                        )
                    }
                )
            }
        )
    }
}
