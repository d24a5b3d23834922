import Diagnosis
import Synchronization
import Threads

/// Asks many nodes, some at a time, each with its own deadline. A node that cannot be asked is a result, not an end.
package struct NodeFleet: Sendable {
    package let parallel: Int

    package init(parallel: Int) { self.parallel = max(1, parallel) }

    /// - Parameter ask: one node, on a thread of its own.
    /// - Parameter each: after every node, from other threads, one call at a time, with the nodes done so far.
    /// - Returns: in the order of the targets; `nil` for those that a cancellation left out.
    package func collect<Target: Sendable>(
        _ targets: [Target],
        named name: @escaping @Sendable (Target) -> String,
        cancellation: Cancellation = Cancellation(),
        ask: @escaping @Sendable (Target) -> NodeInspection.Outcome,
        each: @escaping @Sendable (Int, NodeInspection) -> Void
    ) -> [NodeInspection?] {
        let results = Mutex([NodeInspection?](repeating: nil, count: targets.count))
        let progress = Mutex(0)
        ThreadGroup.each(targets.count, "node", threads: parallel, while: { !cancellation.isCancelled }) { index in
            let outcome = ask(targets[index])
            guard !cancellation.isCancelled else { return }
            let inspection = NodeInspection(target: name(targets[index]), outcome: outcome, isFresh: true)
            results.withLock { $0[index] = inspection }
            progress.withLock { done in
                done += 1
                each(done, inspection)
            }
        }
        return results.withLock { $0 }
    }

    /// Over SSH.
    /// - Parameter hasOwn: a node whose address is this machine's own is asked without it.
    package func collect(
        _ targets: [SSHTarget],
        with collector: NodeCollector,
        hasOwn: Bool = false,
        cancellation: Cancellation = Cancellation(),
        each: @escaping @Sendable (Int, NodeInspection) -> Void
    ) -> [NodeInspection?] {
        collect(
            targets,
            named: { $0.host },
            cancellation: cancellation,
            ask: { collector.collect(hasOwn && $0.isThisMachine ? nil : $0, cancellation: cancellation) },
            each: each
        )
    }
}
