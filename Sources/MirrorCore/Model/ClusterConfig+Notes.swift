import Texts

extension ClusterConfig {
    /// Paths that bmctl takes as they are: unfilled `<placeholders>`, `~` and `$HOME`, which it does not expand.
    mutating func noteUnusablePaths(_ header: YAMLNode) {
        for entry in header.entries ?? [] where entry.key.hasSuffix("Path") {
            guard let path = entry.value.text else { continue }
            let arguments = ["key": entry.key, "line": "\(entry.keyPlace.line)"]
            if path.contains("<") || path.contains(">") {
                notes.append(Phrase("cluster.note.placeholder", arguments))
            } else if path.hasPrefix("~") || path.contains("$") {
                notes.append(Phrase("cluster.note.notExpanded", arguments))
            }
        }
    }

    /// The two lists look alike and are taken for each other: a mirror has an `endpoint` with a scheme, a private
    /// registry a `host` without.
    mutating func noteConfusedRegistries(_ mirrors: YAMLEntry?, _ registries: YAMLEntry?) {
        for item in mirrors?.value.items ?? [] where item.entry("host") != nil && item.entry("endpoint") == nil {
            let arguments = ["line": "\(item.place.line)", "host": item["host"]?.text ?? ""]
            notes.append(Phrase("cluster.note.registryMeant", arguments))
        }
        for item in registries?.value.items ?? [] {
            let hasScheme = item["host"]?.text?.contains("://") ?? false
            guard item.entry("endpoint") != nil || item.entry("hosts") != nil || hasScheme else { continue }
            let endpoint = item["endpoint"]?.text ?? item["host"]?.text ?? ""
            let arguments = ["line": "\(item.place.line)", "endpoint": endpoint]
            notes.append(Phrase("cluster.note.mirrorMeant", arguments))
        }
    }
}
