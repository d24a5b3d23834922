import Diagnosis
import MirrorCore
import Texts

/// A computed change, as lines to look at.
package struct ChangePreview: Equatable, Sendable {
    /// The file that would be written.
    package var path: String
    package var isNew: Bool
    /// The unified diff with three lines of context.
    package var diff: [DiffLine]
    /// The file as it will be: a window of it around the change, changed lines marked.
    package var result: [DiffLine]
    package var added: Int
    package var removed: Int
    /// What has to be known before it is written.
    package var concerns: [EditConcern]
    /// What it means to the list and to the nodes.
    package var consequence: ChangeConsequence?

    /// A change without effect is shown and not written.
    package var isRefused: Bool { concerns.contains { $0.severity == .refusal } }

    package init(
        path: String,
        isNew: Bool,
        diff: [DiffLine],
        result: [DiffLine],
        added: Int,
        removed: Int,
        concerns: [EditConcern] = [],
        consequence: ChangeConsequence? = nil
    ) {
        self.path = path
        self.isNew = isNew
        self.diff = diff
        self.result = result
        self.added = added
        self.removed = removed
        self.concerns = concerns
        self.consequence = consequence
    }
}

/// One line of a diff, without its mark.
package struct DiffLine: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case context, added, removed
        /// `@@ …`, or a gap between parts of a file.
        case hunk
    }

    package var kind: Kind
    package var text: String
    /// The text in parts, where only some of them changed.
    package var pieces: [WordDiff.Piece] = []

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// - Parameter pieces: what of the line changed; all or none of it needs no emphasis.
    package init(_ line: UnifiedDiff.Line, _ pieces: [WordDiff.Piece] = []) {
        let kind: Kind =
            switch line.kind {
            case .context: .context
            case .added: .added
            case .removed: .removed
            }
        self.init(kind, line.text)
        let isPartly = pieces.contains(where: \.isChanged) && !pieces.allSatisfy(\.isChanged)
        if isPartly, kind != .context { self.pieces = pieces }
    }

    package var styled: StyledLine {
        switch kind {
        case .context: [Span("  " + printable(text), .text)]
        case .added: [Span("+ ", .added)] + words(.added, .addedWord)
        case .removed: [Span("- ", .removed)] + words(.removed, .removedWord)
        case .hunk: [Span(printable(text), .hint)]
        }
    }

    private func words(_ style: StyleRole, _ changed: StyleRole) -> StyledLine {
        if pieces.isEmpty { return [Span(printable(text), style)] }
        return pieces.map { Span(printable($0.text), $0.isChanged ? changed : style) }
    }
}
