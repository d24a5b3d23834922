import Containerd
import GoData
import MirrorCore
import Secrets

/// `resolve-flow`, `fetch-flow` and `auth-flow`: every request in order, and what comes of it.
func checkFlow(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let expected = vector.expected
    let endpoints: [RegistryEndpoint]
    do throws(PullConfigurationError) {
        endpoints = try flowEndpoints(vector.input, rules)
    } catch {
        differences.expect("error", error.text, expected["error"]?.string)
        return differences.list
    }
    var flow = PullFlow(flowInput(vector.input, rules, endpoints))
    var script = AnswerScript(vector.input["scripted_responses"]?.array ?? [])
    var seen: [(RegistryRequest, String)] = []
    let outcome = flow.run { request in
        let (answer, word) = script.answer(request)
        seen.append((request, word))
        return answer
    }
    switch outcome {
    case .failed(let text): differences.expect("error", text, expected["error"]?.string)
    case .resolved(let descriptor, _):
        let reference = vector.input["reference"]?.string ?? ""
        let text = "\(reference) \(descriptor.mediaType) \(descriptor.digest) \(descriptor.size)"
        differences.expect("result", text, expected["result"]?.string)
    case .fetched(let count, _): differences.expect("result", "read \(count) bytes", expected["result"]?.string)
    }
    let requests = expected["requests"]?.array ?? []
    let wanted = requests.map {
        "\($0["method"]?.string ?? "") \($0["url"]?.string ?? "") \($0["outcome"]?.string ?? "")"
    }
    differences.expect("requests", seen.map { "\($0.0.method) \($0.0.url) \($0.1)" }, wanted)
    for ((request, _), expected) in zip(seen, requests) { expectRequest(request, expected, rules, &differences) }
    return differences.list
}

private func flowEndpoints(
    _ input: JSONValue,
    _ rules: ContainerdRules
) throws(PullConfigurationError) -> [RegistryEndpoint] {
    if let hosts = input["registry_hosts"]?.array {
        return hosts.map { host in
            RegistryEndpoint(
                scheme: host["scheme"]?.string ?? "",
                host: host["host"]?.string ?? "",
                path: host["path"]?.string ?? "",
                capabilities: capabilities(host["capabilities"]?.strings ?? []),
                origin: .mirror
            )
        }
    }
    var tree = NodeTree()
    if let text = input["hosts_toml"]?.string, let path = input["hosts_toml_path"]?.string {
        tree.add(path, .file(Array(text.utf8)))
    }
    let host = (try? ReferenceSpec(input["reference"]?.string ?? ""))?.hostname ?? ""
    let roots = input["config_path_roots"]?.strings ?? []
    let directory = try HostDirectory.find(for: host, roots: roots, in: tree)
    let entries = try directory.map { (path) throws(PullConfigurationError) in
        try HostDirectory.load(path, from: tree, rules: rules).entries
    }
    return try HostConfiguration(rules: rules).endpoints(for: host, entries: entries ?? [], files: tree)
}

private func capabilities(_ names: [String]) -> RegistryCapabilities {
    let known: [String: RegistryCapabilities] = ["pull": .pull, "resolve": .resolve, "push": .push]
    return names.reduce(into: []) { $0.formUnion(known[$1] ?? []) }
}

private func flowInput(_ input: JSONValue, _ rules: ContainerdRules, _ endpoints: [RegistryEndpoint]) -> PullFlow.Input
{
    var operation = PullFlow.Operation.resolve
    if let descriptor = input["descriptor"] {
        operation = .fetch(
            ContentDescriptor(
                mediaType: descriptor["mediaType"]?.string ?? "",
                digest: descriptor["digest"]?.string ?? "",
                size: descriptor["size"]?.int ?? 0,
                urls: descriptor["urls"]?.strings ?? []
            )
        )
    }
    let headers = (input["registry_headers"]?.object ?? [:]).sorted { $0.key < $1.key }
        .flatMap { name, values in (values.strings ?? []).map { HTTPField(name, $0) } }
    let credentials = input["credentials_by_host"]?.object.map { hosts in
        RegistryCredentials(
            byHost: hosts.mapValues {
                RegistryAuth(pair: $0.strings ?? [])
            }
        )
    }
    var flow = PullFlow.Input(
        rules: rules,
        endpoints: endpoints,
        reference: input["reference"]?.string ?? "",
        operation: operation,
        headers: headers,
        credentials: credentials
    )
    flow.emptyHeaders = (input["registry_headers"]?.object ?? [:]).filter { $0.value.array?.isEmpty == true }.map(\.key)
    return flow
}

extension RegistryAuth {
    /// A user and a password; with an empty user the password is an identity token.
    fileprivate init(pair: [String]) {
        self.init()
        guard pair.count == 2 else { return }
        username = pair[0]
        if pair[0].isEmpty { identityToken = Secret(pair[1]) } else { password = Secret(pair[1]) }
    }
}

private func expectRequest(
    _ request: RegistryRequest,
    _ expected: JSONValue,
    _ rules: ContainerdRules,
    _ differences: inout Differences
) {
    let name = "\(request.method) \(request.url)"
    let sent = request.authorization?.reveal { $0 } ?? request.headers.last { $0.name == "Authorization" }?.value
    differences.expect("\(name) authorization", sent, expected["authorization"]?.string)
    differences.expect("\(name) form", request.form?.reveal { $0 }, expected["form_body"]?.string)
    if let agents = expected["user_agent"]?.strings {
        let found = request.headers.filter { $0.name == "User-Agent" }.map(\.value)
        differences.expect(
            "\(name) user agent",
            found,
            agents.map { $0.replacing("<version>", with: "\(rules.version)") }
        )
    }
    for (header, values) in expected["extra_headers"]?.object ?? [:] {
        let found = request.headers.filter { $0.name == header }.map(\.value)
        differences.expect("\(name) \(header)", found, values.strings ?? [])
    }
}
