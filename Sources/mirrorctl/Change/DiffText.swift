import MirrorCore
import Texts

/// A unified diff for a terminal: colour where it may be, what changed within a line underlined, control characters
/// never, secrets never.
struct DiffText {
    let diff: UnifiedDiff
    /// `nil` for a file that is not there yet.
    let oldName: String?
    let newName: String
    let hasColor: Bool

    init(change: FileChange, hasColor: Bool) {
        self.init(change.diff(), from: change.before == nil ? nil : change.path, to: change.path, hasColor: hasColor)
    }

    init(_ diff: UnifiedDiff, from oldName: String?, to newName: String, hasColor: Bool) {
        self.diff = diff.masked
        self.oldName = oldName
        self.newName = newName
        self.hasColor = hasColor
    }

    var text: String {
        guard !diff.isEmpty else { return "" }
        let lines = [
            styled("--- \(oldName.map(printable) ?? "/dev/null")", "1"), styled("+++ \(printable(newName))", "1"),
        ]
        return (lines + hunkLines).joined(separator: "\n") + "\n"
    }

    /// Without the names of the files.
    var hunkLines: [String] {
        diff.hunks.flatMap { hunk in
            var lines = [styled(hunk.header, "36")]
            let pieces = hasColor ? WordDiff.pieces(of: hunk) : []
            for (index, line) in hunk.lines.enumerated() {
                lines.append(hasColor ? colored(line, pieces[index]) : line.kind.rawValue + shown(line.text))
                if !line.hasLineFeed { lines.append(UnifiedDiff.noLineFeed) }
            }
            return lines
        }
    }

    private func colored(_ line: UnifiedDiff.Line, _ pieces: [WordDiff.Piece]) -> String {
        guard line.kind != .context else { return " " + shown(line.text) }
        let code = line.kind == .added ? "32" : "31"
        // A line that changed as a whole needs no emphasis.
        let isPartly = pieces.contains(where: \.isChanged) && !pieces.allSatisfy(\.isChanged)
        return styled(line.kind.rawValue, code)
            + pieces.map { styled(shown($0.text), isPartly && $0.isChanged ? "1;4;\(code)" : code) }.joined()
    }

    /// Piped to a file or to patch it is exact; on a terminal it is safe.
    private func shown(_ text: String) -> String { hasColor || Console.isTerminal ? printable(text) : text }

    private func styled(_ text: String, _ code: String) -> String {
        hasColor && !code.isEmpty && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
