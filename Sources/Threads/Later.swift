import Dispatch

/// Something short that is done at a later moment; one thread serves all of them.
package enum Later {
    private static let queue = DispatchQueue(label: "later")

    package static func start(milliseconds: Int, _ body: @escaping @Sendable () -> Void) {
        queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds), execute: body)
    }
}
