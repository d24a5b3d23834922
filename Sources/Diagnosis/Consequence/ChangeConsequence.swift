import MirrorCore
import Texts

/// What a change of mirrors does: to the list, and to the nodes behind it.
package struct ChangeConsequence: Equatable, Sendable {
    /// The list's change, removals first.
    package let changes: [MirrorChange]
    /// One for each line that nodes of the cluster are on, the oldest first.
    package let nodes: [NodeConsequence]
    /// Mirrors of the old list that cannot be read, so that what nodes hold of them is not known.
    package let unreadable: [MirrorDraft]
    /// Versions of its nodes that the table of releases does not know; they are taken for the newest known one.
    package let unknownReleases: [GDCVersion]
    private let newestRelease: String

    package var unknownReleasePhrases: [Phrase] {
        unknownReleases.map { Phrase("releases.unknown", ["version": "\($0)", "newest": newestRelease]) }
    }

    /// - Parameters:
    ///   - groups: the nodes of the cluster; without any, the lines of today's releases are shown.
    ///   - place: how both lists are spelled.
    ///   - changes: of the list, where they are not just these lists'.
    package init(
        groups: [NodeGroup],
        from old: [MirrorDraft],
        to new: [MirrorDraft],
        at place: MirrorPlace,
        changes: [MirrorChange]? = nil,
        releases: ReleaseTable = .current
    ) {
        self.changes = changes ?? MirrorChange.changes(from: old, to: new, at: place)
        let readable = old.map { validate([$0], for: place).mirrors?.first }
        unreadable = zip(old, readable).filter { $0.1 == nil }.map(\.0)
        let before = MirrorConfiguration(mirrors: readable.compactMap(\.self))
        let after = MirrorConfiguration(mirrors: new.compactMap { validate([$0], for: place).mirrors?.first })
        let lines = groups.isEmpty ? releases.currentLines : releases.lines
        var nodes: [NodeConsequence] = []
        for line in lines {
            let readers = groups.filter { $0.lines(in: releases).contains(line) }
            guard !readers.isEmpty || groups.isEmpty else { continue }
            nodes.append(
                NodeConsequence(line: line, groups: readers, from: before, to: after, after: nodes.last)
            )
        }
        self.nodes = nodes
        unknownReleases = Set(groups.compactMap(\.version)).filter { !releases.knows($0) }.sorted()
        newestRelease = releases.newest?.description ?? ""
    }

    /// Nothing in the list differs.
    package var isEmpty: Bool { changes.isEmpty }

    /// Something would be wrong on nodes that is not wrong now.
    package var hasNewError: Bool {
        nodes.contains { $0.appearing.contains { $0.severity == .error } }
    }
}
