import Dispatch

/// Signals that are told to somebody, on another thread, until it is cancelled. Whoever watches has them ignored besides.
package struct SignalWatch {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter action: is told the signal's number; it may take its time, other signals come meanwhile.
    package init(_ signals: [Int32], action: @escaping @Sendable (_ signal: Int32) -> Void) {
        sources = signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { action(number) }
            source.resume()
            return source
        }
    }

    package func cancel() { for source in sources { source.cancel() } }
}
