import Containerd
import GoData
import MirrorCore

/// `legacy-endpoints` and `config-validation`: the `registry` table given as JSON.
func checkLegacy(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let (input, expected) = (vector.input, vector.expected)
    var config = registryConfig(input, rules)
    let fallsBack = config.fallsBackToLocalPull
    do throws(RegistryConfig.ValidationError) {
        let warnings = try config.validate(rules: rules)
        differences.expect("config_error", nil, expected["config_error"]?.string)
        differences.expect("warnings", warnings.map(\.rawValue), expected["deprecation_warnings"]?.strings ?? [])
    } catch {
        differences.expect("config_error", error.text, expected["config_error"]?.string)
    }
    if let map = expected["falls_back_to_local_image_pull_by_version"]?.object,
        let wanted = map["\(rules.version)"]?.bool
    {
        differences.expect("falls back", fallsBack, wanted)
    }
    if let names = expected["auths_mapped_to_configs_username"]?.object {
        let found = names.keys.reduce(into: [:]) { $0[$1] = config.configs[$1]?.auth?.username ?? "" }
        differences.expect("auths", found, names.mapValues { $0.string ?? "" })
    }
    guard expected["endpoints"] != nil || expected["endpoints_error"] != nil || expected["pull_error"] != nil else {
        return differences.list
    }
    let legacy = LegacyEndpoints(config: config, rules: rules)
    let host = input["host"]?.string ?? ""
    do throws(PullConfigurationError) {
        let urls = try legacy.urls(for: host).map(\.url)
        differences.expect("endpoints_error", nil, expected["endpoints_error"]?.string)
        differences.expect("endpoints", urls, expected["endpoints"]?.strings ?? [])
    } catch {
        differences.expect("endpoints_error", error.text, expected["endpoints_error"]?.string)
    }
    do throws(PullConfigurationError) {
        let endpoints = try legacy.endpoints(for: host, files: legacyFiles)
        differences.expect("pull_error", nil, expected["pull_error"]?.string)
        let hosts = expected["hosts"]?.array ?? []
        differences.expect("hosts", endpoints.map(\.baseURL), hosts.map { $0["base_url"]?.string ?? "" })
        let credentials = credentials(input, config, rules)
        for (endpoint, expected) in zip(endpoints, hosts) {
            expectLegacy(endpoint, expected, credentials, &differences)
        }
    } catch {
        differences.expect("pull_error", error.text, expected["pull_error"]?.string)
    }
    return differences.list
}

/// The files that the vectors' TLS settings name.
private let legacyFiles: NodeTree = {
    var tree = nodeTree(
        .object([
            "/ca.crt": .string("@CERT@"), "/c.crt": .string("@CERT@"), "/c.key": .string("@KEY@"),
            "/both.pem": .string("@BOTH@"),
        ])
    )
    tree.add("/bad.crt", .file(Array("junk".utf8)))
    return tree
}()

private func registryConfig(_ input: JSONValue, _ rules: ContainerdRules) -> RegistryConfig {
    var config = RegistryConfig()
    config.configPath = input["config_path"]?.string ?? ""
    for (host, mirror) in input["mirrors"]?.object ?? [:] {
        let endpoints = mirror["endpoint"]?.strings ?? []
        config.mirrors[host] = RegistryConfig.Mirror(endpoints: endpoints.map { RegistryConfig.Endpoint($0) })
    }
    for (host, value) in input["configs"]?.object ?? [:] {
        var entry = RegistryConfig.HostConfig()
        entry.auth = value["auth"].map(registryAuth)
        if let tls = value["tls"], rules.readsLegacyTLS {
            var settings = RegistryConfig.TLS()
            settings.insecureSkipVerify = tls["insecure_skip_verify"]?.bool ?? false
            settings.caFile = tls["ca_file"]?.string ?? ""
            settings.certFile = tls["cert_file"]?.string ?? ""
            settings.keyFile = tls["key_file"]?.string ?? ""
            entry.tls = settings
        }
        config.configs[host] = entry
    }
    for (host, value) in input["auths"]?.object ?? [:] { config.auths[host] = registryAuth(value) }
    return config
}

private func credentials(_ input: JSONValue, _ config: RegistryConfig, _ rules: ContainerdRules) -> RegistryCredentials
{
    RegistryCredentials(
        fromCRI: input["cri_auth"].map(registryAuth),
        byHost: config.configs.compactMapValues(\.auth),
        isKeyedByEndpoint: !rules.credentialsFollowChallenge
    )
}

private func expectLegacy(
    _ endpoint: RegistryEndpoint,
    _ expected: JSONValue,
    _ credentials: RegistryCredentials,
    _ differences: inout Differences
) {
    let names = endpoint.capabilities.subtracting(.referrers).names
    differences.expect("capabilities", names, (expected["capabilities"]?.strings ?? []).filter { $0 != "referrers" })
    if let tls = expected["tls"] {
        differences.expect("client_certs", endpoint.tls.clientPairs?.count ?? 0, tls["client_certs"]?.int)
        differences.expect("custom_root_cas", endpoint.tls.caFiles != nil, tls["custom_root_cas"]?.bool)
        differences.expect(
            "insecure_skip_verify",
            endpoint.tls.skipVerify ?? false,
            tls["insecure_skip_verify"]?.bool
        )
    } else {
        differences.expect("tls", endpoint.tls.isExplicit, false)
    }
    // The first answer to a Basic challenge, taken from the flow itself.
    let input = PullFlow.Input(
        rules: ContainerdVersion(2, 0, 11).rules,
        endpoints: [endpoint],
        reference: "docker.io/library/nginx:1",
        operation: .resolve,
        credentials: credentials,
        isLegacy: true
    )
    var flow = PullFlow(input)
    flow.take(.response(RegistryResponse(status: 401, headers: [HTTPField("WWW-Authenticate", "Basic realm=\"x\"")])))
    var sent: String?
    if case .ask(let request) = flow.next() { sent = request.authorization?.reveal { $0 } }
    differences.expect("authorization", sent, expected["authorization_on_basic_challenge"]?.string)
}
