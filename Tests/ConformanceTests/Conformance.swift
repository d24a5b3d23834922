import Containerd
import MirrorCore

/// Runs one vector for one version; what differs from the expectation, or nothing.
typealias ConformanceCheck = @Sendable (_ vector: Vector, _ rules: ContainerdRules) -> [String]

/// How each kind of vector is run. ADD A KIND HERE.
let conformanceChecks: [String: ConformanceCheck] = [
    "ref-normalize": checkNormalizedReference,
    "ref-containerd-spec": checkReferenceSpec,
    "ref-distribution-parse": checkDistributionParse,
    "ref-distribution-normalized": checkDistributionNormalized,
    "ref-distribution-any": checkDistributionAny,
    "ref-distribution-valid": checkDistributionValid,
    "localhost-match": checkLocalhost,
    "legacy-default-scheme": checkDefaultScheme,
    "hosts-toml": checkHosts,
    "hosts-dir-lookup": checkHosts,
    "hosts-cert-files": checkHosts,
    "default-hosts": checkHosts,
    "resolve-flow": checkFlow,
    "fetch-flow": checkFlow,
    "auth-flow": checkFlow,
    "auth-scope": checkAuthScope,
    "legacy-endpoints": checkLegacy,
    "config-validation": checkLegacy,
    "config-load": checkConfigLoad,
    "k3s-registries": checkK3sRegistries,
    "docker-config-key": checkDockerConfigKey,
    "spegel-render": checkSpegel,
    "www-authenticate-parse": checkChallenges,
    "cri-parse-auth": checkParseAuth,
]

/// Vectors believed wrong, by id, with the reason; at most five.
let believedWrong: [String: String] = [:]

/// Compares field by field; a field that the vector does not name is not asked.
struct Differences {
    private(set) var list: [String] = []

    mutating func expect(_ name: String, _ found: String?, _ expected: String?) {
        let isSame = found.map { Array($0.utf8) } == expected.map { Array($0.utf8) }
        if !isSame { list.append("\(name): found \(found ?? "nothing"), expected \(expected ?? "nothing")") }
    }

    mutating func expect<Value: Equatable>(_ name: String, _ found: Value?, _ expected: Value?) {
        if found != expected {
            list.append(
                "\(name): found \(found.map { "\($0)" } ?? "nothing"), expected \(expected.map { "\($0)" } ?? "nothing")"
            )
        }
    }

    mutating func fail(_ text: String) { list.append(text) }
}
