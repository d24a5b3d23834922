import Dispatch

/// Work that computes and never waits: as much of it at a time as there are cores.
package enum Cores {
    package static func start(_ body: @escaping @Sendable () -> Void) { DispatchQueue.global().async(execute: body) }
}
