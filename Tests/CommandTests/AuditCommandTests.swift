import Foundation
import TestSupport
import Testing

/// `audit` as an operator and a script use it.
@Suite struct AuditCommandTests {
    private func run(_ arguments: [String], environment: [String: String]? = nil, input: String? = nil) throws
        -> Tool.Result
    {
        try Tool.run(
            Tool.mirrorctl,
            ["audit"] + arguments,
            environment: environment,
            input: input.map { Data($0.utf8) }
        )
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func results(_ text: String) throws -> [String: String] {
        let images = try #require(try json(text)["images"] as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: images.map { ($0["image"] as? String ?? "", $0["result"] as? String ?? "") }
        )
    }

    private func clusterConfig(_ folder: TemporaryFolder, _ endpoint: String = "https://127.0.0.1:1") throws -> String {
        let text = ClusterSamples.admin(["10.0.0.1"]).replacing("https://172.18.0.20:5000/v2/mirror", with: endpoint)
        return try folder.write("c.yaml", text)
    }

    private static let pods = """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"kind": "Pod", "metadata": {"namespace": "a", "name": "p"}, "spec": {
            "containers": [{"image": "gcr.io/x/y:1"}, {"image": "quay.io/z:1"}],
            "initContainers": [{"image": "local:1", "imagePullPolicy": "Never"}]}}]}
        """
    private static let nodes = """
        {"kind": "List", "items": [{"kind": "Node", "metadata": {"name": "n1"}, "status": {"images": [
          {"names": ["ghcr.io/n:1", "<none>@<none>"]}]}}]}
        """

    @Test func imagesComeFromEverywhere() throws {
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder)
        let pods = try folder.write("pods.json", Self.pods)
        let nodes = try folder.write("nodes.json", Self.nodes)
        let arguments = [
            "--cluster-config", config, "nginx", "--images", "-", "--pods", pods, "--nodes", nodes, "--no-ask",
        ]
        let result = try run(arguments + ["--output", "json"], input: "docker.io/a/b:1\n# x\n")
        #expect(result.status == 1)
        #expect(
            try results(result.output) == [
                "nginx": "configured", "docker.io/a/b:1": "configured", "gcr.io/x/y:1": "configured",
                "quay.io/z:1": "upstream", "local:1": "never", "ghcr.io/n:1": "upstream",
            ]
        )
        let text = try run(arguments, input: "")
        #expect(text.output.contains("mirrorctl apply --cluster-config \(config) --mirror 1 --add-host quay.io"))
        #expect(text.output.contains("quay.io/z:1  (a/p)"))
        #expect(try run(["--cluster-config", config, "nginx", "gcr.io/a:1", "--no-ask"]).status == 0)
        let japanese = try run(["--cluster-config", config, "nginx", "--no-ask", "--lang", "ja"])
        #expect(japanese.output.contains("レジストリホスト"))
    }

    /// The line that is offered is one that works, and brings what it says.
    @Test func theCommandAddsTheEntry() throws {
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder)
        let before = try run(["--cluster-config", config, "quay.io/z:1", "--no-ask", "--output", "json"])
        #expect(before.status == 1)
        let hosts = try #require(try json(before.output)["registryHosts"] as? [[String: Any]])
        let command = try #require(hosts.first?["command"] as? String)
        let words = command.split(separator: " ").map(String.init).dropFirst()
        #expect(try Tool.run(Tool.mirrorctl, words + ["--yes"]).status == 0)
        #expect(try run(["--cluster-config", config, "quay.io/z:1", "--no-ask"]).status == 0)
    }

    @Test func kubectlIsAskedForPodsAndNodes() throws {
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder)
        let kubectl = try KubectlStandIn([
            ("get pods -A --kubeconfig /k -o json", 0, Self.pods), ("get nodes --kubeconfig /k -o json", 0, Self.nodes),
        ])
        let result = try run(
            ["--cluster-config", config, "--kubeconfig", "/k", "--no-ask", "--output", "json"],
            environment: kubectl.environment
        )
        #expect(try results(result.output).keys.sorted() == ["gcr.io/x/y:1", "ghcr.io/n:1", "local:1", "quay.io/z:1"])
        let failing = try KubectlStandIn([("get pods*", 1, "error: You must be logged in\n")])
        let refused = try run(["--cluster-config", config, "--kubeconfig", "/k"], environment: failing.environment)
        #expect(refused.status == 69)
        #expect(refused.errors.contains("You must be logged in"))
    }

    @Test func theMirrorIsAskedAndNamedOnceWhenItIsNotThere() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder, lab.url("tls") + "/v2/mirror")
        let images = ["gcr.io/anthos-baremetal-release/pause:3.9", "busybox:1.36"]
        let good = try run(["--cluster-config", config, "--ca-cert", lab.caPath] + images)
        #expect(good.status == 0, "\(good.output)")
        let dead = try run(["--cluster-config", try clusterConfig(folder)] + images)
        #expect(dead.status == 1)
        #expect(dead.output.split(separator: "\n").count { $0.contains("connection refused") } == 1)
        #expect(dead.output.contains("2 of 2 images could not be checked"))
    }

    @Test func aNodesOwnFilesAreReadAsWell() throws {
        let folder = try TemporaryFolder()
        let rendered = try Tool.run(
            Tool.mirrorctl,
            ["render", "--format", "containerd-config", "--endpoint", "https://10.9.9.9:5000", "--host", "docker.io"]
        )
        try FileManager.default.createDirectory(atPath: folder("etc/containerd"), withIntermediateDirectories: true)
        try folder.write("etc/containerd/config.toml", rendered.output)
        let arguments = ["--root", folder.path, "--containerd-version", "1.7.34", "--no-ask", "--output", "json"]
        let result = try run(arguments + ["nginx", "quay.io/a:1", "10.9.9.9:5000/a:1"])
        #expect(result.status == 1)
        #expect(
            try results(result.output) == [
                "nginx": "configured", "quay.io/a:1": "upstream", "10.9.9.9:5000/a:1": "inside",
            ]
        )
    }

    private static let refusals: [([String], Int32)] = [
        (["nginx"], 64), (["--cluster-config", "C"], 64), (["--cluster-config", "C", "--root", "/", "nginx"], 64),
        (["--cluster-config", "/no/such", "nginx"], 66), (["--cluster-config", "C", "--pods", "C"], 65),
        (["--cluster-config", "C", "--images", "/dev/null"], 65),
        (["--cluster-config", "C", "--pods", "/no/such"], 66),
        (["--cluster-config", "C", "--images", "-", "--pods", "-"], 64),
        (["--cluster-config", "C", "nginx", "--containerd-version", "1.7.1"], 64),
        (["--cluster-config", "C", "nginx", "--parallel", "0"], 64),
    ]

    @Test(arguments: refusals)
    func whatCannotBeDoneEndsWithItsOwnStatus(arguments: [String], status: Int32) throws {
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder)
        let result = try run(arguments.map { $0 == "C" ? config : $0 } + ["--no-ask"])
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    /// `why --log` knows which troubles a version has.
    @Test func aLogIsReadWithTheClustersVersion() throws {
        let folder = try TemporaryFolder()
        let config = try clusterConfig(folder)
        let log = try folder.write(
            "log",
            "Failed to pull image \"gcr.io/a/b:1\": rpc error: code = Unknown desc = odd\n"
        )
        func possible(_ more: [String]) throws -> [String] {
            let result = try Tool.run(Tool.mirrorctl, ["why", "--log", log, "--output", "json"] + more)
            let findings = try #require(try json(result.output)["possible"] as? [[String: Any]])
            return findings.compactMap { $0["code"] as? String }
        }
        #expect(try possible([]) == ["MIR0894", "MIR0895"])
        #expect(try possible(["--cluster-config", config]) == ["MIR0894"])
        let back = try folder.write("back", "Warning  BackOff  Back-off pulling image \"gcr.io/a/b:1\"\n")
        let text = try Tool.run(Tool.mirrorctl, ["why", "--log", back, "--cluster-config", config])
        #expect(text.status == 65)
        #expect(text.errors.contains("The cluster runs 1.33.200-gke.70"))
        #expect(try Tool.run(Tool.mirrorctl, ["why", "nginx", "--cluster-config", config]).status == 64)
    }
}
