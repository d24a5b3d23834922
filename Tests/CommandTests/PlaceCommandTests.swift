import Foundation
import TestSupport
import Testing

/// What is written, and where: no text of a file leads elsewhere, and what has no place is refused.
@Suite struct PlaceCommandTests {
    private static let registry = "plugins.\"io.containerd.grpc.v1.cri\".registry"
    private static let user = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: user1
          namespace: cluster-user1
        spec:
          type: user
          anthosBareMetalVersion: 1.33.200-gke.70

        """

    private func run(_ arguments: [String]) throws -> Tool.Result { try Tool.run(Tool.mirrorctl, arguments) }

    /// With the folders on the way.
    private func put(_ name: String, _ text: String, in folder: TemporaryFolder) throws {
        let parent = (folder(name) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try folder.write(name, text)
    }

    private func files(_ path: String) -> [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// - Parameter keys: as TOML writes them between quotes.
    private func tree(_ folder: TemporaryFolder, _ keys: [String]) throws -> String {
        let tables = keys.map { "[\(Self.registry).mirrors.\"\($0)\"]\nendpoint = [\"https://m\"]\n" }.joined()
        try put("node/etc/containerd/config.toml", "version = 2\n" + tables, in: folder)
        return folder.path + "/node"
    }

    @Test func convertWritesOnlyBelowItsFolder() throws {
        let folder = try TemporaryFolder()
        let keys = [
            "gcr.io", "../../../../evil", "..", ".", "", "/tmp/x", "https://quay.io", "a b.io", "Quay.io",
            "q\\u0000.io",
            "q\\n.io", String(repeating: "a", count: 300) + ".io",
        ]
        let options = ["--root", try tree(folder, keys), "--containerd-version", "1.7.34", "--out"]
        let result = try run(["convert"] + options + [folder.path + "/a/b/c/d/out"])
        #expect(result.status == 1)
        #expect(files(folder.path + "/a").filter { $0.hasSuffix(".toml") }.count == 2)
        #expect(
            files(folder.path + "/a").filter { $0.hasSuffix("hosts.toml") } == [
                "b/c/d/out/etc/containerd/certs.d/gcr.io/hosts.toml"
            ]
        )
        #expect(!files(folder.path).contains { $0.contains("evil") })
        #expect(!result.output.contains("Name it .") && !result.output.contains("Name it \n"))
        for (index, key) in keys.enumerated() where key != "gcr.io" {
            let line = result.output.split(separator: "\n").first {
                $0.hasPrefix("/etc/containerd/config.toml:\(2 + 2 * index): ")
            }
            #expect(line?.contains("mirrors.") == true && line?.contains("nothing was written for") == true, "\(key)")
        }
        #expect(result.output.contains("4 registry hosts were compared"))
        let again = try run(["convert"] + options + [folder.path + "/json", "--output", "json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any])
        let dead = try #require(object["deadKeys"] as? [[String: Any]])
        #expect(dead.count == keys.count - 1 && dead.first?["line"] as? Int == 4)
    }

    /// A link in the folder would lead out of it, and a file that exists stops everything before anything is written.
    @Test func nothingIsWrittenThroughALinkOrInPart() throws {
        let folder = try TemporaryFolder()
        let options = ["convert", "--root", try tree(folder, ["gcr.io"]), "--containerd-version", "1.7.34", "--out"]
        for name in ["linked", "elsewhere"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        let link = folder.path + "/linked/etc"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/elsewhere")
        let linked = try run(options + [folder.path + "/linked"])
        #expect(linked.status == 73 && linked.errors.contains(link))
        #expect(files(folder.path + "/elsewhere") == [])
        try put("taken/etc/containerd/certs.d/gcr.io/hosts.toml", "mine", in: folder)
        let taken = try run(options + [folder.path + "/taken"])
        #expect(taken.status == 73 && taken.errors.contains("exists already"))
        #expect(!files(folder.path + "/taken").contains("etc/containerd/config.toml"))
    }

    @Test func renderTakesNoHostThatIsAPath() throws {
        let folder = try TemporaryFolder()
        for host in ["../../x", "..", "a/b", "https://quay.io", "quay", "a b", "", "Quay.io"] {
            let mirror = ["--endpoint", "https://m:5000", "--host=\(host)"]
            let result = try run(["render", "--format", "hosts-toml", "--out", folder.path + "/out"] + mirror)
            // An empty one is refused by the reader of options.
            #expect(result.status == (host.isEmpty ? 64 : 65), "\(host)")
            let yaml = "registryMirrors:\n- endpoint: https://m:5000\n  hosts: ['\(host)']\n---\n" + Self.user
            let file = try folder.write("c.yaml", yaml)
            let other = try run(
                ["render", "--format", "hosts-toml", "--out", folder.path + "/out", "--cluster-config", file]
            )
            #expect(other.status == 65, "\(host)")
        }
        #expect(files(folder.path) == ["c.yaml"])
    }

    // MARK: Options

    @Test func anOptionWithoutAPlaceIsRefusedAndItsSubstituteNamed() throws {
        let folder = try TemporaryFolder()
        let admin = try folder.write("admin.yaml", EditCommandTests.admin)
        let user = try folder.write("user.yaml", Self.user)
        let endpoint = ["--endpoint", "https://m:5000"]
        let path = ["--ca-cert-path", "/ca.crt"]
        let login = ["--pull-credential-config-path", "/c.json"]
        let secret = ["--ca-cert-secret", "anthos-creds/ca"]
        let header = try folder.write("h.yaml", "registryMirrors:\n- endpoint: https://m:5000\n  caCertPath: /ca.crt\n")
        let odd = try folder.write("o.yaml", "registryMirrors:\n- endpoint: https://m:5000\n  caCert: /ca.crt\n")
        let cases: [([String], String)] = [
            (["apply", "--yes", "--cluster-config", user] + endpoint + path, "--ca-cert-secret"),
            (["apply", "--yes", "--cluster-config", user] + endpoint + login, "--pull-credential-secret"),
            (["diff", "--cluster-config", user] + endpoint + path, "--ca-cert-secret"),
            (["apply", "--yes", "--cluster-config", user, "--mirrors", header], "--ca-cert-secret"),
            (["apply", "--yes", "--cluster-config", admin] + endpoint + secret, "--ca-cert-path"),
            (["diff", "--cluster-config", user, "--operation", "create"] + endpoint + secret, "--ca-cert-path"),
            (["diff", "--cluster-config", admin, "--place", "spec"] + endpoint + path, "--ca-cert-secret"),
            (["render", "--format", "spec"] + endpoint + path, "--ca-cert-secret"),
            (["render", "--format", "header"] + endpoint + secret, "--ca-cert-path"),
            (["render", "--format", "spec", "--mirrors", header], "--ca-cert-secret"),
            (["render", "--format", "hosts-toml"] + endpoint + path + secret, "--ca-cert-path"),
            (["render", "--format", "header", "--mirrors", odd], "caCert"),
        ]
        for (arguments, named) in cases {
            let result = try run(arguments)
            #expect(result.status == 65, "\(arguments)")
            #expect(result.errors.contains(named), "\(arguments): \(result.errors)")
        }
        #expect(try String(contentsOfFile: user, encoding: .utf8) == Self.user)
        #expect(try String(contentsOfFile: admin, encoding: .utf8) == EditCommandTests.admin)
        // What nodes hold says nothing of where the CA comes from, and has it either way.
        for ca in [path, secret] {
            let result = try run(["render", "--format", "hosts-toml"] + endpoint + ca)
            #expect(result.status == 0 && result.output.contains("ca = "))
        }
        #expect(try run(["apply", "--yes", "--cluster-config", user] + endpoint + secret).status == 0)
        for change in [["--set", "caCertPath=/ca"], ["--unset", "caCertPath"]] {
            let result = try run(["diff", "--cluster-config", user, "--mirror", "1"] + change)
            #expect(result.status == 65 && result.errors.contains("caCertSecretRef"))
        }
    }

    @Test func whatAPlanOrAFileSaysAlreadyIsNotSaidAgain() throws {
        let folder = try TemporaryFolder()
        let user = try folder.write("user.yaml", Self.user)
        let plan = folder.path + "/plan.json"
        let made = ["diff", "--cluster-config", user, "--endpoint", "https://m:5000", "--plan-out", plan, "--no-probe"]
        #expect(try run(made).status == 2)
        for option in [["--place", "header"], ["--operation", "create"], ["--template"]] {
            #expect(try run(["apply", plan, "--yes"] + option).status == 64, "\(option)")
        }
        let yaml = "registryMirrors:\n- endpoint: http://127.0.0.1:9\n---\n" + EditCommandTests.admin
        let file = try folder.write("m.yaml", yaml)
        #expect(try run(["probe", "--cluster-config", file, "--namespace", "ns"]).status == 64)
        let withCA = yaml.replacing("http://127.0.0.1:9", with: "https://127.0.0.1:9\n  caCertPath: /own.crt")
        let other = try folder.write("n.yaml", withCA)
        let replaced = try run(["probe", "--cluster-config", other, "--ca-cert", "/ca.crt"])
        #expect(replaced.status == 65 && replaced.errors.contains("/own.crt"))
        // A plan names its file by an absolute path, or it is none of ours.
        let text = try String(contentsOfFile: plan, encoding: .utf8)
        let bent = try folder.write("bent.json", text.replacing("\"path\" : \"/", with: "\"path\" : \"../"))
        #expect(try run(["apply", bent, "--yes"]).status == 65)
    }

    // MARK: Trees

    @Test func aTreeIsHeldToAClusterConfigFile() throws {
        let folder = try TemporaryFolder()
        let root = try tree(folder, ["gcr.io"])
        func yaml(_ endpoint: String) -> String { "registryMirrors:\n- endpoint: \(endpoint)\n---\n" + Self.user }
        let same = try folder.write("same.yaml", yaml("https://m"))
        let other = try folder.write("other.yaml", yaml("https://n"))
        let options = ["node", "--root", root, "--containerd-version", "1.7.34", "--cluster-config"]
        let good = try run(options + [same])
        #expect(good.status == 0 && !good.output.contains("MIR08"), "\(good.output)")
        let bad = try run(options + [other])
        #expect(bad.status == 1 && bad.output.contains("MIR0816") && bad.output.contains("- https://n:443/v2"))
        #expect(try run(options + [same, "--nodes", "10.0.0.1"]).status == 64)
    }

    /// The unit says where the configuration is, for every command that reads a tree.
    @Test func theUnitOfATreeIsFollowed() throws {
        let folder = try TemporaryFolder()
        let root = folder.path + "/node"
        let unit = "node/usr/lib/systemd/system/containerd.service"
        try put(unit, "[Service]\nExecStart=/usr/bin/containerd --config /opt/c.toml\n", in: folder)
        let why = ["why", "gcr.io/a:1", "--root", root, "--containerd-version", "1.7.34"]
        let missing = try run(why)
        #expect(missing.status == 1 && missing.output.contains("MIR0716") && !missing.output.contains("MIR0714"))
        let config = "version = 2\n[\(Self.registry).mirrors.\"gcr.io\"]\nendpoint = [\"https://m\"]\n"
        try put("node/opt/c.toml", config, in: folder)
        let found = try run(why)
        #expect(found.status == 0 && found.output.contains("/opt/c.toml:3"))
        #expect(try run(["node", "--root", root]).output.contains("/opt/c.toml"))
        let convert = ["convert", "--root", root, "--containerd-version", "1.7.34", "--out", folder.path + "/out"]
        #expect(try run(convert).status == 0)
        #expect(files(folder.path + "/out").contains("opt/c.toml"))
        let dropIn = "node/etc/systemd/system/containerd.service.d/p.conf"
        try put(dropIn, "[Service]\nEnvironmentFile=/etc/default/c\n", in: folder)
        #expect(try run(why).output.contains("MIR0829"))
        try put("node/etc/default/c", "HTTPS_PROXY=http://proxy:3128\n", in: folder)
        #expect(try run(why).output.contains("MIR0821"))
        // The bundle judges the same files by the same unit.
        let bundle = folder.path + "/b.tar.gz"
        #expect(try run(why + ["--bundle", bundle]).status == 1)
        let opened = try run(["why", "--bundle", bundle])
        #expect(opened.status == 1 && opened.output.contains("/opt/c.toml:3"))
    }

    @Test func aFolderThatIsNoNodesIsSaidToBeNone() throws {
        let folder = try TemporaryFolder()
        try put("other/readme", "", in: folder)
        let node = try run(["node", "--root", folder.path + "/other"])
        #expect(node.status == 1 && node.output.contains("MIR0828") && !node.output.contains("MIR0711"))
        let why = try run(["why", "nginx", "--root", folder.path + "/other", "--containerd-version", "2.0.11"])
        #expect(why.status == 1 && why.output.contains("MIR0828"))
        try put("node/etc/containerd/certs.d/gcr.io/hosts.toml", "", in: folder)
        let tree = try run(["node", "--root", folder.path + "/node"])
        #expect(tree.status == 0 && tree.output.contains("MIR0715") && !tree.output.contains("MIR0828"))
        let options = ["convert", "--root", folder.path + "/node", "--out", folder.path + "/out"]
        #expect(try run(options).status == 65)
    }
}
