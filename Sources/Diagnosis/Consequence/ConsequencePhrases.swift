import MirrorCore
import Texts

extension MirrorChange {
    /// `-` takes something away, `+` brings something, `~` changes it.
    package var mark: String {
        switch self {
        case .removed, .hostsRemoved: "-"
        case .added, .hostsAdded: "+"
        case .changed(_, _, let from, let to): to.isEmpty ? "-" : from.isEmpty ? "+" : "~"
        case .mirrorsReordered, .hostsReordered: "~"
        }
    }
}

extension NodeFileChange {
    package var phrase: Phrase {
        // Of config.toml the registry part comes and goes, never the file.
        let isPart = path == NodePaths.containerdConfig
        let key =
            switch kind {
            case .created: isPart ? "partCreated" : "created"
            case .removed: isPart ? "partRemoved" : "removed"
            case .updated: "updated"
            }
        return Phrase("consequence.file.\(key)", ["path": path])
    }
}

extension NodeConsequence {
    /// `Nodes of GDC 1.34, which read hosts.toml (containerd 2.0.11):`
    package var title: Phrase {
        Phrase(
            "consequence.line.\(line.form.id)",
            ["version": "\(line.containerdVersion)"],
            parts: ["releases": line.releases]
        )
    }

    /// What this line does otherwise than the one before, with its title; none where nothing is to be said.
    package var differencePhrases: (title: Phrase, differences: [Phrase])? {
        guard let older, !older.differences.isEmpty else { return nil }
        return (
            Phrase("engine.title", ["older": "\(older.version)", "newer": "\(line.containerdVersion)"]),
            older.differences.map(\.phrase)
        )
    }

    /// One phrase for each group of nodes; beyond `limit` the rest is counted.
    package func readers(limit: Int) -> [Phrase] {
        if groups.isEmpty { return [Phrase("consequence.noNodes")] }
        let shown = groups.count > limit ? groups.prefix(limit - 1) : groups.prefix(limit)
        let rest = groups.dropFirst(shown.count)
        let phrases = shown.map { group in
            Phrase(
                "consequence.group" + (group.name.isEmpty ? "WithoutName" : "")
                    + (group.version == nil ? "OfUnknownVersion" : ""),
                [
                    "name": group.name, "version": group.version?.description ?? "",
                    "nodes": "\(group.nodes.count)",
                ],
                parts: ["role": Phrase("consequence.role.\(group.role.rawValue)")]
            )
        }
        guard !rest.isEmpty else { return phrases }
        let count = rest.reduce(0) { $0 + $1.nodes.count }
        return phrases + [Phrase("consequence.moreGroups", ["count": "\(rest.count)", "nodes": "\(count)"])]
    }
}
