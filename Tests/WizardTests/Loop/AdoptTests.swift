import MirrorCore
import TestSupport
import Testing
import Texts
import Wizard

/// What the Cluster step does for user clusters, and what becomes of a paste of several lines.
@Suite struct AdoptTests {
    private static let drafts = [
        MirrorDraft(endpoint: "https://172.18.0.20:5000", mirrorNamespace: "ns", caCertSecret: "anthos-creds/ca-1")
    ]

    private func userWalk(columns: Int = 80, rows: Int = 24) throws -> Walk {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open("user1.yaml", Samples.user)
        return walk
    }

    private func fields(_ walk: Walk) -> [String] { walk.state.currentStep.fields(walk.state).map(\.id.rawValue) }

    @Test func isOfferedToUserClustersThatExist() throws {
        var walk = try userWalk()
        #expect(fields(walk) == ["clusterConfig", "operation", "adoptSource"])
        walk.press(.down, .down, .character(" "))
        #expect(
            fields(walk) == ["clusterConfig", "operation", "adoptSource", "adoptCluster", "adoptKubeconfig", "adopt"]
        )
        walk.press(.character(" "))
        #expect(fields(walk) == ["clusterConfig", "operation", "adoptSource", "adoptSaved", "adopt"])
        walk.press(.up, .character(" "))
        #expect(fields(walk) == ["clusterConfig", "operation"])
        var admin = Walk()
        try admin.open("admin1.yaml", Samples.admin)
        #expect(fields(admin) == ["clusterConfig", "operation"])
    }

    /// From 1.35 on the header is said to count as well: the operator chooses, and the command says so.
    @Test func thePlaceIsOfferedWhereTwoAreSaidToCount() throws {
        var walk = Walk()
        try walk.open("user1.yaml", Samples.user.replacing("1.34.0-gke.566", with: "1.36.0-gke.532"))
        #expect(fields(walk) == ["clusterConfig", "operation", "place", "adoptSource"])
        #expect(walk.state.place == .spec)
        walk.press(.down, .down, .character(" "))
        #expect(walk.state.place == .header)
        #expect(walk.state.placement.reason.key == "placement.headerRestsOnNote")
        #expect(fields(walk) == ["clusterConfig", "operation", "place"])
        #expect(EquivalentCommand(state: walk.state).command.description.contains("--place header"))
        walk.press(.character(" "))
        #expect(walk.state.place == .spec)
        #expect(!EquivalentCommand(state: walk.state).command.description.contains("--place"))
    }

    @Test func asksKubectlAndTakesTheMirrorsOver() throws {
        var walk = try userWalk(columns: 120, rows: 40)
        walk.press(.down, .down, .character(" "), .down)
        walk.type("admin1")
        walk.press(.down)
        walk.type("/admin.kubeconfig")
        walk.press(.down)
        _ = walk.takeEffects()
        walk.press(.enter)
        let wanted = AdoptRequest.kubectl(name: "admin1", namespace: nil, kubeconfig: "/admin.kubeconfig")
        guard case .running(let request) = walk.state.mirrors.adopt.progress else {
            Issue.record("\(walk.state.mirrors.adopt)")
            return
        }
        #expect(walk.takeEffects() == [.adopt(request, wanted)])
        let concerns = [EditConcern(.refusal, "adopt.missing", ["secret": "anthos-creds/ca-1", "command": "c"])]
        // A stale answer is dropped.
        walk.send(.adopted(request - 1, .adopted([], [])))
        #expect(walk.state.mirrors.adopt.progress == .running(request))
        walk.send(.adopted(request, .adopted(Self.drafts, concerns)))
        #expect(walk.state.answers.mirrors == Self.drafts)
        let edit = walk.takeEffects().compactMap { effect in
            if case .edit(_, let edit) = effect { edit } else { nil }
        }
        #expect(edit.map(\.place) == [.spec] && edit.map(\.more) == [concerns])
        #expect(walk.screen.snapshot.contains("The Secret anthos-creds/ca-1"))
        let words = EquivalentCommand(state: walk.state).command.description
        #expect(words == "mirrorctl adopt --cluster-config user1.yaml --cluster admin1 --kubeconfig /admin.kubeconfig")
        // What is changed by hand is not the admin cluster's list any more.
        walk.go(to: .mirror)
        walk.focus(.mirrorNamespace)
        walk.type("x")
        #expect(walk.state.adoptConcerns == [])
        #expect(EquivalentCommand(state: walk.state).command.words[1] == "apply")
    }

    @Test func saysWhyNothingWasTakenOver() throws {
        var walk = try userWalk()
        walk.press(.down, .down, .character(" "), .character(" "), .down)
        walk.type("saved.yaml")
        walk.press(.down, .enter)
        guard case .running(let request) = walk.state.mirrors.adopt.progress else { return }
        walk.send(.adopted(request, .failed(Phrase("live.nothing"), fix: Phrase("live.fix.command"))))
        #expect(walk.screen.snapshot.contains("no Cluster is in what kubectl printed"))
        #expect(walk.state.answers.mirrors == [])
    }

    @Test func aPasteOfTheVendorsSampleIsShownAndTakenOverOnDemand() throws {
        let paste = """
            registryMirrors:
            -   caCertSecretRef:
                name: ca-1
                namespace: anthos-creds
              endpoint: https://172.18.0.20:5000/v2/ns

            """
        for step in [.cluster, .mirror, .hosts, .review] as [StepID] {
            var walk = try userWalk()
            walk.go(to: step)
            walk.press(.paste(paste))
            let screen = walk.screen.snapshot
            #expect(screen.contains("- -   caCertSecretRef:") && screen.contains("+ - caCertSecretRef:"), "\(screen)")
            #expect(walk.state.answers.mirrors == [])
            walk.press(.escape)
            #expect(walk.state.answers.mirrors == [] && walk.state.overlay == nil)
            walk.press(.paste(paste), .enter)
            #expect(walk.state.answers.mirrors == Self.drafts && walk.state.step == step)
        }
        var walk = try userWalk()
        walk.go(to: .mirror)
        walk.press(.paste("https://a.lan\n"))
        #expect(walk.state.mirror.endpoint == "https://a.lan" && walk.state.overlay == nil)
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for language in Catalogue.all {
                let end = (language.language == "en" ? "" : "\(language.language).") + "\(columns)x\(rows).txt"
                var walk = try userWalk(columns: columns, rows: rows)
                walk.speak(language)
                walk.press(.paste(paste))
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/pasted.\(end)")
                walk.press(.escape, .down, .down, .character(" "))
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/cluster.adopt.\(end)")
            }
        }
    }

    @Test func aFileThatCanBeRepairedIsRepairedOnDemand() throws {
        var walk = Walk()
        walk.type("u.yaml")
        guard case .reading(let request) = walk.state.mirrors.cluster else { return }
        walk.send(
            .clusterConfigRead(
                request,
                .repairable(Phrase("cluster.notYAML", ["line": "9", "column": "7", "problem": "x"]), Samples.change)
            )
        )
        #expect(walk.screen.snapshot.contains("[ show the repair ]") && walk.screen.snapshot.contains("line 9"))
        walk.press(.down, .enter)
        #expect(walk.state.shows(RepairQuestion(preview: Samples.change)))
        _ = walk.takeEffects()
        walk.press(.escape)
        #expect(walk.takeEffects() == [])
        walk.press(.enter, .enter)
        let repair = try #require(walk.state.mirrors.repair.request)
        #expect(walk.takeEffects() == [.repair(repair, path: "u.yaml", breaksHardLink: false)])
        walk.send(.repaired(repair, .written(path: "u.yaml", backup: "u.yaml.bak")))
        guard case .reading(let again) = walk.state.mirrors.cluster else {
            Issue.record("\(walk.state.mirrors.cluster)")
            return
        }
        #expect(walk.takeEffects() == [.readClusterConfig(again, path: "u.yaml")])
        walk.send(.clusterConfigRead(again, .read(try ClusterConfig(yaml: Array(Samples.user.utf8)))))
        #expect(walk.screen.snapshot.contains("u.yaml.bak"))
    }
}
