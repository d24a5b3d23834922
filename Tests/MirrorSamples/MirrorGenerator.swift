import MirrorCore
import TestSupport

/// Makes valid mirrors of every shape, some with names that tempt a YAML or TOML reader.
package struct MirrorGenerator {
    private var random: SeededGenerator
    private static let names = [
        "172.18.0.20", "10.0.0.1", "harbor.plant.example", "[fd00::20]", "reg", "1e3.example", "null",
    ]
    private static let namespaces = ["", "test-namespace", "a/b", "on", "1.0", "x__y/z.w", "123"]
    private static let hosts = [
        "docker.io", "quay.io", "gcr.io", "registry.k8s.io", "registry.example:5000", "127.0.0.1:5000", "null:443",
        "0x1f.example",
        "[fd00::1]:5000", "1e3.example", "no:1",
    ]
    private static let paths = [
        "", "/root/ca.crt", "bmctl-workspace/ca cert.pem", "/ca: #1.crt", "/日本/ca.crt", "/it's \"q\".crt", "/a\\b.crt",
        "- x", "null", "/x, [y]", "@ca", "%ca", "/ca\u{85}b", "/emoji-🎛.crt", "1_000", "0x1F", "2026-11-23", "=",
    ]
    private static let secrets = ["", "anthos-creds/ca-9dd74fd308bac6df", "cluster-admin1/null", "123/456", "on/1e3"]

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// One to four drafts that validate for both places.
    package mutating func drafts() -> [MirrorDraft] {
        let count = Int.random(in: 1...4, using: &random)
        return (0..<count).map { index in
            let scheme = pick(["https", "https", "http"])
            let isTLS = scheme == "https"
            return MirrorDraft(
                endpoint: "\(scheme)://\(pick(Self.names)):\(5000 + index)",
                mirrorNamespace: pick(Self.namespaces),
                hosts: Array(Self.hosts.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))),
                caCertPath: isTLS ? pick(Self.paths) : "",
                pullCredentialConfigPath: pick(Self.paths),
                caCertSecret: isTLS ? pick(Self.secrets) : "",
                pullCredentialSecret: pick(Self.secrets)
            )
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
}
