import Diagnosis
import MirrorCore
import MirrorSystem
import Texts
import Threads

/// `diff` against the running cluster: the file's mirrors, changed or as they are, beside those the nodes have now.
package struct LiveDiff: Sendable {
    package let planned: PlannedChange
    package let live: LiveCluster
    private let comparison: LiveComparison

    package init(_ planned: PlannedChange, live: LiveCluster) {
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
    package init(
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

    package var isSame: Bool { comparison.isSame }

    /// The cluster's own node pools where the answer holds them, else the file's.
    package var consequence: ChangeConsequence {
        let config = live.config.nodePools.isEmpty ? planned.file.config : live.config
        return comparison.consequence(config.nodeGroups)
    }

    package var concerns: [EditConcern] {
        var edit = planned.judged.edit
        edit.live = live.registryMirrors
        return edit.concerns
    }

    package var change: FileChange { comparison.change(path: planned.change.path) }
}
