import MirrorCore
import Wizard

extension ChangePreview {
    /// Lines around the change for the preview; the whole of a small file.
    private static let wideContext = 200

    init(_ change: FileChange, concerns: [EditConcern]) {
        let diff = change.diff()
        self.init(
            path: change.path,
            isNew: change.before == nil,
            diff: diff.hunks.flatMap { [DiffLine(.hunk, $0.header)] + $0.lines.map(DiffLine.init) },
            result: change.diff(context: Self.wideContext).hunks.enumerated().flatMap { index, hunk in
                (index > 0 ? [DiffLine(.hunk, "…")] : []) + hunk.lines.map(DiffLine.init)
            },
            added: diff.addedCount,
            removed: diff.removedCount,
            concerns: concerns
        )
    }
}
