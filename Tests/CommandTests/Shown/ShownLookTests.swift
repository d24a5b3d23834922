import Diagnosis
import Foundation
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// The pages that only look: the command that a page shows finds what the page has found.
@Suite struct ShownLookTests {
    private struct Found: Decodable {
        struct Finding: Decodable { let code: String }
        struct Node: Decodable { let findings: [Finding] }
        let findings: [Finding]?
        let nodes: [Node]?
        var codes: Set<String> { Set(((findings ?? []) + (nodes ?? []).flatMap(\.findings)).map(\.code)) }
    }

    private func found(by command: String) throws -> Set<String> {
        let result = try PastedCommand.run(command, in: "/", "--output json")
        return try JSONDecoder().decode(Found.self, from: result.data).codes
    }

    private func page(_ draft: MirrorDraft, image: String = "") -> WizardRun {
        var answers = Answers()
        answers.newHeaderPath = "new.yaml"
        answers.mirrors = [draft]
        answers.probeImage = image
        let run = WizardRun(answers, asksMirrors: true)
        run.show(.mirror)
        return run
    }

    @Test func theMirrorsPageShowsWhatAsksTheMirror() throws {
        let lab = try Lab.running()
        let login = lab.dockerConfigPath
        let drafts = [
            MirrorDraft(
                endpoint: lab.url("basic"),
                mirrorNamespace: "mirror",
                caCertPath: lab.caPath,
                pullCredentialConfigPath: login
            ),
            MirrorDraft(endpoint: lab.url("basic"), mirrorNamespace: "mirror", caCertPath: lab.caPath),
            MirrorDraft(endpoint: lab.url("basic") + "/v2/mirror", pullCredentialConfigPath: login),
            MirrorDraft(endpoint: "http://127.0.0.1:1", mirrorNamespace: "x"),
        ]
        var all: [Set<String>] = []
        for draft in drafts {
            let run = page(draft, image: "gcr.io/anthos-baremetal-release/pause:3.9")
            let command = try run.shownCommand(width: 200, height: 400)
            #expect(command.hasPrefix("mirrorctl probe "))
            let codes = Set(run.state.findings.map(\.code))
            #expect(try found(by: command) == codes, "\(command)")
            all.append(codes)
        }
        // Each answer made a difference.
        #expect(Set(all).count == drafts.count && all[0].isEmpty, "\(all)")
    }

    @Test func theNodesPageShowsWhatAsksTheNodes() async throws {
        try await offPool { try self.nodesPageShowsWhatAsksTheNodes() }
    }

    private func nodesPageShowsWhatAsksTheNodes() throws {
        let folder = try TemporaryFolder()
        // An address of this machine's that nobody listens on.
        let path = try folder.write("c.yaml", ClusterSamples.admin(["127.0.0.9", "127.0.0.8"]))
        var answers = Answers()
        answers.clusterConfigPath = path
        let run = WizardRun(answers)
        run.show(.nodes)
        let one = run.state.trouble.nodes.firstIndex { $0.place == .node(address: "127.0.0.9") }
        run.change { state in
            state.focus = one ?? 0
            return []
        }
        #expect(try run.shownCommand(width: 200).hasSuffix(" --nodes 127.0.0.9"))
        run.change { state in
            state.focus = state.trouble.nodes.count
            return []
        }
        let command = try run.shownCommand(width: 200)
        try run.press(.askNodes)
        let codes = run.state.trouble.nodes.map { node -> String? in
            if case .failed(let finding) = node.state { return finding.code }
            return nil
        }
        #expect(codes.compactMap(\.self).count == 2)
        #expect(try found(by: command) == Set(codes.compactMap(\.self)), "\(command)")
    }

    @Test func thePullsPageShowsWhatExplainsIt() async throws {
        try await offPool { try self.pullsPageShowsWhatExplainsIt() }
    }

    private func pullsPageShowsWhatExplainsIt() throws {
        let folder = try TemporaryFolder()
        let log = """
            time="2026-11-29T10:00:00Z" level=info msg="trying next host" error="dial tcp 10.9.0.1:5000: connect: \
            connection refused" host="10.9.0.1:5000"
            time="2026-11-29T10:00:01Z" level=error msg="PullImage \\"gcr.io/a/b:1\\" failed" error="failed to pull and \
            unpack image \\"gcr.io/a/b:1\\": failed to resolve reference \\"gcr.io/a/b:1\\": gcr.io/a/b:1: not found"

            """
        let path = try folder.write("containerd.log", log)
        let run = WizardRun(Answers())
        run.show(.pull)
        #expect(run.shownCommands(width: 200) == [])
        run.change { state in
            state.trouble.log.path = path
            return []
        }
        guard case .traced(let trace) = run.state.trouble.log.outcome else {
            Issue.record("\(String(describing: run.state.trouble.log.outcome))")
            return
        }
        // The finding's own advice names one, too.
        let command = try #require(run.shownCommands(width: 200).last)
        #expect(command == "mirrorctl why --log \(path)")
        #expect(try found(by: command) == Set(trace.findings.map(\.code)), "\(command)")

        let file = try folder.write("c.yaml", ClusterSamples.admin(["127.0.0.9"]))
        var answers = Answers()
        answers.clusterConfigPath = file
        let node = WizardRun(answers)
        node.show(.pull)
        node.change { state in
            state.trouble.selected = 1
            state.trouble.image = "gcr.io/a/b:1"
            return []
        }
        let why = try node.shownCommand(width: 200)
        #expect(why == "mirrorctl why gcr.io/a/b:1 --node 127.0.0.9 --cluster-config \(file)")
        // It logs in as the file says, and says of the node what the nodes' page says.
        node.change { $0.gather([1]) }
        guard case .failed(let finding) = node.state.trouble.nodes[1].state else {
            Issue.record("\(node.state.trouble.nodes[1].state)")
            return
        }
        #expect(try found(by: why) == [finding.code], "\(why)")
    }
}
