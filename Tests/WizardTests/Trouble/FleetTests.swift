import Containerd
import Diagnosis
import TestSupport
import Testing
import Texts
import Wizard

/// A fleet that is larger than the screen, with odd and silent nodes in it.
@Suite struct FleetTests {
    private static let cluster = ClusterSamples.admin((1...14).map { "10.200.0.\($0)" })

    private static let silent = Finding(
        code: "MIR0801",
        severity: .error,
        evidence: ["ssh: connect to host 10.200.0.9 port 22: No route to host\u{1B}[2J"],
        arguments: ["node": "10.200.0.9", "words": "No route to host"]
    )

    private static func odd() throws -> [Finding] {
        let cri = "plugins.\"io.containerd.grpc.v1.cri\".registry"
        let tree = NodeTree([
            "/etc/containerd/config.toml":
                "version = 2\n[\(cri).mirrors.\"docker.io\"]\n  endpoint = [\"https://172.18.0.20:5000/mirror\"]\n"
        ])
        var explainer = try PullExplainer(version: ContainerdVersion(1, 7, 27), files: tree)
        return PullJudge(explainer).findings(for: try explainer.explain("docker.io/library/nginx:1.25"))
    }

    private func fleet(_ columns: Int, _ rows: Int) throws -> Walk {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open("admin1.yaml", Self.cluster)
        walk.go(to: .nodes)
        for _ in 0..<14 { walk.press(.down) }
        walk.press(.down, .enter)
        return walk
    }

    private func answer(_ walk: inout Walk, _ numbers: ClosedRange<Int>) throws {
        let request = try #require(walk.state.trouble.gathering)
        for number in numbers {
            let state: TroubledNode.State =
                switch number {
                case 9: .failed(Self.silent)
                case 5, 12:
                    .reported(
                        NodeSummary(
                            name: "node\(number)",
                            containerdVersion: "1.7.27",
                            identity: "odd",
                            findings: try Self.odd()
                        )
                    )
                default:
                    .reported(
                        NodeSummary(
                            name: "node\(number)",
                            containerdVersion: "1.7.27",
                            identity: "usual",
                            findings: []
                        )
                    )
                }
            walk.send(.nodeInspected(request, .node(address: "10.200.0.\(number)"), state))
        }
        if numbers.upperBound == 14 { walk.send(.nodesInspected(request)) }
    }

    @Test func screens() throws {
        for (columns, rows, language) in [
            (80, 24, Catalogue.english), (120, 40, .english), (80, 24, .japanese),
        ] {
            var walk = try fleet(columns, rows)
            walk.speak(language)
            let suffix = language.language == "en" ? "" : ".\(language.language)"
            func expect(_ name: String) {
                expectGolden(
                    walk.screen.snapshot,
                    "WizardTests/Snapshots/fleet.\(name)\(suffix).\(columns)x\(rows).txt"
                )
            }
            try answer(&walk, 1...6)
            expect("asking")
            try answer(&walk, 7...14)
            expect("asked")
            // Up to the silent one, and to the first odd one.
            for _ in 0..<14 { walk.press(.up) }
            expect("silent")
            walk.press(.down)
            expect("odd")
            #expect(!walk.screen.text.contains("\u{1B}"))
        }
    }

    @Test func theOddOnesComeFirstOnceAllHaveAnswered() throws {
        var walk = try fleet(80, 24)
        try answer(&walk, 1...6)
        // Nothing jumps while answers come.
        #expect(walk.state.trouble.nodes[1].place == .node(address: "10.200.0.1"))
        walk.press(.up)
        let inFocus = walk.state.trouble.nodes[walk.state.focus].place
        try answer(&walk, 7...14)
        let order = walk.state.trouble.nodes.map(\.place)
        #expect(order[0] == .here)
        #expect(order[1...3] == [9, 5, 12].map { NodeTarget.node(address: "10.200.0.\($0)") }[...])
        #expect(walk.state.trouble.nodes[walk.state.focus].place == inFocus)
    }

    @Test func f5MendsWhatTheNodeInFocusHas() throws {
        var walk = try fleet(80, 24)
        try answer(&walk, 1...14)
        for _ in 0..<20 { walk.press(.up) }
        // This machine was not asked, the silent one has nothing that an answer mends.
        walk.press(.function(5))
        #expect(walk.state.step == .nodes)
        walk.press(.down, .function(5))
        #expect(walk.state.step == .nodes)
        walk.press(.down, .function(5))
        #expect(walk.state.step == .mirror && walk.state.currentField?.id == .mirrorNamespace)
    }
}
