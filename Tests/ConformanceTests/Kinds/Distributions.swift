import Containerd
import Diagnosis
import GoData

func checkK3sRegistries(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let yaml = Array((vector.input["registries_yaml"]?.string ?? "").utf8)
    let drops = vector.input["disable_default_registry_endpoint"]?.bool ?? false
    guard let registries = try? K3sRegistries(yaml: yaml, dropsUpstream: drops) else { return ["not read"] }
    let expected = vector.expected["hosts"]?.object ?? [:]
    differences.expect("hosts", registries.hosts.keys.sorted(), expected.keys.sorted())
    for (name, wanted) in expected {
        guard let host = registries.hosts[name] else { continue }
        differences.expect("\(name) default", host.server, wanted["default"]?.string)
        expectConfig("\(name) default", host.serverConfig, wanted["default_config"], &differences)
        let endpoints = wanted["endpoints"]?.array ?? []
        differences.expect("\(name) endpoints", host.endpoints.map(\.url), endpoints.map { $0["url"]?.string ?? "" })
        for (endpoint, wanted) in zip(host.endpoints, endpoints) {
            differences.expect("\(endpoint.url) override", endpoint.overridesPath, wanted["override_path"]?.bool)
            expectConfig(endpoint.url, endpoint.config, wanted["config"], &differences)
        }
    }
    return differences.list
}

private func expectConfig(
    _ name: String,
    _ config: K3sRegistries.Config?,
    _ wanted: JSONValue?,
    _ differences: inout Differences
) {
    differences.expect("\(name) config", config != nil, wanted != nil)
    differences.expect("\(name) auth", config?.hasAuth ?? false, wanted?["auth"] != nil)
    differences.expect("\(name) tls", config?.insecureSkipVerify, wanted?["tls"]?["insecure_skip_verify"]?.bool)
}

func checkDockerConfigKey(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let key = DockerConfigKey(address: vector.input["address"]?.string ?? "")
    differences.expect("canonical", key?.canonical, vector.expected["canonical"]?.string)
    differences.expect("order", key?.lookupOrder, vector.expected["lookup_order"]?.strings)
    return differences.list
}

func checkSpegel(_ vector: Vector, _ rules: ContainerdRules) -> [String] {
    var differences = Differences()
    let files = SpegelHostsFile.files(
        registries: vector.input["registries"]?.strings ?? [],
        targets: vector.input["targets"]?.strings ?? [],
        resolvesTags: vector.input["resolve_tags"]?.bool ?? false
    )
    differences.expect("files", files, vector.expected["files"]?.object?.mapValues { $0.string ?? "" })
    return differences.list
}
