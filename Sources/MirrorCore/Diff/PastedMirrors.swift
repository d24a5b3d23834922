/// Mirrors in text that an operator has copied: a list of them, the part of a file around one, a whole file, also with
/// the vendor's own mistake in it.
package struct PastedMirrors: Equatable, Sendable {
    package let drafts: [MirrorDraft]
    /// What makes it YAML; `nil` when it was.
    package let repair: UnifiedDiff?

    /// `nil` when no mirrors are in it, or it is one line: then it is what a field is to hold.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard text.contains("\n"), let (documents, repair) = Self.documents(bytes) else { return nil }
        let found = documents.lazy.compactMap { Self.mirrors(in: $0.root) }.first
        guard let found, !found.isEmpty else { return nil }
        drafts = found
        self.repair = repair
    }

    private static func documents(_ bytes: [UInt8]) -> ([YAMLDocument], UnifiedDiff?)? {
        if let documents = try? readYAML(bytes) { return (documents, nil) }
        guard let repaired = WideDashRepair.repaired(bytes), let documents = try? readYAML(repaired) else { return nil }
        return (documents, UnifiedDiff(old: bytes, new: repaired))
    }

    /// The first `registryMirrors` on any level, or a bare list of what has an endpoint.
    private static func mirrors(in node: YAMLNode) -> [MirrorDraft]? {
        if let items = node.items, !items.isEmpty, items.allSatisfy({ $0.entry("endpoint") != nil }) {
            return try? MirrorDraft.list(items)
        }
        if let items = node["registryMirrors"]?.items { return try? MirrorDraft.list(items) }
        return (node.entries ?? []).lazy.compactMap { mirrors(in: $0.value) }.first
    }
}
