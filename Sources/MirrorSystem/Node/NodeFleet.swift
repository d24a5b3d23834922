import Dispatch
import MirrorCore
import Synchronization

/// Asks many nodes, some at a time, each with its own deadline. A node that cannot be asked is a result, not an end.
package struct NodeFleet: Sendable {
    package let collector: NodeCollector
    package let parallel: Int

    package init(collector: NodeCollector, parallel: Int) {
        self.collector = collector
        self.parallel = max(1, parallel)
    }

    /// - Parameter hasOwn: a node whose address is this machine's own is asked without SSH.
    /// - Parameter each: after every node, from other threads, one call at a time, with the nodes done so far.
    /// - Returns: in the order of the targets; `nil` for those that a cancellation left out.
    package func collect(
        _ targets: [SSHTarget],
        hasOwn: Bool = false,
        cancellation: Cancellation = Cancellation(),
        each: @escaping @Sendable (Int, NodeInspection) -> Void
    ) -> [NodeInspection?] {
        let results = Mutex([NodeInspection?](repeating: nil, count: targets.count))
        let progress = Mutex(0)
        let next = Atomic(0)
        let group = DispatchGroup()
        for _ in 0..<min(parallel, targets.count) {
            // A queue of its own: who waits for a node must not take one of a few shared threads.
            DispatchQueue(label: "node").async(group: group) {
                while !cancellation.isCancelled {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < targets.count else { return }
                    let target = hasOwn && targets[index].isThisMachine ? nil : targets[index]
                    let outcome = collector.collect(target, cancellation: cancellation)
                    guard !cancellation.isCancelled else { return }
                    let inspection = NodeInspection(target: targets[index].host, outcome: outcome, isFresh: true)
                    results.withLock { $0[index] = inspection }
                    progress.withLock { done in
                        done += 1
                        each(done, inspection)
                    }
                }
            }
        }
        group.wait()
        return results.withLock { $0 }
    }
}
