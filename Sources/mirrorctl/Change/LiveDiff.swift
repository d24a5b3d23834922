import ArgumentParser
import MirrorCore
import MirrorSystem

/// `diff` against the running cluster: the file's mirrors, changed or as they are, beside those the nodes have now.
struct LiveDiff {
    let planned: PlannedChange
    let live: LiveCluster
    private let comparison: LiveComparison

    /// - Parameters:
    ///   - saved: an answer of `kubectl get cluster … -o yaml`, `-` for standard input.
    ///   - kubeconfig: of the managing cluster; kubectl is run then.
    init(_ planned: PlannedChange, saved: String?, kubeconfig: String?) throws {
        self.planned = planned
        let cluster = planned.file.config.cluster
        let name = cluster.flatMap { $0.name.isEmpty ? nil : $0.name }
        do {
            if let saved {
                let bytes = try saved == "-" ? Files.readStandardInput() : Files.read(saved)
                live = try LiveCluster(kubectl: bytes, name: name)
            } else {
                guard let name else { throw Console.fail(Phrase("live.noName"), .dataError) }
                let namespace = cluster.flatMap { $0.namespace.isEmpty ? nil : $0.namespace }
                live = try Kubectl(kubeconfig: kubeconfig ?? "")
                    .cluster(name, namespace: namespace, withNodePools: true)
            }
        } catch let error as LiveClusterError {
            throw Console.fail(error.problem, fix: error.fix, .dataError)
        } catch let error as KubectlError {
            throw Console.fail(error.problem, fix: error.fix, .unavailable)
        }
        comparison = LiveComparison(
            running: live.registryMirrors,
            file: planned.intended,
            at: planned.placement.place
        )
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
