import ArgumentParser
import Diagnosis
import MirrorCore
import MirrorSystem
import Texts

/// `diff` against the running cluster: the file's mirrors, changed or as they are, beside those the nodes have now.
struct LiveDiff {
    let planned: PlannedChange
    let live: LiveCluster
    private let comparison: LiveComparison

    init(_ planned: PlannedChange, live: LiveCluster) {
        self.planned = planned
        self.live = live
        comparison = LiveComparison(
            running: live.registryMirrors,
            file: planned.intended,
            at: planned.placement.place
        )
    }

    /// - Parameters:
    ///   - saved: an answer of `kubectl get cluster … -o yaml`.
    ///   - kubeconfig: of the managing cluster; kubectl is run where there is no saved answer.
    init(
        _ planned: PlannedChange,
        saved: [UInt8]?,
        kubeconfig: String,
        cancellation: Cancellation = Cancellation()
    ) throws(Refusal) {
        let cluster = planned.file.config.cluster
        let name = cluster.flatMap { $0.name.isEmpty ? nil : $0.name }
        if let saved {
            do throws(LiveClusterError) {
                self.init(planned, live: try LiveCluster(kubectl: saved, name: name))
            } catch {
                throw Refusal(error)
            }
            return
        }
        guard let name else { throw Refusal(Phrase("live.noName"), .dataError) }
        guard cluster?.hasUsableName == true else {
            throw Refusal(Phrase("cluster.unusableName", ["name": name]), .dataError)
        }
        let namespace = cluster.flatMap { $0.namespace.isEmpty ? nil : $0.namespace }
        do throws(KubectlError) {
            let kubectl = Kubectl(kubeconfig: kubeconfig)
            let live = try kubectl.cluster(
                name,
                namespace: namespace,
                withNodePools: true,
                cancellation: cancellation
            )
            self.init(planned, live: live)
        } catch {
            throw Refusal(error)
        }
    }

    var isSame: Bool { comparison.isSame }

    /// The cluster's own node pools where the answer holds them, else the file's.
    var consequence: ChangeConsequence {
        let config = live.config.nodePools.isEmpty ? planned.file.config : live.config
        return comparison.consequence(config.nodeGroups)
    }

    var concerns: [EditConcern] {
        IntendedEdit(
            config: planned.file.config,
            place: planned.placement.place,
            operation: planned.operation,
            mirrors: planned.mirrors,
            live: live.registryMirrors,
            pathFacts: planned.pathFacts
        ).concerns
    }

    var change: FileChange { comparison.change(path: planned.change.path) }

    var text: String {
        let name = texts("live.name", ["name": live.config.cluster?.name ?? ""])
        let diff = DiffText(change.diff(), from: name, to: planned.change.path, hasColor: Console.hasColor).text
        let meaning = ConsequenceText(consequence: consequence, hasColor: Console.hasColor).text
        return diff + (meaning.isEmpty ? "" : "\n" + meaning)
    }
}
