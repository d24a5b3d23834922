import Foundation
import TestSupport
import Testing

/// Edits without effect, and silent removals, as `diff` and `apply` name them: with the edit that works.
@Suite struct GuardCommandTests {
    private static let user = EditCommandTests.admin.replacingOccurrences(of: "type: admin", with: "type: user")
        .replacingOccurrences(of: "admin1", with: "user1")
    private static let mirror = ["--endpoint", "https://172.18.0.20:5000"]

    /// Applies to a file of this text.
    /// - Returns: the result, and whether the file was changed.
    private func apply(_ text: String, _ words: [String] = mirror) throws -> (result: Tool.Result, isWritten: Bool) {
        let folder = try TemporaryFolder()
        let path = try folder.write("c.yaml", text)
        let result = try Tool.run(Tool.mirrorctl, ["apply", "--yes", "--cluster-config", path] + words)
        return (result, try folder.text("c.yaml") != text)
    }

    /// Refused with these words, and written all the same where that is asked for.
    private func expectRefusal(_ text: String, _ words: [String] = mirror, says: String...) throws {
        let (result, isWritten) = try apply(text, words)
        #expect(result.status == 65 && !isWritten, "\(words): \(result.errors)")
        for say in says { #expect(result.errors.contains(say), "\(say): \(result.errors)") }
    }

    private func expectWritten(_ text: String, _ words: [String] = mirror, says: String...) throws {
        let (result, isWritten) = try apply(text, words)
        #expect(result.status == 0 && isWritten, "\(words): \(result.errors)")
        for say in says { #expect(result.errors.contains(say), "\(say): \(result.errors)") }
    }

    @Test func theWrongPlace() throws {
        try expectRefusal(
            Self.user,
            ["--place", "header"] + Self.mirror,
            says: "refusal:",
            "no effect on a user cluster that exists",
            "spec.nodeConfig, with Secrets"
        )
        try expectWritten(Self.user, ["--place", "header", "--operation", "create"] + Self.mirror)
        try expectWritten(Self.user, ["--place", "header", "--without-effect"] + Self.mirror)
        try expectRefusal(
            EditCommandTests.admin,
            ["--place", "spec"] + Self.mirror,
            says: "refusal:",
            "Write the mirrors to the header"
        )
        try expectWritten(
            "registryMirrors:\n- endpoint: https://old.lan\n" + Self.user,
            says: "registryMirrors, which have no effect",
            "mirrorctl adopt"
        )
    }

    /// A generated file names five files that are not there yet: one warning for each reason, which names them all.
    @Test func pathsAreNamedInOneWarning() throws {
        let header = """
            gcrKeyPath: /no/such/gcr.json
            sshPrivateKeyPath: <path to SSH private key, used for node access>
            gkeConnectAgentServiceAccountKeyPath: /no/such/gcr.json
            gkeConnectRegisterServiceAccountKeyPath: <path to Hub registration service account key>
            cloudOperationsServiceAccountKeyPath: /no/such/ops.json

            """
        let text = header + EditCommandTests.admin.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        let (result, isWritten) = try apply(text)
        #expect(isWritten)
        let warnings = result.errors.split(separator: "\n").filter { $0.hasPrefix("warning:") }
        #expect(
            warnings == [
                """
                warning: Placeholders still stand in the header: sshPrivateKeyPath: <path to SSH private key, used for node \
                access>, gkeConnectRegisterServiceAccountKeyPath: <path to Hub registration service account key>
                """,
                """
                warning: Not there on this workstation: gcrKeyPath, gkeConnectAgentServiceAccountKeyPath: /no/such/gcr.json, \
                cloudOperationsServiceAccountKeyPath: /no/such/ops.json
                """,
            ],
            "\(result.errors)"
        )
    }

    @Test func hostsAloneBeforeTheyAreRolledOut() throws {
        let hosts = Self.mirror + ["--host", "quay.io"]
        for (version, isRefused) in [
            ("1.30.400-gke.1", true), ("1.30.500-gke.126", false), ("1.31.0-gke.1", true), ("1.31.100-gke.136", false),
            ("1.32.0-gke.1", false),
        ] {
            let text =
                "registryMirrors:\n- endpoint: https://172.18.0.20:5000\n"
                + EditCommandTests.admin.replacingOccurrences(of: "1.33.200-gke.70", with: version)
            if isRefused {
                try expectRefusal(text, hosts, says: "hosts alone", "Change the endpoint or the CA path too")
                try expectWritten(text, hosts + ["--ca-cert-path", "/dev/null"])
            } else {
                try expectWritten(text, hosts)
            }
        }
    }

    @Test func aNamespaceWithoutV2() throws {
        let words = ["--endpoint", "https://172.18.0.20:5000/team/x"]
        try expectRefusal(EditCommandTests.admin, words, says: "no /v2", "https://172.18.0.20:5000/v2/team/x")
        try expectRefusal(
            "registryMirrors:\n- endpoint: https://a.lan/ns\n" + EditCommandTests.admin,
            ["--add"] + Self.mirror,
            says: "https://a.lan/v2/ns"
        )
    }

    @Test func oneListTakenForTheOther() throws {
        let registries = "privateRegistries:\n- endpoint: https://172.18.0.20:5000\n"
        try expectRefusal(
            "registryMirrors:\n- host: 10.0.0.1:5000\n" + EditCommandTests.admin,
            says: "has a host (10.0.0.1:5000) and no endpoint",
            "Move it to privateRegistries"
        )
        try expectRefusal(
            registries + EditCommandTests.admin,
            ["--endpoint", "https://other.lan"],
            says: "looks like a mirror (https://172.18.0.20:5000)",
            "--add --endpoint"
        )
        try expectWritten(registries + EditCommandTests.admin, says: "Delete the entry after this change")
        let folder = try TemporaryFolder()
        let list = try folder.write("list.yaml", "privateRegistries:\n- host: 10.0.0.1:5000\n")
        try expectRefusal(EditCommandTests.admin, ["--mirrors", list], says: "privateRegistries", "registryMirrors")
    }

    @Test func silentRemovals() throws {
        try expectWritten(EditCommandTests.admin, says: "kubectl apply of this file would remove the mirrors")
        try expectWritten(
            EditCommandTests.admin + "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://live.lan/v2/n\n",
            says: "The cluster would lose the mirror https://live.lan/v2/n"
        )
    }

    @Test func pathsThatBmctlCannotUse() throws {
        for (path, words) in [
            ("$HOME/ca.crt", "does not expand"), ("~/ca.crt", "does not expand"), ("<path to CA>", "placeholder"),
        ] {
            try expectRefusal(EditCommandTests.admin, Self.mirror + ["--ca-cert-path", path], says: words)
        }
        try expectWritten(
            EditCommandTests.admin,
            Self.mirror + ["--ca-cert-path", "/nowhere/ca.crt"],
            says: "Not there on this workstation: gcrKeyPath: /keys/gcr.json, caCertPath: /nowhere/ca.crt"
        )
        try expectWritten(
            EditCommandTests.admin,
            Self.mirror + ["--ca-cert-path", "/dev"],
            says: "A folder where a file is meant: caCertPath: /dev"
        )
        try expectWritten(
            "sshPrivateKeyPath: <path to SSH private key, used for node access>\ncloudOperationsServiceAccountKeyPath: ~/k\n"
                + EditCommandTests.admin,
            says: "Placeholders still stand in the header: sshPrivateKeyPath: <path",
            "does not expand ~ or $: cloudOperationsServiceAccountKeyPath: ~/k"
        )
    }

    /// bmctl runs where `bmctl-workspace` lies, and relative paths count from there.
    @Test func relativePathsCountFromTheWorkspace() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder("bmctl-workspace/c1"),
            withIntermediateDirectories: true
        )
        try folder.write("ca.crt", "x")
        let text = EditCommandTests.admin.replacingOccurrences(of: "/keys/gcr.json", with: "ca.crt")
        let path = try folder.write("bmctl-workspace/c1/c1.yaml", text)
        let words = ["diff", "--cluster-config", path] + Self.mirror + ["--ca-cert-path", "bmctl-workspace/none.crt"]
        let result = try Tool.run(Tool.mirrorctl, words)
        #expect(
            result.errors.contains("Not there on this workstation: caCertPath: bmctl-workspace/none.crt"),
            "\(result.errors)"
        )
        #expect(!result.errors.contains("gcrKeyPath"), "\(result.errors)")
    }
}
