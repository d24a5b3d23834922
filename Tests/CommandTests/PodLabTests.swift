import Foundation
import Glibc
import TestSupport
import Testing

/// `--via kubectl`: the real kubectl, a stand-in for the API server, and pods that are processes on the machines.
@Suite(
    .serialized,
    .pods,
    .enabled(if: KubeLab.isPossible, "needs kubectl: Tests/setup fetches it from Debian's later suites")
)
struct PodLabTests {
    private let lab: NodeLab

    init() throws { lab = try NodeLab.runningForPods() }

    private func withCluster<Value>(_ faults: String = "{}", _ body: (KubeLab) throws -> Value) throws -> Value {
        let kube = try KubeLab(lab, faults: faults)
        defer { kube.stop() }
        return try body(kube)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }

    private func codes(_ object: [String: Any]) -> [String] {
        ((object["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
    }

    private func nodes(_ result: Tool.Result) throws -> [[String: Any]] {
        try #require(try object(result.output)["nodes"] as? [[String: Any]], "\(result.output) \(result.errors)")
    }

    private func summary(_ result: Tool.Result) throws -> [String] {
        try nodes(result).map { node in
            let facts = ["node", "pool", "configuration", "unit", "containerdVersion", "proxies"]
            return facts.map { "\(node[$0] ?? "")" }.joined(separator: " ") + " \(codes(node))"
        }
        .sorted()
    }

    // MARK: What SSH says, too

    @Test func theNodesOfTheFileAreWhatSSHSays() throws {
        try withCluster { kube in
            let words = ["node", "--cluster-config", lab.clusterConfig, "--output", "json"]
            let selection = ["--nodes", "10.77.0.11,10.77.0.12,10.77.0.13,10.77.0.14"]
            let via = try kube.mirrorctl(words + selection + kube.via())
            let direct = try lab.mirrorctl(words + selection + ["--ssh-config", lab.sshConfig])
            #expect(try summary(via) == summary(direct), "\(via.errors)")
            #expect(via.status == direct.status && via.errors.contains("4/4"))
            #expect(!(via.output + via.errors).contains("seeded-secret"))
            #expect(try kube.pods() == [])
            #expect(try kube.left(on: "10.77.0.11") == "")
            // Those that the cluster does not have are named, and the pool is the file's.
            let pool = try kube.mirrorctl(words + ["--node-pool", "pool1"] + kube.via())
            let missing = try nodes(pool).filter { codes($0).contains("MIR0835") }.compactMap { $0["node"] }
            #expect(missing.map { "\($0)" }.sorted() == (15...18).map { "10.77.0.\($0)" })
            #expect(try nodes(pool).count == 5)
        }
    }

    /// Each kubectl that is here, from Kubernetes' releases of several years.
    @Test(arguments: KubeLab.kubectls)
    func everyKubectlWillDo(folder: String) throws {
        try withCluster { kube in
            kube.kubectl = folder
            let one = try kube.mirrorctl(["node", "--node", "worker-1", "--output", "json"] + kube.via())
            #expect(one.status == 0, "\(one.output) \(one.errors)")
            #expect(try nodes(one).first?["node"] as? String == "worker-1")
            #expect(try nodes(one).first?["unit"] as? String == "active")
            #expect(try kube.pods() == [])
        }
    }

    /// By BusyBox's nc and by one that talks; through the node's proxy, with its trust, to a name that nobody has.
    @Test(arguments: [
        "gcr.io/library/app:1 worker-1", "gcr.io/library/none:1 worker-1", "gcr.io/library/app:1 worker-4",
        "gcr.io/library/app:1 proxied", "mutual.test/library/app:1 trusting", "nosuch.lab.test:5000/a/b:1 worker-1",
    ])
    func theAttemptsAreWhatSSHSays(line: String) throws {
        let parts = line.split(separator: " ").map(String.init)
        let addresses = ["worker-1": 11, "worker-4": 14, "proxied": 33, "trusting": 34]
        func outcomes(_ result: Tool.Result) throws -> [String] {
            let object = try object(result.output)
            let attempts = (object["attempts"] as? [[String: Any]]) ?? []
            return attempts.map { "\($0["outcome"] ?? "–")" } + codes(object) + ["\(object["servedBy"] ?? "–")"]
        }
        let words = ["why", parts[0], "--live", "--output", "json", "--node"]
        let direct = try lab.mirrorctl(
            words + ["root@10.77.0.\(addresses[parts[1]] ?? 0)", "--ssh-config", lab.sshConfig]
        )
        try withCluster { kube in
            for image in parts[1] == "worker-1" ? ["busybox", "verbose"] : ["busybox"] {
                let via = try kube.mirrorctl(words + [parts[1]] + kube.via(image))
                #expect(try outcomes(via) == outcomes(direct), "\(image) \(via.errors)")
                #expect(via.status == direct.status)
                #expect(!(via.output + via.errors).contains("seeded-secret"))
            }
            #expect(try kube.pods() == [])
        }
    }

    @Test func anImageWithoutNetcatAsksNobody() throws {
        try withCluster { kube in
            let words = ["why", "gcr.io/library/app:1", "--node", "10.77.0.11", "--output", "json"]
            let live = try object(try kube.mirrorctl(words + ["--live"] + kube.via("bare")).output)
            #expect(codes(live) == ["MIR0845"])
            #expect(live["liveError"] == nil && live["servedBy"] == nil)
            // What its files say needs no nc.
            let files = try kube.mirrorctl(words + kube.via("bare"))
            #expect(files.status == 0, "\(files.output) \(files.errors)")
        }
    }

    // MARK: The canary

    @Test func aCanaryIsPulledByAPod() throws {
        try withCluster { kube in
            let words = [
                "canary", "https://10.77.0.1:5000", "--ca-cert", lab.folder + "/ca.crt", "--output", "json",
            ]
            // CRI lists this one, too, whichever is asked for.
            let other = "gcr.io/library/app:1"
            #expect(try lab.ssh("10.77.0.12", "cri-pull \(other)").status == 0)
            for node in ["worker-1", "10.77.0.12"] {
                let result = try kube.mirrorctl(words + ["--node", node] + kube.via())
                let object = try object(result.output)
                #expect(result.status == 0 && object["isProven"] as? Bool == true, "\(result.output)")
                #expect(object["puller"] as? String == "kubelet" && object["node"] as? String == node)
                #expect(codes(object) == [], "\(result.output)")
            }
            // The wrong CA: the kubelet says what containerd said.
            let failed = try kube.mirrorctl(words + ["--node", "worker-4"] + kube.via())
            #expect(try failed.status == 1 && codes(object(failed.output)) == ["MIR0872"], "\(failed.output)")
            #expect(failed.output.contains("ErrImagePull") && failed.output.contains("x509"))
            #expect(try kube.pods() == [])
            for number in [11, 12, 14] {
                let images = try lab.ssh("10.77.0.\(number)", "ctr -n k8s.io images list -q").output
                #expect(!images.contains("mirrorctl-canary"), "\(images)")
                if number == 12 { #expect(images.contains(other)) }
            }
        }
    }

    // MARK: What goes wrong

    /// Each has its finding, and nothing stays behind.
    @Test(arguments: [
        ("{\"forbid\": [\"list nodes\"]}", "MIR0837"), ("{\"forbid\": [\"create pods\"]}", "MIR0837"),
        ("{\"forbid\": [\"list pods\"]}", "MIR0837"), ("{\"security\": 1}", "MIR0838"),
        ("{\"refuse\": \"registry not allowed\"}", "MIR0839"), ("{\"stuck\": 1}", "MIR0841"),
        ("{\"creating\": 1, \"warning\": \"MountVolume.SetUp failed\"}", "MIR0841"), ("{\"vanish\": 1}", "MIR0842"),
        ("{\"forbid\": [\"create pods/exec\"]}", "MIR0843"), ("{\"cut\": 0}", "MIR0844"),
    ])
    func whatGoesWrongHasItsName(faults: String, code: String) throws {
        try withCluster(faults) { kube in
            let words = ["node", "--node", "worker-1", "--deadline", "5", "--output", "json"]
            let result = try kube.mirrorctl(words + kube.via())
            #expect(result.status == 69)
            #expect(try nodes(result).map { codes($0) } == [[code]], "\(result.output) \(result.errors)")
            if faults.contains("warning") { #expect(result.output.contains("MountVolume.SetUp failed")) }
            try kube.set(faults: "{}")
            #expect(try kube.pods() == [])
        }
    }

    /// In the middle of the report the connection is gone; the image is no node's; kubectl is not there; no server.
    @Test func moreThatGoesWrong() throws {
        try withCluster("{\"cut\": 4000}") { kube in
            let words = ["node", "--output", "json", "--deadline", "10", "--node"]
            let cut = try kube.mirrorctl(words + ["worker-1"] + kube.via())
            #expect(try [["MIR0844"], ["MIR0809"]].contains(nodes(cut).first.map { codes($0) }), "\(cut.output)")
            try kube.set(faults: "{}")
            // The mirror has this image, and the node trusts another CA; nobody has the other one.
            for (node, image) in [("worker-4", "gcr.io/library/tool:1"), ("worker-1", "gcr.io/library/none:1")] {
                let result = try kube.mirrorctl(words + [node] + kube.login + ["--image", image, "--yes"])
                #expect(try nodes(result).map { codes($0) } == [["MIR0840"]], "\(result.output)")
                #expect(result.output.contains(image))
            }
            let nobody = try kube.mirrorctl(words + ["10.9.9.9"] + kube.via())
            #expect(try nodes(nobody).map { codes($0) } == [["MIR0835"]] && nobody.status == 69)
            #expect(try kube.pods() == [])
            kube.kubectl = "/nowhere"
            let words2 = ["node", "--node", "worker-1", "--via", "kubectl", "--image", "a/b", "--yes"]
            let away = try Tool.run(Tool.mirrorctl, words2, environment: ["PATH": "/nowhere"])
            #expect(away.status == 69 && away.output.contains("MIR0836"), "\(away.output) \(away.errors)")
        }
    }

    // MARK: Consent

    @Test func nothingIsCreatedUnasked() throws {
        try withCluster { kube in
            let words = ["node", "--node", "worker-1"] + kube.login + ["--image", "present.test/busybox"]
            let unasked = try kube.mirrorctl(words)
            #expect(unasked.status == 64 && unasked.errors.contains("--yes"))
            #expect(unasked.errors.contains("nodeName: worker-1") && unasked.errors.contains("hostPath: {path: /"))
            let refused = try kube.mirrorctl(words, answering: "n")
            #expect(refused.status == 130 && refused.output.contains("nothing was created"), "\(refused.output)")
            #expect(try kube.pods() == [])
            let agreed = try kube.mirrorctl(words, answering: "y")
            #expect(agreed.status == 0 && agreed.output.contains("https://10.77.0.1:5000"), "\(agreed.output)")
            for wrong in [
                ["--image", "a b"], ["--image", "-x"], [], ["--image", "a/b", "--pod-namespace", "a/b"],
                ["--image", "a/b", "--ssh-config", "x"], ["--image", "a/b", "--root", "/tmp"],
            ] {
                let result = try kube.mirrorctl(["node", "--via", "kubectl", "--yes"] + wrong)
                #expect(result.status == 64, "\(wrong) \(result.output) \(result.errors)")
            }
        }
    }

    // MARK: Interrupted

    @Test(
        arguments: [
            ("starting", SIGINT), ("creating", SIGTERM), ("reading", SIGINT), ("asking", SIGINT),
            ("asking", SIGTERM), ("pulling", SIGTERM),
        ]
    )
    func anInterruptLeavesNothing(when: String, number: Int32) throws {
        let faults = ["starting": "{\"slow\": 2}", "creating": "{\"creating\": 1}"][when] ?? "{}"
        try withCluster(faults) { kube in
            let canary = [
                "canary", "https://10.77.0.1:5000", "--ca-cert", lab.folder + "/ca.crt", "--host", "slow.test",
            ]
            let words: [String] =
                switch when {
                // The mirror of slow.test never answers.
                case "asking": ["why", "slow.test/library/app:1", "--live", "--node", "worker-2"]
                case "pulling": canary + ["--node", "worker-2"]
                default: ["node", "--node", "worker-1", "--node", "worker-2", "--deadline", "60"]
                }
            let running = try kube.start(words + kube.via())
            if when == "starting" { usleep(1_500_000) } else { #expect(try kube.podAppears()) }
            if ["asking", "pulling"].contains(when) { usleep(3_000_000) }
            running.signal(number)
            let result = try running.wait(seconds: 60)
            #expect(result.status == 130, "\(result.output) \(result.errors)")
            #expect(try kube.pods() == [])
            #expect(try running.clientsLeft() == [])
            for address in ["10.77.0.11", "10.77.0.12"] {
                #expect(try kube.left(on: address) == "")
                #expect(!(try lab.ssh(address, "ctr -n k8s.io images list -q").output.contains("mirrorctl-canary")))
            }
        }
    }

    /// After SIGKILL nobody is there to delete: the next call names what is left, and `--clean` removes it.
    @Test func whatIsLeftBehindIsFound() throws {
        try withCluster("{\"creating\": 1}") { kube in
            let running = try kube.start(["node", "--node", "worker-1", "--deadline", "60"] + kube.via())
            #expect(try kube.podAppears())
            running.signal(SIGKILL)
            _ = try running.wait(seconds: 10)
            let left = try #require(try kube.pods().first?.split(separator: "/").last.map(String.init))
            try kube.set(faults: "{}")
            let next = try kube.mirrorctl(["node", "--node", "worker-2"] + kube.via())
            #expect(next.status == 0 && next.errors.contains(left), "\(next.output) \(next.errors)")
            #expect(next.errors.contains("delete pods --selector=mirrorctl/run="))
            #expect(try kube.pods() == ["pod/" + left])
            let asked = try kube.mirrorctl(["node", "--clean"] + kube.login)
            #expect(asked.status == 64)
            #expect(try kube.pods() == ["pod/" + left])
            let cleaned = try kube.mirrorctl(["node", "--clean", "--yes"] + kube.login)
            #expect(cleaned.status == 0 && cleaned.errors.contains(left))
            usleep(700_000)
            #expect(try kube.pods() == [])
            #expect(try kube.mirrorctl(["node", "--clean", "--yes"] + kube.login).status == 0)
        }
    }

    /// A node that confirms no deletion: said, with the command that is left to do.
    @Test func whatCannotBeRemovedIsSaid() throws {
        try withCluster("{\"stays\": 1}") { kube in
            let result = try kube.mirrorctl(["node", "--node", "worker-1"] + kube.via())
            #expect(result.status == 1, "\(result.output)")
            #expect(result.errors.contains("pod/mirrorctl-") && result.errors.contains("delete pods --selector="))
            try kube.set(faults: "{}")
            #expect(try kube.mirrorctl(["node", "--clean", "--yes"] + kube.login).status == 0)
            for _ in 0..<100 where try !kube.left(on: "10.77.0.11").isEmpty { usleep(100_000) }
            #expect(try kube.left(on: "10.77.0.11") == "")
        }
    }
}
