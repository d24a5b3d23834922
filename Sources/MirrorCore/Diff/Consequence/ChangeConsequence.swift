/// What a change of mirrors does: to the list, and to the nodes behind it.
package struct ChangeConsequence: Equatable, Sendable {
    /// The list's change, removals first.
    package let changes: [MirrorChange]
    /// One for each kind of node file that nodes of the cluster read, `config.toml` first.
    package let nodes: [NodeConsequence]
    /// Mirrors of the old list that cannot be read, so that what nodes hold of them is not known.
    package let unreadable: [MirrorDraft]

    /// - Parameters:
    ///   - groups: the nodes of the cluster; without any, both kinds of node files are shown.
    ///   - place: how both lists are spelled.
    ///   - changes: of the list, where they are not just these lists'.
    package init(
        groups: [NodeGroup],
        from old: [MirrorDraft],
        to new: [MirrorDraft],
        at place: MirrorPlace,
        changes: [MirrorChange]? = nil
    ) {
        self.changes = changes ?? MirrorChange.changes(from: old, to: new, at: place)
        let readable = old.map { validate([$0], for: place).mirrors?.first }
        unreadable = zip(old, readable).filter { $0.1 == nil }.map(\.0)
        let before = MirrorConfiguration(mirrors: readable.compactMap(\.self))
        let after = MirrorConfiguration(mirrors: new.compactMap { validate([$0], for: place).mirrors?.first })
        nodes = PullPreview.NodeLine.allCases.compactMap { line in
            let readers = groups.filter { $0.lines.contains(line) }
            guard !readers.isEmpty || groups.isEmpty else { return nil }
            return NodeConsequence(line: line, groups: readers, from: before, to: after)
        }
    }

    /// Nothing in the list differs.
    package var isEmpty: Bool { changes.isEmpty }

    /// Something would be wrong on nodes that is not wrong now.
    package var hasNewError: Bool {
        nodes.contains { $0.appearing.contains { $0.severity == .error } }
    }
}
