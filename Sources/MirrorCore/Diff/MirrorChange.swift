import Texts

/// What a change of a list of mirrors means, mirror by mirror and field by field.
package enum MirrorChange: Equatable, Sendable {
    /// Index in the old list.
    case removed(Int, MirrorDraft)
    /// Index in the new list.
    case added(Int, MirrorDraft)
    /// A field of a mirror, by its index in the new list; empty text where there was or is nothing.
    case changed(Int, DraftField, from: String, to: String)
    /// Registry hosts that leave a mirror or come to it.
    case hostsRemoved(Int, [String])
    case hostsAdded(Int, [String])
    /// The order in which containerd tries the mirrors, or the hosts of one, is another.
    case mirrorsReordered
    case hostsReordered(Int)

    /// Removals first: they are what an operator must not overlook.
    package static func changes(from old: [MirrorDraft], to new: [MirrorDraft], at place: MirrorPlace) -> [MirrorChange]
    {
        let old = old.map { $0.fields(at: place) }
        let new = new.map { $0.fields(at: place) }
        let matches = MirrorMatching.match(new, with: old)
        let kept = matches.compactMap(\.self)
        let removed = old.indices.filter { !kept.contains($0) }.map { MirrorChange.removed($0, old[$0]) }
        var others: [MirrorChange] = []
        for (index, match) in matches.enumerated() {
            if let match {
                others += changes(of: index, from: old[match], to: new[index])
            } else {
                others.append(.added(index, new[index]))
            }
        }
        if kept != kept.sorted() { others.append(.mirrorsReordered) }
        return removed + others.filter(\.takesAway) + others.filter { !$0.takesAway }
    }

    /// Whether something that was there is not there any more.
    package var takesAway: Bool {
        switch self {
        case .removed, .hostsRemoved: true
        case .changed(_, _, let from, let to): !from.isEmpty && to.isEmpty
        default: false
        }
    }

    private static func changes(of index: Int, from old: MirrorDraft, to new: MirrorDraft) -> [MirrorChange] {
        let texts: [(DraftField, String, String)] = [
            (.endpoint, old.endpoint, new.endpoint), (.mirrorNamespace, old.mirrorNamespace, new.mirrorNamespace),
            (.caCertPath, old.caCertPath, new.caCertPath), (.caCertSecret, old.caCertSecret, new.caCertSecret),
            (.pullCredentialConfigPath, old.pullCredentialConfigPath, new.pullCredentialConfigPath),
            (.pullCredentialSecret, old.pullCredentialSecret, new.pullCredentialSecret),
        ]
        var changes = texts.filter { $0.1 != $0.2 }.map { MirrorChange.changed(index, $0.0, from: $0.1, to: $0.2) }
        let (before, after) = (Set(old.hosts), Set(new.hosts))
        let gone = old.hosts.filter { !after.contains($0) }
        let come = new.hosts.filter { !before.contains($0) }
        if !gone.isEmpty { changes.append(.hostsRemoved(index, gone)) }
        if !come.isEmpty { changes.append(.hostsAdded(index, come)) }
        if old.hosts.filter(after.contains) != new.hosts.filter(before.contains) {
            changes.append(.hostsReordered(index))
        }
        return changes
    }

    package var phrase: Phrase {
        switch self {
        case .removed(_, let draft): Phrase("change.removed", ["endpoint": SecretMask.line(draft.url)])
        case .added(_, let draft): Phrase("change.added", ["endpoint": SecretMask.line(draft.url)])
        case .changed(let index, let field, let from, let to):
            Self.changed(index, field, SecretMask.pair(from, to))
        case .hostsRemoved(let index, let hosts): Self.hosts("change.hostsRemoved", index, hosts)
        case .hostsAdded(let index, let hosts): Self.hosts("change.hostsAdded", index, hosts)
        case .mirrorsReordered: Phrase("change.mirrorsReordered")
        case .hostsReordered(let index): Phrase("change.hostsReordered", ["number": "\(index + 1)"])
        }
    }

    private static func changed(_ index: Int, _ field: DraftField, _ texts: (from: String, to: String)) -> Phrase {
        let id = texts.from.isEmpty ? "set" : texts.to.isEmpty ? "unset" : "changed"
        return Phrase(
            "change.\(id)",
            ["number": "\(index + 1)", "field": field.rawValue, "from": texts.from, "to": texts.to]
        )
    }

    private static func hosts(_ key: String, _ index: Int, _ hosts: [String]) -> Phrase {
        Phrase(key, ["number": "\(index + 1)", "hosts": hosts.joined(separator: ", ")])
    }
}
