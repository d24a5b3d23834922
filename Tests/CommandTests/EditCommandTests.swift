import Foundation
import TestSupport
import Testing

/// `diff`, `apply` and `render` as a script uses them.
@Suite struct EditCommandTests {
    static let admin = """
        gcrKeyPath: /keys/gcr.json   # read only
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70

        """

    static let mirror = [
        "--endpoint", "https://172.18.0.20:5000", "--namespace", "ns", "--host", "docker.io", "--ca-cert-path",
        "/ca.crt",
    ]

    private func run(_ arguments: [String]) throws -> Tool.Result { try Tool.run(Tool.mirrorctl, arguments) }

    private func json(_ result: Tool.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test func diffSaysWhatWouldChangeAndChangesNothing() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", Self.admin)
        let result = try run(["diff", "--cluster-config", file] + Self.mirror)
        #expect(result.status == 2)
        #expect(result.output.contains("+- endpoint: https://172.18.0.20:5000/v2/ns\n"))
        #expect(!result.output.contains("\u{1B}"))
        #expect(result.errors.contains("header"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.admin)
        let object = try json(try run(["diff", "--cluster-config", file, "--output", "json"] + Self.mirror))
        #expect(object["place"] as? String == "header")
        #expect(object["change"] as? String == "updated")
        #expect((object["diff"] as? String)?.contains("+registryMirrors:") == true)
    }

    @Test func applyWritesOnceKeepsABackupAndItsReverseGivesTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", Self.admin)
        let result = try run(["apply", "--yes", "--cluster-config", file] + Self.mirror)
        #expect(result.status == 0)
        #expect(result.output.contains("bmctl update cluster -c admin1 --kubeconfig=ADMIN_KUBECONFIG"))
        let written = try String(contentsOfFile: file, encoding: .utf8)
        #expect(written.hasPrefix("gcrKeyPath: /keys/gcr.json   # read only\nregistryMirrors:\n"))
        let backups = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".bak-") }
        #expect(backups.count == 1)
        #expect(try String(contentsOfFile: folder.path + "/" + (backups.first ?? ""), encoding: .utf8) == Self.admin)
        let again = try run(["diff", "--cluster-config", file] + Self.mirror)
        #expect(again.status == 0)
        #expect(again.output.isEmpty)
        #expect(try run(["apply", "--yes", "--cluster-config", file, "--remove"]).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.admin)
    }

    @Test func applyDoesNotWriteUnasked() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", Self.admin)
        // Standard input is no terminal here.
        let result = try run(["apply", "--cluster-config", file] + Self.mirror)
        #expect(result.status == 64)
        #expect(result.errors.contains("--yes"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.admin)
    }

    @Test func aUserClusterThatExistsTakesItsMirrorsInTheSpec() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("u.yaml", Self.admin.replacingOccurrences(of: "type: admin", with: "type: user"))
        let arguments = ["--endpoint", "https://h:5000", "--ca-cert-secret", "anthos-creds/ca-1"]
        let update = try json(try run(["diff", "--cluster-config", file, "--output", "json"] + arguments))
        #expect(update["place"] as? String == "spec")
        #expect((update["diff"] as? String)?.contains("caCertSecretRef:") == true)
        let create = try run(
            ["diff", "--cluster-config", file, "--operation", "create", "--output", "json"] + Self.mirror
        )
        #expect(try json(create)["place"] as? String == "header")
    }

    @Test func aChangeWithoutEffectIsRefusedUnlessMeant() throws {
        let folder = try TemporaryFolder()
        let old = Self.admin.replacingOccurrences(of: "1.33.200-gke.70", with: "1.29.100-gke.1")
        let with = try folder.write("a.yaml", "registryMirrors:\n- endpoint: https://h:5000\n" + old)
        let arguments = [
            "apply", "--yes", "--cluster-config", with, "--endpoint", "https://h:5000", "--host", "quay.io",
        ]
        let refused = try run(arguments)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("hosts alone"))
        #expect(try String(contentsOfFile: with, encoding: .utf8).contains("quay.io") == false)
        #expect(try run(arguments + ["--without-effect"]).status == 0)
        #expect(try String(contentsOfFile: with, encoding: .utf8).contains("quay.io"))
    }

    @Test func everyMistakeHasItsExitCodeAndItsSentence() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", Self.admin)
        let template = try folder.write("t.yaml", "a: {{ x }}\nb:\n\t- c\n")
        let cases: [(arguments: [String], status: Int32, words: String)] = [
            (["diff", "--cluster-config", file], 64, "--endpoint"),
            (["diff", "--cluster-config", file, "--remove", "--endpoint", "https://h"], 64, "--remove"),
            (["diff", "--cluster-config", folder.path + "/none.yaml", "--remove"], 66, "does not exist"),
            (["diff", "--cluster-config", folder.path, "--remove"], 65, "folder"),
            (["diff", "--cluster-config", template, "--remove"], 65, "line "),
            (["diff", "--cluster-config", file, "--endpoint", "h:5000"], 65, "https://h:5000"),
            (["render", "--format", "header"], 64, "--endpoint"),
            (["render", "--format", "nothing", "--endpoint", "https://h"], 64, "hosts-toml"),
            (["render", "--format", "header", "--cluster-config", file], 65, "no registryMirrors"),
            (["explain", "MIR9999"], 64, "explain"),
            (["wizard", "--theme", "pink"], 64, "monochrome"),
            (["unexpectedResponse"], 64, "unexpectedResponse"),
        ]
        for (arguments, status, words) in cases {
            let result = try run(arguments)
            #expect(result.status == status, "\(arguments): \(result.errors)")
            #expect((result.errors + result.output).contains(words), "\(arguments): \(result.errors)")
        }
    }

    @Test func renderTakesMirrorsFromOptionsAFileOrAClusterConfig() throws {
        let folder = try TemporaryFolder()
        let fromOptions = try run(["render", "--format", "hosts-toml"] + Self.mirror)
        #expect(fromOptions.output.contains("override_path = true"))
        #expect(fromOptions.errors.contains("inferred"))
        let list = try folder.write("m.yaml", try run(["render", "--format", "header"] + Self.mirror).output)
        #expect(try run(["render", "--format", "hosts-toml", "--mirrors", list]).output == fromOptions.output)
        #expect(try run(["render", "--format", "hosts-toml", "--cluster-config", list]).output == fromOptions.output)
        // The list alone, as it is copied from under its key.
        let text = try String(contentsOfFile: list, encoding: .utf8)
        let bare = try folder.write("bare.yaml", text.replacing("registryMirrors:\n", with: ""))
        #expect(try run(["render", "--format", "hosts-toml", "--mirrors", bare]).output == fromOptions.output)
        let odd = try folder.write("odd.yaml", "- endpoint: https://m:5000\n  caCert: /ca.crt\n")
        let refused = try run(["render", "--format", "header", "--mirrors", odd])
        #expect(refused.status == 65 && refused.errors.contains("caCert") && refused.errors.contains("line 2"))
        let out = folder.path + "/node"
        let asJSON = ["render", "--format", "hosts-toml", "--out", folder("json"), "--output", "json"]
        let told = try run(asJSON + Self.mirror)
        let object = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
        let written = (object?["files"] as? [[String: Any]])?.compactMap { $0["written"] as? String } ?? []
        #expect(told.status == 0 && !written.isEmpty && written.allSatisfy { $0.hasPrefix(folder("json") + "/") })
        for path in written { #expect(FileManager.default.fileExists(atPath: path)) }
        #expect(try run(["node", "--report-script", "--output", "json"]).status == 64)
        #expect(try run(["render", "--format", "hosts-toml", "--out", out] + Self.mirror).status == 0)
        let file = out + "/etc/containerd/certs.d/docker.io/hosts.toml"
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("registry-1.docker.io"))
        // Never over a file that is there.
        #expect(try run(["render", "--format", "hosts-toml", "--out", out] + Self.mirror).status == 73)
    }

    @Test func severalMirrorsKeepTheirOwnOptions() throws {
        let result = try run([
            "render", "--format", "header", "--endpoint", "https://a", "--host", "docker.io", "--endpoint=https://b",
            "--host=quay.io", "--namespace", "x",
        ])
        #expect(
            result.output == """
                registryMirrors:
                - endpoint: https://a
                  hosts:
                  - docker.io
                - endpoint: https://b/v2/x
                  hosts:
                  - quay.io

                """
        )
    }
}
