import Foundation
import TestSupport
import Testing

/// `repair`, and what `diff` and `apply` say of files that are no YAML.
@Suite struct RepairCommandTests {
    private func sample() throws -> [UInt8] {
        try #require(try CorpusFile.all().first { $0.name.contains("BROKEN-INDENT") }).bytes
    }

    private func run(_ words: [String]) throws -> Tool.Result { try Tool.run(Tool.mirrorctl, words) }

    @Test func showsTheRepairedFormAndWritesItOnDemandOnly() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("u.yaml", sample())
        let diff = try run(["diff", "--cluster-config", file, "--remove"])
        #expect(diff.status == 65 && diff.errors.contains("line 22, column 7"))
        #expect(diff.errors.contains("mirrorctl repair --cluster-config \(file)"))
        let shown = try run(["repair", "--cluster-config", file])
        #expect(shown.status == 64)
        #expect(shown.output.contains("-    -   caCertSecretRef:\n+    - caCertSecretRef:\n"))
        #expect(try folder.bytes("u.yaml") == sample() && folder.names == ["u.yaml"])
        #expect(try run(["repair", "--yes", "--cluster-config", file]).status == 0)
        #expect(
            try folder.text("u.yaml")
                == String(decoding: sample(), as: UTF8.self).replacing("-   caCert", with: "- caCert")
        )
        #expect(folder.names.count == 2)
        let again = try run(["repair", "--cluster-config", file, "--output", "json"])
        #expect(again.status == 0 && again.output.contains("\"change\" : \"unchanged\""))
        #expect(try run(["diff", "--cluster-config", file, "--remove"]).status == 2)
    }

    @Test func takesWhatWasPastedFromStandardInput() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("paste", sample())
        let pipe = "<'\(file)' '\(Tool.mirrorctl)' repair --cluster-config -"
        let shown = try Tool.run("/bin/sh", ["-c", pipe])
        #expect(shown.status == 2 && shown.output.contains("+    - caCertSecretRef:\n"))
        let repaired = try Tool.run("/bin/sh", ["-c", pipe + " --yes"])
        #expect(repaired.status == 0)
        #expect(
            repaired.output == String(decoding: try sample(), as: UTF8.self).replacing("-   caCert", with: "- caCert")
        )
        #expect(
            try Tool.run("/bin/sh", ["-c", "echo 'a: [' | '\(Tool.mirrorctl)' repair --cluster-config -"]).status == 65
        )
        #expect(
            try Tool.run("/bin/sh", ["-c", "echo 'a: 1' | '\(Tool.mirrorctl)' repair --cluster-config -"]).output
                == "a: 1\n"
        )
    }

    @Test func editsATemplateOnDemand() throws {
        let folder = try TemporaryFolder()
        let text =
            "gcrKeyPath: {{ key }}\n---\napiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nspec:\n  type: admin\n"
        let file = try folder.write("t.j2", text)
        let words = ["--cluster-config", file, "--endpoint", "https://m.lan"]
        let refused = try run(["apply", "--yes"] + words)
        #expect(
            refused.status == 65 && refused.errors.contains("line 1, column") && refused.errors.contains("--template")
        )
        #expect(try folder.text("t.j2") == text)
        let applied = try run(["apply", "--yes", "--template"] + words)
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(
            try folder.text("t.j2")
                == text.replacing("---\n", with: "registryMirrors:\n- endpoint: https://m.lan\n---\n")
        )
        #expect(try run(["apply", "--yes", "--template", "--cluster-config", file, "--remove"]).status == 0)
        #expect(try folder.text("t.j2") == text)
        let inside = try folder.write("i.j2", "a: {{ b }}\nregistryMirrors:\n- endpoint: {{ url }}\n")
        let result = try run([
            "apply", "--yes", "--template", "--cluster-config", inside, "--endpoint", "https://m.lan",
        ])
        #expect(result.status == 65 && result.errors.contains("Line 3"), "\(result.errors)")
    }
}
