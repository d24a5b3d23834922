import MirrorCore

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

    /// A change without effect is shown and not written.
    package var isRefused: Bool { concerns.contains { $0.severity == .refusal } }

    package init(
        path: String,
        isNew: Bool,
        diff: [DiffLine],
        result: [DiffLine],
        added: Int,
        removed: Int,
        concerns: [EditConcern] = []
    ) {
        self.path = path
        self.isNew = isNew
        self.diff = diff
        self.result = result
        self.added = added
        self.removed = removed
        self.concerns = concerns
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

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    package var styled: StyledLine {
        switch kind {
        case .context: [Span("  " + printable(text), .text)]
        case .added: [Span("+ " + printable(text), .added)]
        case .removed: [Span("- " + printable(text), .removed)]
        case .hunk: [Span(printable(text), .hint)]
        }
    }
}

extension DiffLine {
    package init(_ line: UnifiedDiff.Line) {
        let kind: Kind =
            switch line.kind {
            case .context: .context
            case .added: .added
            case .removed: .removed
            }
        self.init(kind, line.text)
    }
}
