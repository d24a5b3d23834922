import Containerd
import Diagnosis
import TestSupport
import Testing
import Texts
import Wizard

/// The troubleshooting track at the keyboard.
@Suite struct TroubleTests {
    private static let cluster =
        ClusterSamples.admin(["10.200.0.4", "10.200.0.5"]) + """
              maintenanceBlocks:
                cidrBlocks:
                - 10.200.0.5
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: NodePool
            metadata:
              name: pool1
              namespace: cluster-admin1
            spec:
              clusterName: admin1
              nodes:
              - address: 10.200.0.6

            """

    /// A node whose endpoint lacks its /v2.
    private static func pull(_ image: String = "docker.io/library/nginx:1.25", log: String = "") throws -> ExplainedPull
    {
        let cri = "plugins.\"io.containerd.grpc.v1.cri\".registry"
        let tree = NodeTree([
            "/etc/containerd/config.toml":
                "version = 2\n[\(cri).mirrors.\"docker.io\"]\n  endpoint = [\"https://172.18.0.20:5000/mirror\"]\n"
        ])
        var explainer = try PullExplainer(version: ContainerdVersion(1, 7, 27), files: tree)
        let plan = try explainer.explain(image)
        let trace = try TraceReader(log).trace(of: image)
        return ExplainedPull(
            plan: plan,
            findings: PullJudge(explainer).findings(for: plan),
            trace: trace,
            isVersionGuessed: false
        )
    }

    private static let sizes = [(80, 24), (120, 40)]

    private func fleet(_ columns: Int, _ rows: Int) throws -> Walk {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open("admin1.yaml", Self.cluster)
        walk.go(to: .nodes)
        walk.press(.up, .up, .up, .up)
        walk.press(.down, .down, .down, .down, .enter)
        return walk
    }

    private func answer(_ walk: inout Walk) throws {
        let request = try #require(walk.state.trouble.gathering)
        let good = NodeSummary(name: "node4", containerdVersion: "1.7.27", identity: "aa", findings: [])
        let wrong = NodeSummary(
            name: "node6",
            containerdVersion: "1.7.27",
            identity: "bb",
            findings: try Self.pull().findings
        )
        walk.send(.nodeInspected(request, .node(address: "10.200.0.4"), .reported(good)))
        walk.send(.nodeInspected(request, .node(address: "10.200.0.6"), .reported(wrong)))
    }

    @Test func theFleetIsAskedWithTheFilesLogin() throws {
        var walk = try fleet(80, 24)
        let request = try #require(walk.state.trouble.gathering)
        let places = ["10.200.0.4", "10.200.0.5", "10.200.0.6"].map { NodeTarget.node(address: $0) }
        let login = NodeLogin(user: "root", privateKeyPath: "/root/.ssh/id_rsa")
        #expect(walk.takeEffects().contains(.inspectNodes(request, places, login, walk.state.fleetFile)))
        try answer(&walk)
        #expect(walk.state.trouble.nodes[2].state == .asking)
        #expect(walk.state.trouble.nodes[2].isInMaintenance)
        walk.send(.nodesInspected(request))
        // Nothing was heard of it: it stands below those that were.
        #expect(walk.state.trouble.nodes.last?.place == .node(address: "10.200.0.5"))
        #expect(walk.state.trouble.nodes.last?.state == .unasked)
        // Stale words change nothing.
        walk.send(.nodeInspected(request, .node(address: "10.200.0.4"), .asking))
        #expect(walk.state.trouble.nodes[1].state != .asking)
    }

    @Test func theScreens() throws {
        for (columns, rows) in Self.sizes {
            var walk = try fleet(columns, rows)
            try answer(&walk)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/nodes.asked.\(columns)x\(rows).txt")
            walk.press(.up)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/nodes.wrong.\(columns)x\(rows).txt")
            walk.press(.enter)
            walk.type("docker.io/library/nginx:1.25")
            try explain(&walk, Self.log)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/pull.explained.\(columns)x\(rows).txt")
            walk.press(.enter)
            let asking = try #require(walk.state.trouble.asking)
            walk.send(.pullAnswered(asking, 0, LiveAnswer(text: "404 Not Found", milliseconds: 3, isGood: false)))
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/pull.asking.\(columns)x\(rows).txt")
            walk.send(
                .pullAnswered(asking, 1, LiveAnswer(text: "dial tcp: i/o timeout", milliseconds: 30_000, isGood: false))
            )
            walk.send(.pullFinished(asking, LiveEnd()))
            walk.speak(.japanese)
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/pull.answered.ja.\(columns)x\(rows).txt")
        }
    }

    private static let log = """
        level=info msg="trying next host - response was http.StatusNotFound" host="172.18.0.20:5000"
        level=info msg="trying next host" error="failed to do request: Head \\"https://registry-1.docker.io/v2/library/nginx/manifests/1.25\\": dial tcp 54.1.1.1:443: i/o timeout" host=registry-1.docker.io
        """

    private func explain(_ walk: inout Walk, _ log: String = "") throws {
        let request = try #require(walk.state.trouble.request)
        walk.send(.timer(.explainPull(request)))
        walk.send(.pullExplained(request, .explained(try Self.pull(log: log))))
    }

    @Test func typingAsksOnceAPauseAfterTheLastKey() throws {
        var walk = Walk()
        walk.go(to: .pull)
        walk.type("nginx")
        let request = try #require(walk.state.trouble.request)
        _ = walk.takeEffects()
        walk.send(.timer(.explainPull(request - 1)))
        #expect(walk.takeEffects() == [])
        walk.send(.timer(.explainPull(request)))
        #expect(walk.takeEffects() == [.explainPull(request, PullQuestion(place: .here, image: "nginx"))])
        walk.send(.pullExplained(request - 1, .failed(Phrase("pull.notReported"))))
        #expect(walk.state.trouble.outcome == nil)
    }

    @Test func f5GoesFromAFindingToTheAnswerThatMendsIt() throws {
        var walk = Walk()
        try walk.open("admin1.yaml", Self.cluster)
        walk.go(to: .pull)
        walk.type("nginx:1.25")
        try explain(&walk)
        walk.press(.function(5))
        #expect(walk.state.step == .mirror && walk.state.currentField?.id == .mirrorNamespace)
        #expect(walk.state.mirror.endpoint.contains("172.18.0.20:5000"))
        // And back, to where the question was.
        walk.press(.function(6), .character("2"))
        #expect(walk.state.step == .pull)
        #expect(walk.state.trouble.image == "nginx:1.25")
    }

    @Test func anotherImageEndsTheAttempts() throws {
        var walk = Walk()
        walk.go(to: .pull)
        walk.type("nginx")
        try explain(&walk)
        walk.press(.control("r"))
        let asking = try #require(walk.state.trouble.asking)
        _ = walk.takeEffects()
        walk.type("x")
        #expect(walk.takeEffects().contains(.cancelLive))
        walk.send(.pullAnswered(asking, 0, LiveAnswer(text: "200 OK", milliseconds: 1, isGood: true)))
        #expect(walk.state.trouble.answers == [:])
    }

    @Test func secretsOfTheLogStayOffTheScreen() throws {
        let secret = "Pa55w0rd-Zx9"
        let log = """
            level=info msg="trying next host" error="failed to do request: Head \\"https://robot:\(secret)@172.18.0.20:5000/v2/library/nginx/manifests/1.25?ns=docker.io\\": Authorization: Basic \(secret)\u{1B}[2J: x509: certificate signed by unknown authority" host="172.18.0.20:5000"
            """
        var walk = Walk(columns: 200, rows: 60)
        walk.go(to: .pull)
        walk.type("nginx:1.25")
        try explain(&walk, log)
        let screen = walk.screen.snapshot
        #expect(screen.contains("172.18.0.20:5000"))
        #expect(screen.contains("1: failed to do request"))
        #expect(!screen.contains(secret))
        #expect(!screen.contains("\u{1B}"))
    }
}
