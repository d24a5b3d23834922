import Foundation
import TestSupport
import Testing

/// Single mirrors and fields of a file, by `diff` and `apply`.
@Suite struct ListEditCommandTests {
    private static let text = """
        gcrKeyPath: /dev/null
        registryMirrors:
        # the first one
        - endpoint: "https://a.lan:5000"   # room 3
          hosts: [docker.io, quay.io]
        # the second
        - endpoint: https://b.lan
          caCertPath: /dev/null
        sshPrivateKeyPath: /dev/null
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata: {name: admin1}
        spec: {type: admin, anthosBareMetalVersion: 1.33.200-gke.70}

        """

    @Test func changesOneThingAndItsReverseGivesTheFileBack() throws {
        let folder = try TemporaryFolder()
        let (a, b) = (
            "# the first one\n- endpoint: \"https://a.lan:5000\"   # room 3\n  hosts: [docker.io, quay.io]\n",
            "# the second\n- endpoint: https://b.lan\n  caCertPath: /dev/null\n"
        )
        let table: [(there: [String], change: (String, String), back: [String])] = [
            (
                ["--mirror", "1", "--set", "endpoint=https://c.lan:5000"], ("https://a.lan", "https://c.lan"),
                ["--mirror", "https://c.lan:5000", "--set", "endpoint=https://a.lan:5000"]
            ),
            (
                ["--mirror=1", "--add-host=ghcr.io"], ("quay.io]", "quay.io, ghcr.io]"),
                ["--mirror", "1", "--remove-host", "ghcr.io"]
            ),
            (["--mirror", "2", "--move-to", "1"], (a + b, b + a), ["--mirror", "1", "--move-to", "2"]),
            (
                ["--mirror", "https://b.lan", "--unset", "caCertPath"], ("  caCertPath: /dev/null\n", ""),
                ["--mirror", "2", "--set", "caCertPath=/dev/null"]
            ),
            (
                ["--mirror", "2", "--set", "namespace=team/x"], ("https://b.lan", "https://b.lan/v2/team/x"),
                ["--mirror", "2", "--unset", "namespace"]
            ),
            (
                ["--add", "--endpoint", "https://c.lan"], (b, b + "- endpoint: https://c.lan\n"),
                ["--mirror", "3", "--drop"]
            ),
        ]
        for (there, change, back) in table {
            let file = try folder.write("a.yaml", Self.text)
            func apply(_ words: [String]) throws -> Tool.Result {
                try Tool.run(Tool.mirrorctl, ["apply", "--yes", "--cluster-config", file] + words)
            }
            let done = try apply(there)
            #expect(done.status == 0, "\(there): \(done.errors)")
            #expect(try folder.text("a.yaml") == Self.text.replacing(change.0, with: change.1), "\(there)")
            #expect(try apply(back).status == 0, "\(back)")
            #expect(try folder.text("a.yaml") == Self.text, "\(back)")
        }
    }

    @Test func saysWhatItDoesNotUnderstand() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", Self.text)
        let table: [([String], Int32, String)] = [
            (["--mirror", "3", "--drop"], 65, "has 2 of them"),
            (["--mirror", "1", "--set", "port=1"], 65, "no field"),
            (["--mirror", "1"], 64, "--move-to"), (["--set", "endpoint=x"], 64, "--mirror"),
            (["--add"], 64, "--endpoint"), (["--mirror", "1", "--drop", "--remove"], 64, "--remove"),
            (["--mirror", "1", "--set", "endpoint=https://a.lan/ns"], 65, "https://a.lan/v2/ns"),
        ]
        for (words, status, text) in table {
            let result = try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", file] + words)
            #expect(result.status == status && result.errors.contains(text), "\(words): \(result.errors)")
        }
    }
}
