import Dispatch
import Synchronization

/// Threads for work that blocks: each its own, since one that waits must not take one of the few that all share.
package struct ThreadGroup: Sendable {
    private let group = DispatchGroup()
    private let name: String

    /// - Parameter name: of the threads, for a debugger.
    package init(_ name: String) { self.name = name }

    /// - Parameter body: on a new thread.
    package func start(_ body: @escaping @Sendable () -> Void) {
        // A serial queue has a thread of its own.
        DispatchQueue(label: name).async(group: group, execute: body)
    }

    /// Until all that was started has ended.
    package func wait() { group.wait() }

    /// Work without anybody who waits for its end.
    package static func start(_ name: String, _ body: @escaping @Sendable () -> Void) { ThreadGroup(name).start(body) }

    package static func each(
        _ count: Int,
        _ name: String,
        threads: Int,
        while goesOn: @escaping @Sendable () -> Bool = { true },
        body: @escaping @Sendable (Int) -> Void
    ) {
        each(count, name, threads: threads, while: goesOn, worker: {}, body: { _, number in body(number) })
    }

    /// Each number below `count` once, on `threads` of them, until `goesOn` says no.
    ///
    /// - Parameter worker: made once on each thread, for what its turns share.
    package static func each<Worker>(
        _ count: Int,
        _ name: String,
        threads: Int,
        while goesOn: @escaping @Sendable () -> Bool = { true },
        worker: @escaping @Sendable () -> Worker,
        body: @escaping @Sendable (Worker, Int) -> Void
    ) {
        let group = ThreadGroup(name)
        let next = Counter()
        for _ in 0..<max(0, min(threads, count)) {
            group.start {
                let worker = worker()
                while goesOn() {
                    let number = next.take()
                    guard number < count else { return }
                    body(worker, number)
                }
            }
        }
        group.wait()
    }
}

private final class Counter: Sendable {
    private let next = Atomic<Int>(0)

    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}
