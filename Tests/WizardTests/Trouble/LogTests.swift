import Containerd
import Diagnosis
import TestSupport
import Testing
import Texts
import Wizard

/// A log at the pull's page, and where live attempts are made from.
@Suite struct LogTests {
    private static let secret = "Pa55w0rd-Zx9"

    private static let events = """
        Events:
          Warning  Failed  10s  kubelet  Failed to pull image "docker.io/library/nginx:1.25": failed to pull and unpack image "docker.io/library/nginx:1.25": failed to resolve reference "docker.io/library/nginx:1.25": failed to do request: Head "https://robot:\(secret)@172.18.0.20:5000/v2/library/nginx/manifests/1.25?ns=docker.io": tls: failed to verify certificate: x509: certificate signed by unknown authority
        \u{1B}[2J
        """

    private func explained(_ walk: inout Walk) throws {
        let cri = "plugins.\"io.containerd.grpc.v1.cri\".registry"
        let tree = NodeTree([
            "/etc/containerd/config.toml":
                "version = 2\n[\(cri).mirrors.\"docker.io\"]\n  endpoint = [\"https://172.18.0.20:5000/v2/mirror\"]\n"
        ])
        var explainer = try PullExplainer(version: ContainerdVersion(1, 7, 27), files: tree)
        let plan = try explainer.explain("docker.io/library/nginx:1.25")
        let request = try #require(walk.state.trouble.request)
        let pull = ExplainedPull(plan: plan, findings: [], trace: nil, isVersionGuessed: false)
        walk.send(.pullExplained(request, .explained(pull)))
    }

    private func traced(_ walk: inout Walk, _ text: String) throws {
        let request = try #require(walk.state.trouble.log.request)
        walk.send(.timer(.traceLog(request)))
        let trace = try #require(try TraceReader(text).trace(of: "docker.io/library/nginx:1.25"))
        walk.send(.logTraced(request, .traced(trace)))
    }

    @Test func screens() throws {
        for (columns, rows, language) in [
            (80, 24, Catalogue.english), (120, 40, .english), (80, 24, .japanese),
        ] {
            var walk = Walk(columns: columns, rows: rows)
            walk.speak(language)
            let suffix = language.language == "en" ? "" : ".\(language.language)"
            func expect(_ name: String) {
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/log.\(name)\(suffix).\(columns)x\(rows).txt")
            }
            walk.go(to: .pull)
            walk.type("docker.io/library/nginx:1.25")
            try explained(&walk)
            walk.press(.paste(Self.events))
            try traced(&walk, Self.events)
            expect("pasted")
            walk.press(.function(2))
            expect("change")
            walk.press(.function(2), .function(2))
            expect("journal")
            #expect(!walk.screen.text.contains("\u{1B}"))
            #expect(!walk.screen.text.contains(Self.secret))
        }
    }

    @Test func aPasteOfLinesIsALogWhicheverFieldHasTheFocus() throws {
        var walk = Walk()
        walk.go(to: .pull)
        walk.type("nginx:1.25")
        walk.press(.paste(Self.events))
        #expect(walk.state.trouble.image == "nginx:1.25")
        let request = try #require(walk.state.trouble.log.request)
        _ = walk.takeEffects()
        walk.send(.timer(.traceLog(request)))
        let question = LogQuestion(source: .pasted(Self.events), image: "nginx:1.25")
        #expect(walk.takeEffects() == [.traceLog(request, question)])
        // One line is a name.
        walk.press(.control("u"), .paste("quay.io/a/b:1"))
        #expect(walk.state.trouble.image == "quay.io/a/b:1")
        // A file comes before what was pasted; a stale answer changes nothing.
        walk.press(.down)
        walk.type("/var/log/c.log")
        #expect(walk.state.trouble.log.source == .file("/var/log/c.log"))
        walk.send(.logTraced(request, .failed(Phrase("pull.notReported"))))
        #expect(walk.state.trouble.log.outcome == nil)
    }

    @Test func f5GoesToWhatTheLogAsksFor() throws {
        var walk = Walk()
        walk.go(to: .pull)
        walk.type("nginx:1.25")
        try explained(&walk)
        walk.press(.paste(Self.events))
        try traced(&walk, Self.events)
        #expect(walk.state.trouble.pane == .log)
        walk.press(.function(5))
        #expect(walk.state.step == .mirror && walk.state.currentField?.id == .caCertPath)
    }

    @Test func theScreenSaysFromWhereAttemptsAreMade() throws {
        var walk = Walk()
        try walk.open(
            "admin1.yaml",
            Samples.admin.replacing(
                "  type: admin\n",
                with: "  type: admin\n  controlPlane:\n    nodePoolSpec:\n      nodes:\n      - address: 10.200.0.4\n"
            )
        )
        walk.go(to: .nodes)
        walk.press(.down, .enter)
        let gathering = try #require(walk.state.trouble.gathering)
        let summary = NodeSummary(name: "n4", containerdVersion: "1.7.27", identity: "a", findings: [])
        walk.send(.nodeInspected(gathering, .node(address: "10.200.0.4"), .reported(summary)))
        walk.send(.nodesInspected(gathering))
        walk.type("docker.io/library/nginx:1.25")
        try explained(&walk)
        #expect(walk.screen.text.contains("from node 10.200.0.4"))
        _ = walk.takeEffects()
        walk.press(.enter)
        let asking = try #require(walk.state.trouble.asking)
        let question = PullQuestion(place: .node(address: "10.200.0.4"), image: "docker.io/library/nginx:1.25")
        let login = NodeLogin(user: "root", privateKeyPath: "/root/.ssh/id_rsa")
        #expect(walk.takeEffects().contains(.askLive(asking, question, login)))
        walk.send(.pullAnswered(asking, 0, LiveAnswer(text: "200 OK", milliseconds: 3, isGood: true)))
        walk.send(.pullFinished(asking, LiveEnd()))
        #expect(walk.screen.text.contains("Asked from node 10.200.0.4, through ssh -W."))
        // Enter goes on: what was asked is asked again by ^R alone.
        walk.press(.enter)
        #expect(walk.state.trouble.asking == nil)
        // A node that has become silent says so, and nothing was asked from elsewhere.
        walk.press(.control("r"))
        let again = try #require(walk.state.trouble.asking)
        let silent = Finding(code: "MIR0801", severity: .error, evidence: [], arguments: ["node": "10.200.0.4"])
        walk.send(.pullFinished(again, LiveEnd(findings: [silent])))
        #expect(walk.screen.text.contains("MIR0801"))
        #expect(walk.state.trouble.answers.isEmpty)
    }
}
