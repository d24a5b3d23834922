extension MirrorDraft {
    /// Mirrors and their hosts in one list. What a node would be told is worked out for each of them.
    package static let mostInList = 10_000

    /// The items of a `registryMirrors` list.
    static func list(_ items: [YAMLNode]) throws(YAMLError) -> [MirrorDraft] {
        var left = mostInList
        for item in items {
            for node in [item] + (item["hosts"]?.items ?? []) {
                left -= 1
                guard left >= 0 else { throw YAMLError(beyond: mostInList, at: node.place) }
            }
        }
        return items.map { MirrorDraft($0) }
    }

    /// One item of a `registryMirrors` list, in either spelling; what is missing or of another type stays empty.
    init(_ item: YAMLNode) {
        self.init(
            hosts: item["hosts"].map { hosts in hosts.items?.map { $0.text ?? "" } ?? hosts.text.map { [$0] } ?? [] }
                ?? [],
            caCertPath: item["caCertPath"]?.text ?? "",
            pullCredentialConfigPath: item["pullCredentialConfigPath"]?.text ?? "",
            caCertSecret: Self.secret(item["caCertSecretRef"]),
            pullCredentialSecret: Self.secret(item["pullCredentialSecretRef"])
        )
        setEndpoint(item["endpoint"]?.text ?? "")
    }

    /// `https://H:P/v2/NS` is two fields here; any other path stays as typed, so that validation can speak of it.
    mutating func setEndpoint(_ url: String) {
        endpoint = url
        guard let scheme = url.firstRange(of: "://") else { return }
        let rest = url[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/"), rest[slash...].hasPrefix("/v2/") else { return }
        let path = rest[rest.index(slash, offsetBy: 4)...]
        guard !path.isEmpty, !path.hasSuffix("/"), !path.hasPrefix("/") else { return }
        endpoint = String(url[..<slash])
        mirrorNamespace = String(path)
    }

    private static func secret(_ node: YAMLNode?) -> String {
        guard let node else { return "" }
        let (namespace, name) = (node["namespace"]?.text ?? "", node["name"]?.text ?? "")
        return namespace.isEmpty ? name : "\(namespace)/\(name)"
    }

    /// The draft that a validated mirror came from, in one spelling: hosts, paths and Secrets as they would be written.
    package init(_ mirror: RegistryMirror) {
        self.init(
            endpoint: mirror.endpoint.rootURL,
            mirrorNamespace: mirror.endpoint.mirrorNamespace ?? "",
            hosts: mirror.hosts.map(\.name)
        )
        switch mirror.caCert {
        case .file(let path): caCertPath = path
        case .secret(let reference): caCertSecret = reference.description
        case nil: break
        }
        switch mirror.pullCredential {
        case .file(let path): pullCredentialConfigPath = path
        case .secret(let reference): pullCredentialSecret = reference.description
        case nil: break
        }
    }
}
