import Foundation
import MirrorCore
import MirrorSamples
import TOML
import TOMLKit
import TestSupport
import Testing
import Yams

/// What is rendered is read back, by our readers and by foreign ones, as the model it came from.
@Suite struct OutputPropertyTests {
    /// A rendered text and what a reader must make of it.
    struct Case {
        let kind: String
        let text: String
        let expected: [String: Any]
    }

    @Test func hostsAndTheirMirrorsInOnePassAreTheSame() throws {
        for seed in 0..<300 {
            var generator = MirrorGenerator(seed: UInt64(seed))
            let configuration = MirrorConfiguration(
                mirrors: try #require(validate(generator.drafts(), for: .header).mirrors)
            )
            let pairs = configuration.mirrorsByHost
            #expect(pairs.map(\.host) == configuration.mirroredHosts)
            for (host, mirrors) in pairs { #expect(mirrors == configuration.mirrors(of: host)) }
        }
    }

    static func cases() throws -> [Case] {
        var cases: [Case] = []
        for seed in 0..<300 {
            var generator = MirrorGenerator(seed: UInt64(seed))
            let drafts = generator.drafts()
            let header = try #require(validate(drafts, for: .header).mirrors)
            let spec = try #require(validate(drafts, for: .spec).mirrors)
            let expectedHeader = ExpectedFiles.list(header)
            for file in ClusterHeaderYAML().render(MirrorConfiguration(mirrors: header)) {
                cases.append(Case(kind: "yaml", text: file.text, expected: ["registryMirrors": expectedHeader]))
            }
            for file in ClusterSpecYAML().render(MirrorConfiguration(mirrors: spec)) {
                let expected = ["spec": ["nodeConfig": ["registryMirrors": ExpectedFiles.list(spec)]]]
                cases.append(Case(kind: "yaml", text: file.text, expected: expected))
            }
            for file in ContainerdConfigTOML().render(MirrorConfiguration(mirrors: header)) {
                cases.append(Case(kind: "toml", text: file.text, expected: ExpectedFiles.containerdConfig(header)))
            }
            let hosts = ExpectedFiles.hostsTOML(header)
            let files = HostsTOML().render(MirrorConfiguration(mirrors: header))
            #expect(Set(files.map(\.path)) == Set(hosts.keys))
            for file in files {
                cases.append(Case(kind: "toml", text: file.text, expected: try #require(hosts[file.path])))
            }
        }
        return cases
    }

    @Test func yamsAndTOMLKitReadTheModelBack() throws {
        for item in try Self.cases() {
            let read: Any =
                item.kind == "yaml"
                ? try #require(try Yams.load(yaml: item.text))
                : try JSONSerialization.jsonObject(
                    with: Data(TOMLKit.TOMLTable(string: item.text).convert(to: .json).utf8)
                )
            #expect(read as? NSDictionary == item.expected as NSDictionary, "\(item.text)")
        }
    }

    @Test func pyYAMLAndTomllibReadTheModelBack() throws {
        let cases = try Self.cases()
        let input = cases.map { ["kind": $0.kind, "text": $0.text] }
        let script = """
            import json, sys, tomllib, yaml
            out = []
            for case in json.load(sys.stdin):
                out.append(yaml.safe_load(case["text"]) if case["kind"] == "yaml" else tomllib.loads(case["text"]))
            json.dump(out, sys.stdout)
            """
        let output = try Python.run(script, input: try JSONSerialization.data(withJSONObject: input))
        let read = try #require(try JSONSerialization.jsonObject(with: output) as? [NSDictionary])
        #expect(read.count == cases.count)
        for (read, item) in zip(read, cases) { #expect(read == item.expected as NSDictionary, "\(item.text)") }
    }

    @Test func ourOwnReadersReadTheModelBack() throws {
        for seed in 0..<300 {
            var generator = MirrorGenerator(seed: UInt64(seed))
            let drafts = generator.drafts()
            for place in MirrorPlace.allCases {
                let mirrors = try #require(validate(drafts, for: place).mirrors)
                let format: any OutputFormat = place == .header ? ClusterHeaderYAML() : ClusterSpecYAML()
                let text = format.render(MirrorConfiguration(mirrors: mirrors))[0].text
                let cluster = "apiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata: {name: x}\n" + text
                let config = try ClusterConfig(yaml: Array((place == .header ? text : cluster).utf8))
                #expect(validate(config.registryMirrors(at: place), for: place).mirrors == mirrors)
            }
            let mirrors = try #require(validate(drafts, for: .header).mirrors)
            for file in HostsTOML().render(MirrorConfiguration(mirrors: mirrors)) {
                let document = try TOMLDocument(file.text)
                // Order is what containerd goes by.
                let name = String(file.path.dropFirst("/etc/containerd/certs.d/".count).dropLast(11))
                let host = try #require(RegistryHost(name))
                let expected = MirrorConfiguration(mirrors: mirrors).mirrors(of: host).map(\.endpoint.url)
                #expect(document.root["host"]?.table?.entries.map(\.key) == expected)
            }
        }
    }
}
