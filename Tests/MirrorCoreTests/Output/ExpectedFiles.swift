import MirrorCore

/// What a rendered file must hold, as plain dictionaries: the model said once more, without any writer of ours.
enum ExpectedFiles {
    static func list(_ mirrors: [RegistryMirror]) -> [[String: Any]] {
        mirrors.map { mirror in
            var item: [String: Any] = ["endpoint": mirror.endpoint.url]
            if !mirror.hosts.isEmpty { item["hosts"] = mirror.hosts.map(\.name) }
            switch mirror.caCert {
            case .file(let path): item["caCertPath"] = path
            case .secret(let secret): item["caCertSecretRef"] = ["name": secret.name, "namespace": secret.namespace]
            case nil: break
            }
            switch mirror.pullCredential {
            case .file(let path): item["pullCredentialConfigPath"] = path
            case .secret(let secret):
                item["pullCredentialSecretRef"] = ["name": secret.name, "namespace": secret.namespace]
            case nil: break
            }
            return item
        }
    }

    static func containerdConfig(_ mirrors: [RegistryMirror]) -> [String: Any] {
        var endpoints: [String: Any] = [:]
        for host in Set(mirrors.flatMap(\.hosts).map(\.name) + ["gcr.io"]) {
            let serving = mirrors.filter { host == "gcr.io" || $0.hosts.map(\.name).contains(host) }
            endpoints[host] = ["endpoint": serving.map(\.endpoint.url)]
        }
        var registry: [String: Any] = ["mirrors": endpoints]
        var configs: [String: Any] = [:]
        for mirror in mirrors where mirror.caCert != nil {
            let key = mirror.endpoint.hostAndPort
            configs[key] = ["tls": ["ca_file": "/etc/containerd/certs.d/\(key)/ca.crt"]]
        }
        if !configs.isEmpty { registry["configs"] = configs }
        return ["version": 2, "plugins": ["io.containerd.grpc.v1.cri": ["registry": registry]]]
    }

    /// By path.
    static func hostsTOML(_ mirrors: [RegistryMirror]) -> [String: [String: Any]] {
        var files: [String: [String: Any]] = [:]
        for host in Set(mirrors.flatMap(\.hosts).map(\.name) + ["gcr.io"]) {
            var tables: [String: Any] = [:]
            for mirror in mirrors where host == "gcr.io" || mirror.hosts.map(\.name).contains(host) {
                var table: [String: Any] = ["capabilities": ["pull", "resolve"]]
                if mirror.caCert != nil {
                    table["ca"] = "/etc/containerd/certs.d/\(mirror.endpoint.hostAndPort)/ca.crt"
                }
                if mirror.endpoint.mirrorNamespace != nil { table["override_path"] = true }
                tables[mirror.endpoint.url] = table
            }
            let upstream = host == "docker.io" ? "registry-1.docker.io" : host
            files["/etc/containerd/certs.d/\(host)/hosts.toml"] = ["server": "https://\(upstream)", "host": tables]
        }
        return files
    }
}
