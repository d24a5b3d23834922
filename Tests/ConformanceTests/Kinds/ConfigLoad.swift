import Containerd
import GoData
import MirrorCore

/// `containerd -c FILE config dump`.
func checkConfigLoad(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let expected = vector.expected
    let stem = vector.id.split(separator: "/").last?.split(separator: "#").first.map(String.init) ?? ""
    let path = "/\(stem).toml"
    var tree = NodeTree([path: vector.input["config_toml"]?.string ?? ""])
    for (name, body) in vector.input["imported_files"]?.object ?? [:] {
        tree.add("/" + name, .file(Array((body.string ?? "").utf8)))
    }
    do throws(ContainerdConfigError) {
        let config = try ContainerdConfig(path: path, files: tree, rules: rules, ignoresMissingImports: true)
        differences.expect("exit_code", 0, expected["exit_code"]?.int)
        differences.expect("version", Int(config.version), expected["effective_config_version"]?.int)
        differences.expect(
            "downloads",
            Int(config.maximumConcurrentDownloads),
            expected["max_concurrent_downloads"]?.int
        )
        differences.expect("sandbox", config.sandboxImage ?? "<version default>", expected["sandbox_image"]?.string)
        let key =
            rules.highestConfigVersion == 2
            ? "registry_at_io_containerd_grpc_v1_cri" : "registry_at_io_containerd_cri_v1_images"
        differences.expect("registry", dump(config.registry).description, expected[key]?.description)
        let stderr = expected["stderr"]?.strings ?? []
        differences.expect("stderr", config.warnings.map { $0.text.replacing("file=/", with: "file=") }, stderr)
    } catch {
        differences.expect("exit_code", 1, expected["exit_code"]?.int)
        let last = expected["stderr"]?.strings?.last ?? ""
        let text = "containerd: " + error.text(rules: rules).replacing(" /", with: " ")
        // The columns that the TOML libraries count are their own; of their words those are held that we know.
        switch error {
        case .toml(_, let error):
            let line = "\(error.line)"
            differences.expect("line", last.contains("(\(line), ") || last.contains("row \(line) "), true)
            if let words = error.libraryWords(rules) {
                differences.expect("words", last.hasSuffix(words) ? words : last, words)
            }
        case .wrongType(_, _, _, let source):
            let words =
                rules.highestConfigVersion == 2 ? "(\(source.line), 1): Can't convert " : "toml: cannot "
            differences.expect("words", last.contains(words) ? words : last, words)
        default: differences.expect("error", text, last)
        }
    }
    return differences.list
}

/// What `config dump` shows of the registry table.
private func dump(_ registry: RegistryConfig) -> JSONValue {
    var object: [String: JSONValue] = [:]
    if !registry.configPath.isEmpty { object["config_path"] = .string(registry.configPath) }
    if !registry.mirrors.isEmpty {
        object["mirrors"] = .object(
            registry.mirrors.mapValues { .object(["endpoint": .array($0.endpoints.map { .string($0.url) })]) }
        )
    }
    if !registry.configs.isEmpty {
        object["configs"] = .object(
            registry.configs.mapValues { config in
                var fields: [String: JSONValue] = [:]
                if let tls = config.tls {
                    fields["tls"] = .object([
                        "insecure_skip_verify": .bool(tls.insecureSkipVerify), "ca_file": .string(tls.caFile),
                        "cert_file": .string(tls.certFile), "key_file": .string(tls.keyFile),
                    ])
                }
                if let auth = config.auth { fields["auth"] = dump(auth) }
                return .object(fields)
            }
        )
    }
    if !registry.auths.isEmpty { object["auths"] = .object(registry.auths.mapValues(dump)) }
    var headers = Dictionary(grouping: registry.headers, by: \.name).mapValues {
        JSONValue.array($0.map { .string($0.value) })
    }
    for name in registry.emptyHeaders { headers[name] = .array([]) }
    if !headers.isEmpty { object["headers"] = .object(headers) }
    return .object(object)
}

private func dump(_ auth: RegistryAuth) -> JSONValue {
    .object([
        "username": .string(auth.username), "password": .string(auth.password.reveal { $0 }),
        "auth": .string(auth.auth.reveal { $0 }), "identitytoken": .string(auth.identityToken.reveal { $0 }),
    ])
}
