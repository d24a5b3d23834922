import Diagnosis
import MirrorCore

extension ChangePreview {
    /// Lines around the change for the preview; the whole of a small file.
    private static let wideContext = 200

    /// Without the secrets in it.
    package init(_ change: FileChange, concerns: [EditConcern], consequence: ChangeConsequence? = nil) {
        let diff = change.diff()
        self.init(
            path: change.path,
            isNew: change.before == nil,
            diff: diff.masked.hunks.flatMap { [DiffLine(.hunk, $0.header)] + Self.lines(of: $0) },
            result: change.diff(context: Self.wideContext).masked.hunks.enumerated().flatMap { index, hunk in
                (index > 0 ? [DiffLine(.hunk, "…")] : []) + hunk.lines.map { DiffLine($0) }
            },
            added: diff.addedCount,
            removed: diff.removedCount,
            concerns: concerns,
            consequence: consequence
        )
    }

    private static func lines(of hunk: UnifiedDiff.Hunk) -> [DiffLine] {
        zip(hunk.lines, WordDiff.pieces(of: hunk)).map { DiffLine($0, $1) }
    }
}
