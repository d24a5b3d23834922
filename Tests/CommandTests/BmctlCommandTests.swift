import Foundation
import TestSupport
import Testing

/// `apply --run-bmctl`, with a stand-in for bmctl on PATH.
@Suite struct BmctlCommandTests {
    private struct Setting {
        let standIn: StandIn
        let folder: TemporaryFolder
        let file: String
        let kubeconfig: String

        init(
            _ text: String = EditCommandTests.admin,
            version: String? = "bmctl version: 1.33.200-gke.70, git commit: x"
        )
            throws
        {
            standIn = try StandIn()
            folder = try TemporaryFolder()
            let path = folder.path + "/bmctl-workspace/admin1"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            file = try folder.write("bmctl-workspace/admin1/admin1.yaml", text)
            kubeconfig = try folder.write("kube config", "x")
            if let version { try standIn.set("version", version) }
        }

        func apply(_ more: [String] = [], kubeconfig: String? = "") throws -> Tool.Result {
            let config = kubeconfig.map { ["--kubeconfig", $0.isEmpty ? self.kubeconfig : $0] } ?? []
            return try standIn.run(
                ["apply", "--yes", "--cluster-config", file, "--run-bmctl", "--endpoint", "https://h"] + config + more
            )
        }

        var isWritten: Bool {
            (try? folder.text("bmctl-workspace/admin1/admin1.yaml"))?.contains("https://h") == true
        }

        var update: String? { standIn.calls.first { $0.hasPrefix("bmctl update") } }
    }

    @Test func itRunsAfterTheWriteAndItsOutputAndStatusPassOn() throws {
        let setting = try Setting()
        try setting.standIn.set("status", "23")
        let result = try setting.apply()
        #expect(result.status == 23)
        #expect(result.output.contains("bmctl works\n"))
        #expect(result.errors.contains("bmctl warns\n"))
        #expect(setting.isWritten)
        let workspace = "\(setting.folder.path)/bmctl-workspace"
        #expect(
            setting.update
                == "bmctl update cluster -c admin1 --kubeconfig \(setting.kubeconfig) --workspace-dir \(workspace) --quiet"
        )
        try setting.standIn.set("status", "0")
        // Once more: nothing to write, and the cluster is to be as the file says.
        let again = try setting.apply()
        #expect(again.status == 0)
        #expect(setting.standIn.calls.filter { $0.hasPrefix("bmctl update") }.count == 2)
    }

    @Test(arguments: [
        ("bmctl version: 1.30.500-gke.125, git", false), ("bmctl version: 1.30.500-gke.126, git", true),
        ("bmctl version: 1.29.100-gke.251, git", false), ("1.34.0-gke.566", true),
    ])
    func quietIsGivenOnlyToABmctlThatKnowsIt(version: String, quiet: Bool) throws {
        let setting = try Setting(version: version)
        #expect(try setting.apply().status == 0)
        #expect(setting.update?.contains("--quiet") == quiet)
    }

    @Test func aBmctlThatDoesNotSayItsVersionIsTakenForTheClusters() throws {
        let old = EditCommandTests.admin.replacingOccurrences(of: "1.33.200-gke.70", with: "1.29.100-gke.251")
        let setting = try Setting(old, version: nil)
        #expect(try setting.apply().status == 0)
        #expect(setting.update?.contains("--quiet") == false)
    }

    @Test func aUserClusterNeedsItsAdminClustersKubeconfig() throws {
        let user = EditCommandTests.admin.replacingOccurrences(of: "type: admin", with: "type: user")
        let setting = try Setting(user)
        let without = try setting.apply(kubeconfig: nil)
        #expect(without.status == 64)
        #expect(without.errors.contains("admin cluster"))
        let own = try setting.folder.write("bmctl-workspace/admin1/admin1-kubeconfig", "x")
        #expect(try setting.apply(kubeconfig: own).status == 65)
        #expect(!setting.isWritten)
        #expect(setting.update == nil)
        #expect(try setting.apply().status == 0)
        #expect(setting.update?.contains("--kubeconfig \(setting.kubeconfig)") == true)
    }

    @Test func anotherClusterHasItsOwnBesideItsFile() throws {
        let setting = try Setting()
        #expect(try setting.apply(kubeconfig: nil).status == 64)
        let own = try setting.folder.write("bmctl-workspace/admin1/admin1-kubeconfig", "x")
        #expect(try setting.apply(kubeconfig: nil).status == 0)
        #expect(setting.update?.contains("--kubeconfig \(own)") == true)
    }

    @Test func nothingIsWrittenWhenItCannotBeRun() throws {
        let setting = try Setting()
        #expect(try setting.apply(kubeconfig: "/no/such/file").status == 66)
        var standIn = setting.standIn
        standIn.environment["PATH"] = "/usr/bin:/bin"
        let missing = try standIn.run([
            "apply", "--yes", "--cluster-config", setting.file, "--run-bmctl", "--endpoint", "https://h",
            "--kubeconfig", setting.kubeconfig,
        ])
        #expect(missing.status == 69)
        #expect(!setting.isWritten)
    }

    @Test func theJSONStaysAloneOnStandardOutput() throws {
        let setting = try Setting()
        try setting.standIn.set("status", "3")
        let result = try setting.apply(["--output", "json"])
        #expect(result.status == 3)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        )
        #expect(object["bmctlStatus"] as? Int == 3)
        #expect(result.errors.contains("bmctl works"))
    }

    /// bmctl decides how it ends; we wait for it, and nothing that we started is left behind.
    @Test(arguments: ["INT", "TERM", "HUP"])
    func aSignalGoesToBmctlAndItsEndIsOurs(name: String) throws {
        let setting = try Setting()
        try setting.standIn.set("wait")
        let script = """
            import os, signal, subprocess, sys, time
            child = subprocess.Popen(sys.argv[3:], stdin=subprocess.DEVNULL, start_new_session=True)
            while "ready" not in open(sys.argv[1]).read(): time.sleep(0.02)
            os.kill(child.pid, getattr(signal, sys.argv[2]))
            sys.exit(child.wait() % 256)
            """
        try setting.standIn.set("calls", "")
        let result = try Tool.run(
            "/usr/bin/python3",
            ["-c", script, setting.standIn.folder.path + "/calls", "SIG\(name)", Tool.mirrorctl] + [
                "apply", "--yes", "--cluster-config", setting.file, "--run-bmctl", "--endpoint", "https://h",
                "--kubeconfig", setting.kubeconfig,
            ],
            environment: setting.standIn.environment
        )
        #expect(result.status == 7, "\(result.errors)")
        #expect(setting.standIn.calls.filter { $0 == name }.count == 1)
        #expect(setting.isWritten)
    }

    @Test func anUndoCanBeRolledOutToo() throws {
        let setting = try Setting()
        #expect(try setting.apply().status == 0)
        let undone = try setting.standIn.run([
            "apply", "--undo", setting.file, "--yes", "--run-bmctl", "--kubeconfig", setting.kubeconfig,
        ])
        #expect(undone.status == 0, "\(undone.errors)")
        #expect(!setting.isWritten)
        #expect(setting.standIn.calls.filter { $0.hasPrefix("bmctl update") }.count == 2)
    }

    @Test func aFileThatBmctlWouldNotReadIsSaidSo() throws {
        let setting = try Setting()
        let other = try setting.folder.write("other.yaml", EditCommandTests.admin)
        let result = try setting.standIn.run([
            "apply", "--yes", "--cluster-config", other, "--run-bmctl", "--endpoint", "https://h", "--kubeconfig",
            setting.kubeconfig,
        ])
        #expect(result.status == 0)
        #expect(result.errors.contains("bmctl-workspace/admin1/admin1.yaml"))
        #expect(setting.update == "bmctl update cluster -c admin1 --kubeconfig \(setting.kubeconfig) --quiet")
    }
}
