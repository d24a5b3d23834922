import Containerd
import Diagnosis
import MirrorCore
import MirrorSamples
import TOML
import TestSupport
import Testing
import Texts

@Suite struct MirrorConversionTests {
    private static let registry = "plugins.\"io.containerd.grpc.v1.cri\".registry"
    private let old = ContainerdVersion(1, 7, 34)

    private func convert(_ config: String, to target: ContainerdVersion) throws -> MirrorConversion {
        let pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
        let tree = NodeTree(["/etc/containerd/config.toml": config, "/ca.crt": pem])
        return try MirrorConversion(files: tree, source: old, target: target)
    }

    @Test func writesWhatTheVendorsExcerptMeans() throws {
        let config = """
            version = 2
            root = "/var/lib/containerd" # stays
            [\(Self.registry)]
              [\(Self.registry).configs]
                [\(Self.registry).configs."privateregistry2.io".tls]
                  ca_file = '/ca.crt'
              [\(Self.registry).mirrors]
                [\(Self.registry).mirrors."gcr.io"]
                  endpoint = ["http://privateregistry.io", "https://privateregistry2.io/v2/ns"]
            [metrics]
              address = "127.0.0.1:1338"
            """
        for target in ContainerdVersion.checked {
            let conversion = try convert(config, to: target)
            #expect(conversion.differences == [], "\(target)")
            #expect(conversion.losses == [])
            let files = Dictionary(uniqueKeysWithValues: conversion.files.map { ($0.path, $0.text) })
            #expect(
                files["/etc/containerd/certs.d/gcr.io/hosts.toml"] == """
                    server = "https://gcr.io"
                    capabilities = ["pull", "resolve"]

                    [host."http://privateregistry.io"]
                      capabilities = ["pull", "resolve"]

                    [host."https://privateregistry2.io/v2/ns"]
                      capabilities = ["pull", "resolve"]
                      override_path = true
                      ca = ["/ca.crt"]

                    """
            )
            let text = try #require(files["/etc/containerd/config.toml"])
            #expect(text.contains("config_path = \"/etc/containerd/certs.d\"") && text.contains("# stays"))
            #expect(text.contains("[metrics]") && !text.contains("mirrors") && !text.contains("ca_file"))
            #expect(conversion.compared.contains("registry.example.com"))
        }
    }

    @Test func generatedConfigsComeOutTheSame() throws {
        var random = SeededGenerator(seed: 31)
        let urls = [
            "https://m", "http://m2", "https://m/ns", "https://m/v2/ns", "https://m:5000/", "m3:5000", "https://gcr.io",
            "https://m/v2/",
        ]
        let keys = ["gcr.io", "docker.io", "*", "reg.local:5000", "quay.io"]
        var proven = 0
        for _ in 0..<150 {
            var config = "version = 2\n"
            for key in keys where Bool.random(using: &random) {
                let list = Array(
                    Set(
                        (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in urls.randomElement(using: &random)
                        }
                    )
                ).sorted()
                config += "[\(Self.registry).mirrors.\"\(key)\"]\nendpoint = \(TOMLText.array(list))\n"
            }
            for key in ["m", "registry-1.docker.io", "quay.io"] where Bool.random(using: &random) {
                config +=
                    "[\(Self.registry).configs.\"\(key)\".tls]\nca_file = \"/ca.crt\"\ninsecure_skip_verify = \(Bool.random(using: &random))\n"
            }
            let target = ContainerdVersion.checked.randomElement(using: &random) ?? old
            do throws(MirrorConversion.Refusal) {
                let conversion = try MirrorConversion(
                    files: NodeTree([
                        "/etc/containerd/config.toml": config,
                        "/ca.crt": "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
                    ]),
                    source: old,
                    target: target
                )
                // Two spellings of one URL are the one thing that is lost.
                #expect(conversion.differences.isEmpty || !conversion.losses.isEmpty, "\(target)\n\(config)")
                if conversion.losses.isEmpty { proven += 1 }
            } catch {
                #expect(error == .nothingToConvert(dead: []), "\(config)")
            }
        }
        #expect(proven > 50)
    }

    /// Written for nobody, named with its line, and not counted among what was compared.
    @Test func aKeyThatIsNoRegistryHostNamesNoFolder() throws {
        var config = "version = 2\n[\(Self.registry).mirrors.\"gcr.io\"]\nendpoint = [\"https://mirror\"]\n"
        let cases = refusedRegistryHosts + [("quay.io/a", .path), ("*.quay.io", .pattern)]
        for (key, _) in cases {
            config += "[\(Self.registry).mirrors.\(TOMLText.basicString(key))]\nendpoint = [\"https://m2\"]\n"
        }
        // An endpoint's own settings are in force whatever its name; these others belong to none.
        for key in ["mirror", "https://mirror", "*", "../x", "mirror:443"] {
            config += "[\(Self.registry).configs.\"\(key)\".tls]\ninsecure_skip_verify = true\n"
        }
        let conversion = try convert(config, to: old)
        #expect(
            conversion.files.map(\.path) == [
                "/etc/containerd/config.toml", "/etc/containerd/certs.d/gcr.io/hosts.toml",
                "/etc/containerd/certs.d/mirror:443/hosts.toml",
            ]
        )
        #expect(conversion.files[1].text.contains("skip_verify = true"))
        let dead = conversion.deadKeys.filter { $0.table == "mirrors" }
        #expect(dead.map(\.key) == cases.map(\.0) && dead.map(\.problem) == cases.map(\.1))
        #expect(dead.map(\.source?.line) == cases.indices.map { 4 + 2 * $0 })
        // Images may be named so, and are looked up by it then: that is not said of no pull.
        for key in dead {
            let isOther = [.upperCase, .dockerHub].contains(key.problem)
            #expect(key.phrase.key.hasPrefix(isOther ? "convert.otherKey" : "convert.deadKey"), "\(key.key)")
        }
        let configs = conversion.deadKeys.filter { $0.table == "configs" }
        #expect(configs.map(\.key) == ["https://mirror", "*", "../x"])
        // Each is told once, with what was meant where that is known.
        #expect(configs[0].remedy == Phrase("dead.configs.write", ["host": "mirror"]))
        #expect(!conversion.isWhole && conversion.losses == [] && conversion.differences == [])
        let proven = ["gcr.io", "mirror:443", "docker.io", "registry.example.com", "registry.example.com:5000"]
        #expect(conversion.compared == proven && conversion.proof.arguments["count"] == "5")
        for file in conversion.files { #expect(ContainedPath(file.path) != nil) }
    }

    /// Where containerd would not start with the result, nothing was compared and nothing is called equal.
    @Test func nothingIsProvenOfFilesThatDoNotStart() throws {
        let config = """
            version = 2
            imports = ["/etc/more.toml"]
            [\(Self.registry).mirrors."gcr.io"]
              endpoint = ["https://m"]
            """
        let more = "version = 2\n[\(Self.registry).mirrors.\"quay.io\"]\nendpoint = [\"https://m\"]\n"
        let tree = NodeTree(["/etc/containerd/config.toml": config, "/etc/more.toml": more])
        let target = ContainerdVersion(2, 0, 11)
        let conversion = try MirrorConversion(files: tree, source: target, target: target)
        #expect(conversion.compared == [] && !conversion.differences.isEmpty)
        #expect(conversion.proof.key == "convert.nothingProven")
    }

    @Test func saysWhatCannotBeCarriedOver() throws {
        let config = "version = 2\n[\(Self.registry).mirrors.\"gcr.io\"]\nendpoint = [\"https://m\", \"https://m\"]\n"
        let conversion = try convert(config, to: ContainerdVersion(2, 0, 11))
        #expect(conversion.losses.map(\.key) == ["convert.duplicate"])
        #expect(conversion.differences.map(\.registryHost) == ["gcr.io"])
        #expect(throws: MirrorConversion.Refusal.nothingToConvert(dead: [])) { try convert("version = 2\n", to: old) }
    }
}
