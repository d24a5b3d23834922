import Foundation
import TestSupport
import Testing

/// `node` and `why --node` against machines with sshd, containerd and file trees of their own.
@Suite(
    .serialized,
    .nodes,
    .enabled(if: NodeLab.isPossible, "needs root, openssh-server, containerd, docker-registry and sudo")
)
struct NodeLabTests {
    private let lab: NodeLab

    init() throws { lab = try NodeLab.running() }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }

    private func codes(_ object: [String: Any], atLeast severity: String? = nil) -> [String] {
        ((object["findings"] as? [[String: Any]]) ?? []).filter {
            severity == nil || $0["severity"] as? String == severity
        }
        .compactMap { $0["code"] as? String }
    }

    private func nodes(_ arguments: [String]) throws -> (status: Int32, nodes: [[String: Any]], result: Tool.Result) {
        let result = try lab.mirrorctl(["node", "--ssh-config", lab.sshConfig, "--output", "json"] + arguments)
        return (result.status, try #require(try json(result.output)["nodes"] as? [[String: Any]]), result)
    }

    private func one(_ target: String, _ more: [String] = []) throws -> [String: Any] {
        try #require(try nodes(["--node", target] + more).nodes.first)
    }

    // MARK: The fleet

    @Test func everyNodeOfTheClusterConfigFile() throws {
        let (status, found, result) = try nodes(["--cluster-config", lab.clusterConfig])
        #expect(status == 1)
        let byAddress = Dictionary(grouping: found) { $0["node"] as? String ?? "" }.compactMapValues(\.first)
        func errors(_ number: Int) -> [String] { codes(byAddress["10.77.0.\(number)"] ?? [:], atLeast: "error") }
        #expect(byAddress.count == 8)
        #expect(errors(11) == [] && errors(12) == [] && errors(16) == [], "\(result.output)")
        #expect(errors(13) == ["MIR0816"])
        #expect(errors(14) == ["MIR0818"])
        #expect(errors(15) == ["MIR0720"])
        #expect(errors(17).contains("MIR0816"))
        #expect(errors(18) == ["MIR0801"])
        #expect(byAddress["10.77.0.18"]?["inMaintenance"] as? Bool == true)
        #expect(byAddress["10.77.0.13"]?["pool"] as? String == "loadBalancer")
        // The first and the sixth do the same, in two versions of the file's format.
        let same = ["10.77.0.11", "10.77.0.16"].compactMap { byAddress[$0]?["configuration"] as? String }
        #expect(Set(same).count == 1 && same.count == 2)
        #expect(result.errors.split(separator: "\n").filter { $0.contains("/8") }.count == 8)
        #expect(!(result.output + result.errors).contains("seeded-secret"))
    }

    @Test func nodesAndPoolsAreSelected() throws {
        let file = ["--cluster-config", lab.clusterConfig]
        #expect(try nodes(file + ["--nodes", "10.77.0.12"]).nodes.map { $0["node"] as? String } == ["10.77.0.12"])
        #expect(
            try nodes(file + ["--node-pool", "loadBalancer"]).nodes.map { $0["node"] as? String } == ["10.77.0.13"]
        )
        let none = try lab.mirrorctl(["node"] + file + ["--node-pool", "nothing"])
        #expect(none.status == 65)
    }

    @Test func theTableShowsOddNodesFirst() throws {
        let result = try lab.mirrorctl(["node", "--ssh-config", lab.sshConfig, "--cluster-config", lab.clusterConfig])
        let rows = result.output.split(separator: "\n").map(String.init)
        #expect(rows[1].hasPrefix("10.77.0.18"))
        let last = try #require(rows.prefix(9).last)
        #expect(last.hasPrefix("10.77.0.11") || last.hasPrefix("10.77.0.16"), "\(last)")
        #expect(!result.output.contains("seeded-secret"))
    }

    /// Of all nodes' files, whoever is started for them, and whatever is kept of them.
    @Test func noLoginOfANodeIsInAWordAVariableOrABundle() throws {
        let folder = try TemporaryFolder()
        let environment = [
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"),
            "LANG": "C.UTF-8",
        ]
        let uses = [
            ["node", "--cluster-config", lab.clusterConfig, "--bundle", folder("all.tar.gz")],
            ["why", "gcr.io/library/app:1", "--node", "root@10.77.0.12", "--live", "--bundle", folder("one.tar.gz")],
        ]
        for (number, use) in uses.enumerated() {
            let trace = folder("trace\(number)")
            let strace = ["/usr/bin/strace", "-f", "-qq", "-v", "-s", "9999", "-e", "trace=execve", "-o", trace]
            let result = try Tool.run(
                "/usr/bin/nsenter",
                [lab.network] + strace + [Tool.mirrorctl] + use + ["--ssh-config", lab.sshConfig],
                environment: environment
            )
            let started = try folder.text("trace\(number)")
            #expect(started.contains("ssh") && started.contains("LANG=C.UTF-8"))
            #expect(!(result.output + result.errors + started).contains("seeded-secret"), "\(use)")
        }
        let search = "cd \(folder.path) && for b in *.tar.gz; do tar xzOf $b; done | grep -c seeded-secret"
        #expect(try Tool.run("/bin/bash", ["-c", search]).output == "0\n")
        #expect(try Tool.run("/bin/bash", ["-c", "grep -rl seeded-secret \(folder("state"))"]).output.isEmpty)
    }

    @Test func nothingChangesOnANode() throws {
        _ = try lab.ssh("10.77.0.12", "touch /run/marker; sleep 1")
        _ = try one("root@10.77.0.12")
        _ = try lab.mirrorctl([
            "why", "gcr.io/library/app:1", "--node", "root@10.77.0.12", "--live", "--ssh-config", lab.sshConfig,
        ])
        // What is its own of the copy-on-write tree, and what lies in memory.
        let own = "\(lab.ownFiles)/trees/n2"
        let mark = try FileManager.default.attributesOfItem(atPath: "\(own)/root/run/marker")[.modificationDate]
        let changed = try Tool.run(
            "/usr/bin/find",
            ["\(own)/up", "-newermt", "@\((mark as? Date)?.timeIntervalSince1970 ?? 0)", "-type", "f"]
        )
        #expect(changed.status == 0, "\(changed.errors)")
        let inMemory = try lab.ssh("10.77.0.12", "find /run /tmp /root /home -xdev -newer /run/marker -type f")
        let files = (changed.output + inMemory.output).split(separator: "\n")
        #expect(files.filter { !$0.contains("/run/containerd") && !$0.contains("/var/log/") } == [])
    }

    // MARK: What the daemon does

    /// For every node and image: the live attempts find the image exactly when CRI does, and at the mirror.
    @Test func theVerdictIsWhatTheDaemonDid() throws {
        try NodeLabTests.together(Array(11...17)) { number in
            let address = "10.77.0.\(number)"
            for image in ["gcr.io/library/app:1", "docker.io/library/tool:1"] {
                let pull = try lab.ssh(address, "cri-pull \(image)")
                let asked = ["why", image, "--node", "root@\(address)", "--live", "--ssh-config", lab.sshConfig]
                let why = try lab.mirrorctl(asked + ["--output", "json"])
                let object = try json(why.output)
                let served = object["servedBy"] as? String
                #expect((served != nil) == (pull.status == 0), "\(address) \(image): \(pull.output)\n\(why.output)")
                if let served { #expect(served.hasPrefix("https://10.77.0.1:5000/"), "\(address) \(image)") }
                let path = "/v2/" + image.split(separator: "/", maxSplits: 1)[1].split(separator: ":")[0] + "/manifests"
                let reached = lab.mirrorLog.split(separator: "\n").contains {
                    $0.contains(path) && $0.contains("\(address):") && $0.contains("containerd/")
                }
                #expect(reached == (pull.status == 0), "\(address) \(image)")
                #expect(!(why.output + why.errors).contains("seeded-secret"))
            }
        }
    }

    private static func together(_ numbers: [Int], _ work: @Sendable (Int) throws -> Void) throws {
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
            do { try work(numbers[index]) } catch { failures.add(error) }
        }
        if let first = failures.first { throw first }
    }

    // MARK: From the node's point of view

    private func live(_ image: String, _ target: String) throws -> [String: Any] {
        let asked = ["why", image, "--node", target, "--live", "--ssh-config", lab.sshConfig, "--output", "json"]
        return try json(try lab.mirrorctl(asked).output)
    }

    private func outcomes(_ object: [String: Any]) -> [String] {
        ((object["attempts"] as? [[String: Any]]) ?? []).map { $0["outcome"] as? String ?? "" }
    }

    /// For people: what happened, and nothing of what could have.
    @Test(arguments: [
        ("11", ["the image is here", "not asked", "Pulled now, the image comes from https://10.77.0.1:5000/v2."]),
        ("14", ["goes on to https://registry-1.docker.io/v2", "the pull fails here", "it fails, and the Pod"]),
    ])
    func whatHappenedIsSaid(number: String, words: [String]) throws {
        let asked = ["why", "docker.io/library/app:1", "--node", "root@10.77.0.\(number)", "--live"]
        let text = try lab.mirrorctl(asked + ["--ssh-config", lab.sshConfig]).output
        for word in words { #expect(text.contains(word), "\(text)") }
        #expect(!text.contains("404:") && !text.contains("When every host"), "\(text)")
    }

    @Test func namesAreResolvedOnTheNode() throws {
        // Only the nodes' own hosts files know this name.
        let there = outcomes(try live("mirror.lab.test:5000/library/app:1", "root@10.77.0.11"))
        #expect(there.count == 1 && there[0].contains("certificate"), "\(there)")
        let nowhere = outcomes(try live("nosuch.lab.test:5000/library/app:1", "root@10.77.0.11"))
        #expect(nowhere.count == 1 && nowhere[0].contains("no such host"), "\(nowhere)")
    }

    @Test func theProbesFindingsAreTheNodes() throws {
        // The wrong CA: seen with the file of that node, on that node alone.
        #expect(codes(try live("gcr.io/library/app:1", "root@10.77.0.14")).contains("MIR0202"))
        let good = try live("gcr.io/library/app:1", "ops@10.77.0.12")
        #expect(codes(good, atLeast: "error") == [], "\(good)")
        #expect(outcomes(good).first == "200 OK")
        // The mirror lacks the image; the registry itself is shut.
        let missing = try live("gcr.io/library/none:1", "root@10.77.0.11")
        #expect(codes(missing).contains("MIR0501"))
        #expect(outcomes(missing).first == "404 Not Found" && outcomes(missing).last?.contains("refused") == true)
    }

    @Test func aNodeThatForbidsForwardingIsNamed() throws {
        #expect(codes(try live("gcr.io/library/app:1", "root@10.77.0.32")).contains("MIR0826"))
    }

    // MARK: Hostile nodes

    @Test(arguments: [
        ("flood@10.77.0.31", "MIR0808"), ("hang@10.77.0.31", "MIR0805"), ("closed@10.77.0.31", "MIR0807"),
        ("nologin@10.77.0.31", "MIR0806"), ("root@changed", "MIR0802"), ("root@unknown", "MIR0803"),
        ("root@keyless", "MIR0804"), ("root@10.77.0.99", "MIR0801"),
    ])
    func whatGoesWrongHasItsName(target: String, code: String) throws {
        let (status, found, _) = try nodes(["--node", target, "--deadline", target.hasPrefix("hang") ? "3" : "30"])
        #expect(status == 69)
        #expect(found.map { codes($0) } == [[code]])
        #expect(found.first?["isReachable"] as? Bool == false)
    }

    @Test func noControlCharacterReachesTheTerminal() throws {
        for format in ["text", "json"] {
            let arguments = ["node", "--ssh-config", lab.sshConfig, "--node", "control@10.77.0.31", "--output", format]
            let result = try lab.mirrorctl(arguments)
            #expect(result.output.contains("MIR0810"))
            let foreign = (result.output + result.errors).unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F
            }
            #expect(foreign.isEmpty)
            #expect(!result.output.contains("\\u001b"))
        }
    }

    @Test func aGreetingIsSkippedAndMissingRightsAreNamed() throws {
        let node = try one("talk@10.77.0.31")
        #expect(codes(node).contains("MIR0810"))
        // No sudo for this user, and config.toml is root's.
        #expect(codes(node).contains("MIR0811"))
        #expect(!codes(try one("root@10.77.0.31")).contains("MIR0811"))
    }

    // MARK: Reports that somebody else brings

    @Test func aReportOfAnotherRunnerIsJudgedTheSame() throws {
        let folder = try TemporaryFolder()
        let script = try Tool.run(Tool.mirrorctl, ["node", "--report-script"]).output
        let path = try folder.write("collector.sh", script)
        for number in [11, 14] {
            let target = "root@10.77.0.\(number)"
            let command = "ssh -F \(lab.sshConfig) \(target) sh <\(path)"
            let report = try Tool.run("/usr/bin/nsenter", [lab.network, "sh", "-c", command])
            #expect(!report.output.contains("seeded-secret"))
            try FileManager.default.createDirectory(atPath: folder("reports"), withIntermediateDirectories: true)
            try folder.write("reports/10.77.0.\(number).txt", report.output)
        }
        let result = try Tool.run(
            Tool.mirrorctl,
            ["node", "--reports", folder("reports"), "--cluster-config", lab.clusterConfig, "--output", "json"]
        )
        let all = try #require(try json(result.output)["nodes"] as? [[String: Any]])
        // Those of the file of which none came are there, and named.
        let missing = all.filter { codes($0).contains("MIR0827") }.compactMap { $0["node"] as? String }
        #expect(missing.sorted() == [12, 13, 15, 16, 17, 18].map { "10.77.0.\($0)" })
        let found = all.filter { !codes($0).contains("MIR0827") }
        let direct = try nodes(["--cluster-config", lab.clusterConfig, "--nodes", "10.77.0.11,10.77.0.14"]).nodes
        func summary(_ nodes: [[String: Any]]) -> [String] {
            nodes.map { "\($0["node"] ?? "") \($0["pool"] ?? "") \($0["configuration"] ?? "") \(codes($0))" }.sorted()
        }
        #expect(summary(found) == summary(direct))
        // Secrets were masked on the node: decoded, there is none either.
        let decoded = try Python.run(
            """
            import base64, sys
            lines = open("\(folder("reports/10.77.0.11.txt"))").read().split("\\n")
            body = lines[lines.index("MIRRORCTL-NODE-REPORT-BEGIN 1 base64") + 1:lines.index("MIRRORCTL-NODE-REPORT-END")]
            sys.stdout.buffer.write(base64.b64decode("".join(body)))
            """
        )
        let text = String(decoding: decoded, as: UTF8.self)
        #expect(text.contains("password = \"masked\"") && !text.contains("seeded-secret"))
    }
}

private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [any Error] = []

    func add(_ error: any Error) { lock.withLock { all.append(error) } }
    var first: (any Error)? { lock.withLock { all.first } }
}
