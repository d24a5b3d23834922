import Containerd
import GoData
import MirrorCore

/// `hosts-toml`, `hosts-dir-lookup`, `hosts-cert-files` and `default-hosts` are one computation.
func checkHosts(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let input = vector.input
    let expected = vector.expected
    let host = input["host"]?.string ?? ""
    let files = nodeTree(input["files"])
    let configuration = HostConfiguration(
        rules: rules,
        hasDefaultTLS: input["default_tls"]?.bool ?? false,
        defaultScheme: input["default_scheme"]?.string ?? ""
    )
    do throws(PullConfigurationError) {
        let roots = input["config_path_roots"]?.strings ?? []
        let directory = try HostDirectory.find(for: host, roots: roots, in: files)
        if let expectedDirectory = expected["dir"]?.string {
            differences.expect("dir", directory ?? "", expectedDirectory)
        }
        var entries: [HostEntry] = []
        if let directory {
            let loaded = try HostDirectory.load(directory, from: files, rules: rules)
            entries = loaded.entries
            if case .brokenHostsFile(let error) = loaded.form {
                if case .panic = error, expected["panic"] != nil { return differences.list }
                differences.expect("hosts_toml_parse_ok", false, expected["hosts_toml_parse_ok"]?.bool)
            } else if let parses = expected["hosts_toml_parse_ok"]?.bool {
                differences.expect("hosts_toml_parse_ok", true, parses)
            }
            if expected["panic"] != nil { differences.fail("containerd panics") }
        }
        if let parsed = expected["parsed_hosts"]?.array {
            differences.expect("parsed_hosts", entries.count, parsed.count)
            for (entry, expected) in zip(entries, parsed) { expectEntry(entry, expected, &differences) }
        }
        let endpoints = try configuration.endpoints(for: host, entries: entries, files: files)
        differences.expect("error", nil, expected["error"]?.string)
        let hosts = expected["hosts"]?.array ?? []
        differences.expect("hosts", endpoints.map(\.baseURL), hosts.map { $0["base_url"]?.string ?? "" })
        for (endpoint, expected) in zip(endpoints, hosts) { expectEndpoint(endpoint, expected, &differences) }
    } catch {
        differences.expect("error", error.text, expected["error"]?.string)
    }
    return differences.list
}

/// Writes `@CERT@` and its like out; the keys and certificates are shells of the right form.
func nodeTree(_ files: JSONValue?) -> NodeTree {
    let certificate = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    let key = "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n"
    var tree = NodeTree()
    for (path, body) in files?.object ?? [:] {
        switch body.string ?? "" {
        case "@DIR@": tree.add(path, .directory)
        case "@CERT@": tree.add(path, .file(Array(certificate.utf8)))
        case "@KEY@": tree.add(path, .file(Array(key.utf8)))
        case "@BOTH@": tree.add(path, .file(Array((certificate + key).utf8)))
        case let text: tree.add(path, .file(Array(text.utf8)))
        }
    }
    return tree
}

private func expectEntry(_ entry: HostEntry, _ expected: JSONValue, _ differences: inout Differences) {
    differences.expect("scheme", entry.scheme, expected["scheme"]?.string)
    differences.expect("host", entry.host, expected["host"]?.string)
    differences.expect("path", entry.path, expected["path"]?.string)
    // The one entry of certificate files has no capabilities until it becomes the upstream.
    expectCapabilities(entry.capabilities, expected, &differences)
    expectSettings(entry.tls, entry.headers, entry.emptyHeaders, entry.dialTimeout, expected, &differences)
}

private func expectEndpoint(_ endpoint: RegistryEndpoint, _ expected: JSONValue, _ differences: inout Differences) {
    differences.expect("scheme", endpoint.scheme, expected["scheme"]?.string)
    differences.expect("host", endpoint.host, expected["host"]?.string)
    differences.expect("path", endpoint.path, expected["path"]?.string)
    differences.expect(
        "https_first",
        endpoint.fallsBackToHTTP,
        expected["https_first_then_http_fallback"]?.bool ?? false
    )
    expectCapabilities(endpoint.capabilities, expected, &differences)
    expectSettings(endpoint.tls, endpoint.headers, endpoint.emptyHeaders, endpoint.dialTimeout, expected, &differences)
}

private func expectCapabilities(
    _ capabilities: RegistryCapabilities,
    _ expected: JSONValue,
    _ differences: inout Differences
) {
    let names = expected["capabilities"]?.strings ?? []
    // The vectors leave `referrers` out unless the input names it.
    let found = names.contains("referrers") ? capabilities : capabilities.subtracting(.referrers)
    differences.expect("capabilities", found.names, names)
}

private func expectSettings(
    _ tls: RegistryEndpoint.TLS,
    _ headers: [HTTPField],
    _ emptyHeaders: [String],
    _ dialTimeout: String?,
    _ expected: JSONValue,
    _ differences: inout Differences
) {
    differences.expect("ca", tls.caFiles.flatMap { $0.isEmpty ? nil : $0 }, expected["ca"]?.strings)
    differences.expect(
        "client",
        tls.clientPairs?.map { [$0.certificate, $0.key] },
        expected["client"]?.array?.map { $0.strings ?? [] }
    )
    differences.expect("skip_verify", tls.skipVerify, expected["skip_verify"]?.bool)
    differences.expect("dial_timeout", dialTimeout, expected["dial_timeout"]?.string)
    var grouped = Dictionary(grouping: headers, by: \.name).mapValues { $0.map(\.value) }
    for name in emptyHeaders { grouped[name] = [] }
    let wanted = expected["header"]?.object?.mapValues { $0.strings ?? [] } ?? [:]
    differences.expect("header", grouped, wanted)
}
