import Foundation
import TestSupport
import Testing

@testable import Diagnosis

/// Pods that read nodes: what is created, and what kubectl says of it.
@Suite struct NodePodTests {
    @Test func eachOfKubectlsWordsIsItsFinding() {
        for (code, failure) in PodWords.read {
            let inspection = NodeInspection(target: "worker-1", outcome: .failure(.pod(failure)), now: 0)
            let findings = NodeJudgement(inspection).findings
            #expect(findings.map(\.code) == [code], "\(failure)")
            #expect(findings.allSatisfy { $0.evidence == [failure.words] })
        }
    }

    /// What was refused for certain has created nothing; of everything else nobody knows.
    @Test func whatMayHaveBeenCreatedIsLookedFor() {
        let certain = Set(PodWords.byCode.filter { $0.value.hasCreatedNothing }.keys)
        #expect(certain == ["MIR0835", "MIR0837", "MIR0838", "MIR0839"])
    }

    // MARK: Nodes

    @Test func nodesAreFoundByNameAndByAnyOfTheirAddresses() {
        let nodes = KubernetesNodes(
            printed: "worker-1\t10.0.0.11 fd00::11 \tTrue\nworker-2\t10.0.0.12 \tUnknown\nedge.lab\t\tFalse\n"
        )
        #expect(nodes.all.map(\.name) == ["worker-1", "worker-2", "edge.lab"])
        #expect(nodes.all.map(\.isReady) == [true, false, false])
        for target in ["worker-1", "10.0.0.11", "fd00::11", "FD00:0:0::11"] {
            #expect(nodes.node(target)?.name == "worker-1", "\(target)")
        }
        for target in ["10.0.0.1", "worker", "", "worker-1 ", "::ffff:10.0.0.13"] {
            #expect(nodes.node(target) == nil, "\(target)")
        }
    }

    /// A name goes into a manifest: what the API would not take as one is no node.
    @Test(arguments: [
        "-w\t10.0.0.1 \tTrue", "a b\t10.0.0.1 \tTrue", "a\"}\t10.0.0.1 \tTrue", "../a\t10.0.0.1 \tTrue",
        "A\t10.0.0.1 \tTrue", "\u{1B}[2J\t10.0.0.1 \tTrue", "a..b\t10.0.0.1 \tTrue", "a\t10.0.0.1", "",
    ])
    func whatIsNoNameIsNoNode(line: String) {
        #expect(KubernetesNodes(printed: line + "\n").all == [])
    }

    // MARK: The pod

    private func pod(_ purpose: NodePod.Purpose, image: String = "10.0.0.5:5000/tools/busybox:1.36") -> NodePod {
        NodePod(
            purpose,
            name: "mirrorctl-12345678-1",
            namespace: "default",
            run: "12345678",
            node: "worker-1",
            image: image,
            seconds: 180
        )
    }

    /// docs/nodes.md shows what is created, to the letter.
    @Test func theDocumentShowsTheManifest() throws {
        let page = try String(contentsOfFile: repositoryRoot + "/docs/nodes.md", encoding: .utf8)
        #expect(page.contains("```\n" + pod(.reads).manifest + "```"), "\(pod(.reads).manifest)")
    }

    @Test func aPodIsBoundToItsNodeAndEndsByItself() throws {
        for purpose in [NodePod.Purpose.reads, .pulls] {
            let text = pod(purpose).manifest
            for line in [
                "  nodeName: worker-1", "  restartPolicy: Never", "  activeDeadlineSeconds: 180",
                "  automountServiceAccountToken: false", "  tolerations: [{operator: Exists}]",
                "    mirrorctl/run: \"12345678\"", "      allowPrivilegeEscalation: false",
            ] {
                #expect(text.contains("\n" + line + "\n"), "\(line)\n\(text)")
            }
        }
        #expect(!pod(.pulls).manifest.contains("hostPath") && !pod(.pulls).manifest.contains("add: ["))
    }

    // MARK: How far it is

    private func status(_ text: String) -> PodStatus.State? {
        PodStatus(printed: Array("{\"kind\":\"Pod\",\"metadata\":{},\"status\":\(text)}".utf8))?.state
    }

    private func waiting(_ reason: String) -> String {
        "{\"phase\":\"Pending\",\"containerStatuses\":[{\"state\":{\"waiting\":{\"reason\":\"\(reason)\",\"message\":\"why\"}}}]}"
    }

    @Test func theStateOfAPodIsReadFromItsStatus() {
        #expect(status("{\"phase\":\"Pending\"}") == .pending("Pending"))
        #expect(
            status(
                "{\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"status\":\"False\",\"reason\":\"Unschedulable\",\"message\":\"0/3\"}]}"
            ) == .pending("Unschedulable: 0/3")
        )
        #expect(status(waiting("ContainerCreating")) == .pending("ContainerCreating: why"))
        for reason in ["ErrImagePull", "ImagePullBackOff", "InvalidImageName"] {
            #expect(status(waiting(reason)) == .imageRefused("\(reason): why"))
        }
        #expect(status(waiting("CreateContainerError")) == .failed("CreateContainerError: why"))
        #expect(
            status("{\"phase\":\"Running\",\"containerStatuses\":[{\"state\":{\"running\":{}}}]}") == .running
        )
        #expect(status("{\"phase\":\"Failed\",\"reason\":\"OutOfpods\"}") == .ended("OutOfpods"))
        #expect(
            status(
                "{\"phase\":\"Failed\",\"containerStatuses\":[{\"state\":{\"terminated\":{\"reason\":\"StartError\"}}}]}"
            ) == .ended("StartError")
        )
        for text in ["", "{}", "[]", "{\"kind\":\"List\"}", "{\"kind\":\"Pod\"}"] {
            #expect(PodStatus(printed: Array(text.utf8)) == nil)
        }
        let leaving = "{\"kind\":\"Pod\",\"metadata\":{\"deletionTimestamp\":\"x\"},\"status\":{\"phase\":\"Running\"}}"
        #expect(PodStatus(printed: Array(leaving.utf8))?.state == .leaving)
    }

    @Test func theDigestIsWhatFollowsTheName() {
        func digest(_ id: String) -> String? {
            let text =
                "{\"kind\":\"Pod\",\"status\":{\"containerStatuses\":[{\"imageID\":\"\(id)\",\"state\":{}}]}}"
            return PodStatus(printed: Array(text.utf8))?.digest
        }
        let known = "sha256:" + String(repeating: "ab", count: 32)
        #expect(digest("gcr.io/a/b@" + known) == known && digest(known) == known)
        for other in [
            "", "gcr.io/a/b:1", known + "0", String(known.dropLast()), "sha256:" + String(repeating: "x", count: 64),
        ] {
            #expect(digest(other) == nil, "\(other)")
        }
    }
}
