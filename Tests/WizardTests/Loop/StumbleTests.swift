import Containerd
import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// What somebody who used the wizard for the first time stumbled over.
@Suite struct StumbleTests {
    private func trouble(_ columns: Int = 80, _ rows: Int = 24, findings: [Finding]) throws -> Walk {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open("admin1.yaml", ClusterSamples.admin(["10.200.0.4", "10.200.0.5"]))
        walk.go(to: .nodes)
        walk.press(.down, .down, .down, .enter)
        let request = try #require(walk.state.trouble.gathering)
        let summary = NodeSummary(name: "node4", containerdVersion: "1.7.27", identity: "aa", findings: findings)
        let silent = Finding(code: "MIR0801", severity: .error, evidence: [], arguments: ["node": "10.200.0.5"])
        walk.send(.nodeInspected(request, .node(address: "10.200.0.4"), .reported(summary)))
        walk.send(.nodeInspected(request, .node(address: "10.200.0.5"), .failed(silent)))
        walk.send(.nodesInspected(request))
        return walk
    }

    private func findings(_ count: Int) -> [Finding] {
        (0..<count).map { number in
            Finding(
                code: "MIR0706",
                severity: .error,
                evidence: ["seen \(number)"],
                arguments: ["url": "https://172.18.0.\(number):5000/mirror"]
            )
        }
    }

    @Test func aRowOfTheFleetSaysWhatIsWrongBeforeAnythingElseAndTheAddressOnce() throws {
        let walk = try trouble(findings: findings(1))
        let rows = walk.screen.text.split(separator: "\n")
        let reported = try #require(rows.first { $0.contains("10.200.0.4 ") })
        #expect(reported.contains("MIR0706  https://172.18.0.0:5000/mirror"), "\(reported)")
        let silent = try #require(rows.first { $0.contains("10.200.0.5 ") })
        #expect(silent.contains("MIR0801  the node cannot be reached"), "\(silent)")
        #expect(silent.ranges(of: "10.200.0.5").count == 1, "\(silent)")
        // Where there is room the rest stands in the row, too.
        let wide = try trouble(120, 40, findings: findings(1))
        #expect(wide.screen.text.contains("node4  containerd 1.7.27"))
    }

    @Test func findingsOfTheFleetScrollToTheirEnd() throws {
        for (columns, rows) in [(80, 24), (120, 40)] {
            var walk = try trouble(columns, rows, findings: findings(12))
            while walk.state.trouble.nodes.indices.contains(walk.state.focus),
                walk.state.trouble.nodes[walk.state.focus].place != .node(address: "10.200.0.4")
            {
                walk.press(walk.state.focus > 1 ? .up : .down)
            }
            #expect(!walk.screen.text.contains("seen 11"))
            var seen: Set<Int> = []
            for _ in 0..<12 {
                for number in 0..<12 where walk.frame.text.contains("seen \(number)\n") { seen.insert(number) }
                for number in 0..<12
                where walk.frame.text.split(separator: "\n").contains(where: { $0.hasSuffix("seen \(number)") }) {
                    seen.insert(number)
                }
                walk.press(.pageDown)
            }
            #expect(walk.screen.text.contains("seen 11"), "\(walk.screen.text)")
            #expect(walk.screen.text.contains("PgUp PgDn"))
            // Another node is read from its beginning.
            walk.press(.up)
            #expect(walk.state.preview.scroll == 0)
        }
    }

    @Test func thePullPageNamesItsNodeAndWhatAStartThatFailsAsksFor() throws {
        var walk = try trouble(findings: [])
        while walk.state.trouble.nodes[walk.state.focus].place != .node(address: "10.200.0.4") { walk.press(.down) }
        walk.press(.enter)
        #expect(walk.state.step == .pull)
        #expect(walk.screen.text.contains("on node 10.200.0.4"))
        walk.type("nginx")
        let request = try #require(walk.state.trouble.request)
        walk.send(.timer(.explainPull(request)))
        let why = Phrase("why.criDisabled", ["plugin": "cri", "file": "/etc/containerd/config.toml", "line": "3"])
        walk.send(
            .pullExplained(
                request,
                .noStart(why, meaning: Phrase("why.noCRI", ["version": "1.7.27"]), fix: Phrase("pull.mendStart"))
            )
        )
        let text = walk.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("line 3"))
        #expect(text.contains("kubelet can pull no image"))
        #expect(text.contains("restart containerd"))
        #expect(PullStep().status(walk.state) == .wrong)
    }

    @Test func aRehearsalAsksBeforeItSends() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        _ = walk.takeEffects()
        walk.press(.function(7))
        #expect(walk.takeEffects() == [])
        #expect(walk.screen.text.contains("4 MiB") && walk.screen.text.contains("172.18.0.20:5000"))
        walk.press(.escape)
        #expect(walk.takeEffects() == [] && walk.state.overlay == nil)
        walk.press(.function(7), .enter)
        let rehearsing = walk.takeEffects().contains { effect in
            if case .probe(_, let plan) = effect { plan.rehearsesPush } else { false }
        }
        #expect(rehearsing)
    }

    @Test func whatSomebodyElseChangedIsShownBeforeEnterWrites() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        walk.edit(.change(Samples.change))
        walk.go(to: .write)
        walk.press(.enter)
        guard case .running(let request) = walk.state.mirrors.writing else {
            Issue.record("\(walk.state.mirrors.writing)")
            return
        }
        var theirs = Samples.change
        theirs.diff = [DiffLine(.hunk, "@@ -9,1 +9,2 @@"), DiffLine(.added, "somebodyElse: true")]
        walk.send(.written(request, .changedMeanwhile(Phrase("write.outdated"), theirs)))
        #expect(walk.screen.text.contains("somebodyElse: true"))
        _ = walk.takeEffects()
        // The first Enter goes to the new diff; nothing is written by it.
        walk.press(.enter)
        #expect(!walk.takeEffects().contains { if case .write = $0 { true } else { false } })
        #expect(walk.state.overlay == nil)
    }

    @Test func aFileThatIsNotThereIsAnsweredWithWhatIs() throws {
        var walk = Walk()
        walk.type("no.yaml")
        guard case .reading(let request) = walk.state.mirrors.cluster else { return }
        walk.send(.timer(.readClusterConfig(request)))
        let fix = Phrase("cluster.near", ["paths": "bmctl-workspace/admin1/admin1.yaml"])
        walk.send(.clusterConfigRead(request, .failed(Phrase("file.notFound", ["path": "no.yaml"]), fix: fix)))
        let text = walk.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("bmctl-workspace/admin1/admin1.yaml"))
        #expect(text.contains("a new header is written"))
    }

    @Test func aMissingKubeconfigLeadsToItsField() throws {
        var walk = try WizardJobTests().written()
        walk.press(.tab, .enter)
        let running = try #require(walk.state.mirrors.jobs.running)
        walk.send(.jobEnded(running.request, .failed(Phrase("bmctl.noKubeconfig"), fix: nil)))
        #expect(walk.state.currentField?.id == .bmctlKubeconfig)
        #expect(walk.screen.text.contains("Type its path into the field Kubeconfig"))
        walk.type("/k")
        #expect(walk.state.mirrors.jobs.kubeconfig == "/k")
    }

    @Test func aDraftTakenUpAtHomeIsNotOfferedAgainWhenItsFileHasChanged() throws {
        var before = Walk()
        try before.open("a.yaml", Samples.admin)
        before.go(to: .mirror)
        before.type("https://h:5000")
        let draft = try DraftTests.stored(#require(before.state.draft))
        var walk = Walk(atHome: true)
        walk.leave(unfinished: [draft])
        walk.focus(.homeWork)
        walk.press(.enter)
        guard case .reading(let request) = walk.state.mirrors.cluster else {
            Issue.record("\(walk.state.mirrors.cluster)")
            return
        }
        let changed = Samples.admin.replacing(
            "gcrKeyPath",
            with: "registryMirrors:\n- endpoint: https://10.9.0.1:5000\ngcrKeyPath"
        )
        walk.send(.timer(.readClusterConfig(request)))
        walk.send(.clusterConfigRead(request, .read(try ClusterConfig(yaml: Array(changed.utf8)))))
        walk.send(.draftOpened("a.yaml", OpenedDraft(draft: draft)))
        #expect(walk.state.overlay == nil)
        #expect(walk.state.answers.mirrors.map(\.endpoint) == ["https://h:5000"])
        #expect(walk.frame.text.contains("has changed since"))
    }

    @Test func endpointsThatAreOddAreRemarkedOn() throws {
        for (endpoint, word) in [("http://h:5000", "in clear"), ("https://Registry.Plant:5000", "upper-case")] {
            var walk = Walk(columns: 80, rows: 40)
            walk.go(to: .mirror)
            walk.type(endpoint)
            walk.probe(Samples.goodReport)
            #expect(walk.screen.text.contains(word), "\(endpoint)")
        }
    }

    @Test func theBoxOfTheProbeNamesItsMirror() throws {
        var walk = Walk(columns: 120, rows: 40)
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        for step in [StepID.cluster, .review, .write] {
            walk.go(to: step)
            #expect(walk.screen.text.contains("Probe https://172.18.0.20:5000"), "\(step)")
        }
    }

    @Test func nobodyIsSentToThePageThatIsShown() throws {
        var walk = Walk()
        walk.go(to: .pushTarget)
        for (step, word) in [(StepID.pushPackage, "on the page Package"), (.pushTarget, "on the page Target")] {
            walk.go(to: step)
            #expect(!walk.screen.text.contains(word), "\(step)")
        }
    }

    @Test func aPushTargetWithASlashAtItsEnd() throws {
        var walk = Walk(columns: 80, rows: 40)
        walk.go(to: .pushTarget)
        walk.focus(.pushRegistry)
        walk.type("h:5000/mirror/")
        let issue = try #require(walk.state.pushIssues.first)
        #expect(Catalogue.english(issue.problem).contains("slashes"))
        #expect(Catalogue.english(issue.fix) == "Type h:5000/mirror")
    }

    @Test func aClusterWithoutATypeIsSaidToBeOne() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin.replacing("  type: admin\n", with: ""))
        #expect(walk.screen.text.contains("admin1: a cluster without a type"))
        #expect(!walk.screen.text.contains("type not given cluster"))
    }

    @Test func oneIsOne() {
        for (count, words) in [("1", "1 image ·"), ("2", "2 images ·"), ("0", "0 images ·")] {
            let text = Catalogue.english(Phrase("push.size", ["images": count, "size": "3 MiB"]))
            #expect(text.hasPrefix(words), "\(text)")
        }
        // Where there is no number yet it is the usual word.
        for key in Catalogue.english.keys { #expect(!Catalogue.english.general(key).contains("|IMAGE"), "\(key)") }
    }
}
