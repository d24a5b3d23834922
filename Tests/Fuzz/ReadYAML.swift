import MirrorCore

private let mirrors: [[RegistryMirror]] = {
    var one = MirrorDraft()
    one.endpoint = "https://10.0.0.5:5000"
    var two = one
    two.endpoint = "https://10.0.0.6:5000/ns"
    two.hosts = ["docker.io", "quay.io"]
    return [[], [one], [two, one]].compactMap { validate($0, for: .header).mirrors }
}()

/// A cluster config file, an answer of kubectl, a template; and edits of it, which must be those that were meant.
func readYAML(_ bytes: [UInt8]) {
    if (try? ClusterConfig(yaml: bytes)) == nil { _ = UnreadableConfig(bytes).pointer(path: "a.yaml") }
    _ = try? LiveCluster(kubectl: bytes)
    _ = WideDashRepair.repaired(bytes)
    for place in MirrorPlace.allCases {
        for mirrors in mirrors {
            _ = try? ClusterConfigEditor.edit(template: bytes, place: place, mirrors: mirrors)
            guard let after = try? ClusterConfigEditor.edit(bytes, place: place, mirrors: mirrors) else { continue }
            let read = try? ClusterConfig(yaml: after)
            precondition(after == bytes || read?.registryMirrors(at: place).count == mirrors.count)
        }
    }
}
