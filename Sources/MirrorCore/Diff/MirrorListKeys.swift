import Texts

/// A list of mirrors that is to be taken over: what of it could not be, because it is not known or not readable.
package enum MirrorListKeys {
    package struct Unusable: Equatable, Sendable {
        package let key: String
        /// From 1.
        package let line: Int

        package var phrase: Phrase { Phrase("listEdit.unusableKey", ["key": key, "line": "\(line)"]) }
    }

    /// The header that a list without its key stands for: one line longer. `nil` for anything else.
    package static func header(ofBareList bytes: [UInt8]) -> [UInt8]? {
        guard let documents = try? readYAML(bytes), documents.count == 1, let items = documents[0].root.items,
            !items.isEmpty, items.allSatisfy({ $0.entry("endpoint") != nil })
        else { return nil }
        let header = Array("registryMirrors:\n".utf8) + bytes
        return (try? readYAML(header)) == nil ? nil : header
    }

    /// - Parameters:
    ///   - bytes: a header, a spec, or a whole file.
    ///   - linesAbove: how many of its first lines are not the operator's.
    package static func unusable(_ bytes: [UInt8], at place: MirrorPlace, linesAbove: Int = 0) -> [Unusable] {
        guard let documents = try? readYAML(bytes) else { return [] }
        let found = ClusterConfigDocuments(documents)
        let list: YAMLNode?
        switch place {
        case .header: list = found.headers.first.flatMap { documents[$0].root["registryMirrors"] }
        case .spec:
            list = found.clusters.first.flatMap { documents[$0].root[path: "spec", "nodeConfig", "registryMirrors"] }
        }
        return (list?.items ?? []).flatMap { item in
            (item.entries ?? []).filter { !isUsable($0) }.map {
                Unusable(key: $0.key, line: Int($0.keyPlace.line) - linesAbove)
            }
        }
    }

    /// Known, and of the form that it has to have, or empty.
    private static func isUsable(_ entry: YAMLEntry) -> Bool {
        guard MirrorPlace.allCases.contains(where: { $0.keys.contains(entry.key) }) else {
            return false
        }
        if entry.value.isNull { return true }
        switch entry.key {
        case "hosts": return entry.value.items.map { $0.allSatisfy { $0.text != nil } } ?? (entry.value.text != nil)
        case "caCertSecretRef", "pullCredentialSecretRef":
            let keys = Set((entry.value.entries ?? []).map(\.key))
            return keys.isEmpty ? entry.value.entries != nil : keys.isSubset(of: ["name", "namespace"])
        default: return entry.value.text != nil
        }
    }
}
