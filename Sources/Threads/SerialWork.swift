import Dispatch

/// Work that is done one after the other, in the order in which it came, on a thread of its own.
package struct SerialWork: Sendable {
    private let queue: DispatchQueue

    /// - Parameter name: of the thread, for a debugger.
    package init(_ name: String) { queue = DispatchQueue(label: name) }

    package func start(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }

    /// Until all that was started before has ended.
    /// - Returns: `false` when the time was over first.
    package func wait(seconds: Int) -> Bool {
        let group = DispatchGroup()
        queue.async(group: group) {}
        return group.wait(timeout: .now() + .seconds(seconds)) == .success
    }
}
