import Foundation
import Glibc

/// Tests/Lab/kube-api among the machines of `NodeLab`: the real kubectl creates pods that really run on them.
package final class KubeLab {
    package struct StartError: Error {
        let log: String
    }

    /// Folders of the kubectls that are here: of Debian's later suites, and the system's.
    package static let kubectls: [String] = [
        "\(repositoryRoot)/.build/later-suites/trixie/usr/bin", "\(repositoryRoot)/.build/later-suites/forky/usr/bin",
        "/usr/bin",
    ].filter { access($0 + "/kubectl", X_OK) == 0 }

    package static let isPossible = NodeLab.isPossible && !kubectls.isEmpty && access("/usr/bin/busybox", X_OK) == 0

    private let lab: NodeLab
    private let folder: TemporaryFolder
    private let api: Tool.Running
    /// First on PATH.
    package var kubectl: String

    /// Names in the cluster, and the machines' addresses.
    private static let nodes = [
        ("worker-1", "10.77.0.11"), ("worker-2", "10.77.0.12"), ("worker-3", "10.77.0.13"), ("worker-4", "10.77.0.14"),
        ("proxied", "10.77.0.33"), ("trusting", "10.77.0.34"),
    ]

    package init(_ lab: NodeLab, faults: String = "{}") throws {
        self.lab = lab
        folder = try TemporaryFolder()
        kubectl = KubeLab.kubectls.first ?? ""
        try FileManager.default.createDirectory(atPath: folder("logs"), withIntermediateDirectories: true)
        let netcat = "\(repositoryRoot)/.build/later-suites/trixie/usr/bin/nc.traditional"
        let nodes = KubeLab.nodes.map { "{\"name\": \"\($0.0)\", \"address\": \"\($0.1)\"}" }.joined(separator: ",")
        cluster = "{\"ssh\": \"\(lab.sshConfig)\", \"netcat\": \"\(netcat)\", \"nodes\": [\(nodes)], \"faults\": "
        try folder.write("cluster.json", cluster + faults + "}")
        let words = [folder("port"), folder("logs"), "\(getpid())", folder("cluster.json")]
        api = try Tool.start("/usr/bin/nsenter", [lab.network, repositoryRoot + "/Tests/Lab/kube-api"] + words)
        var port = ""
        for _ in 0..<500 where port.isEmpty && api.isRunning {
            usleep(20_000)
            port = (try? folder.text("port")) ?? ""
        }
        guard !port.isEmpty else { throw StartError(log: try api.wait().errors) }
        try folder.write(
            "kubeconfig",
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: lab, cluster: {server: "http://127.0.0.1:\(port)"}}]
            contexts: [{name: lab, context: {cluster: lab, user: lab}}]
            users: [{name: lab, user: {token: lab}}]
            current-context: lab
            """
        )
    }

    private let cluster: String

    /// As `kube-api` takes them; a JSON object.
    package func set(faults: String) throws { try folder.write("cluster.json", cluster + faults + "}") }

    package func stop() {
        kill(api.process, SIGKILL)
        _ = try? api.wait()
    }

    package var login: [String] { ["--via", "kubectl", "--kubeconfig", folder("kubeconfig")] }

    /// With the image that every node has; `busybox`, `verbose` or `bare`.
    package func via(_ image: String = "busybox") -> [String] {
        login + ["--image", "present.test/\(image)", "--yes"]
    }

    private var program: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return [lab.network, "/usr/bin/env", "HOME=\(folder.path)", "PATH=\(kubectl):\(path)"]
    }

    package func mirrorctl(_ arguments: [String]) throws -> Tool.Result {
        try Tool.run("/usr/bin/nsenter", program + [Tool.mirrorctl] + arguments)
    }

    package func start(_ arguments: [String]) throws -> RunningTool {
        try RunningTool(
            "/usr/bin/nsenter",
            program + [Tool.mirrorctl] + arguments,
            mark: folder("kubeconfig"),
            client: "kubectl"
        )
    }

    /// On a terminal, with an answer to what is asked.
    package func mirrorctl(_ arguments: [String], answering answer: String) throws -> Tool.Result {
        let script = """
            import os, pty, sys
            sent = []
            def read(fd):
                data = os.read(fd, 4096)
                if not sent and b"[y/N]" in data:
                    sent.append(os.write(fd, b"\(answer)\\n"))
                return data
            sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:], read)))
            """
        return try Tool.run(
            "/usr/bin/nsenter",
            program + ["/usr/bin/python3", "-c", script, Tool.mirrorctl] + arguments
        )
    }

    /// The pods that the cluster has now.
    package func pods() throws -> [String] {
        let words = ["kubectl", "--kubeconfig", folder("kubeconfig"), "get", "pods", "-o", "name"]
        let result = try Tool.run("/usr/bin/nsenter", program + words)
        return result.output.split(separator: "\n").map(String.init)
    }

    /// Waits until there is one.
    package func podAppears() throws -> Bool {
        for _ in 0..<100 {
            if try !pods().isEmpty { return true }
            usleep(50_000)
        }
        return false
    }

    /// What is left of containers on a machine.
    package func left(on address: String) throws -> String {
        try lab.ssh(
            address,
            "ls -d /run/pods/* /run/mirrorctl-* 2>/dev/null; grep -l /run/pods /proc/[0-9]*/mountinfo 2>/dev/null"
        )
        .output
    }
}
