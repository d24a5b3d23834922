import Diagnosis
import Synchronization
import Threads

/// What a node sends while it is asked: bounded, and cut off early when no report begins.
final class NodeReportIntake: Sendable {
    /// A node has sent more than it may: whoever reads has to end it.
    let isFull = Cancellation()
    /// Greetings before a report are no longer.
    private static let noiseLimit = 256 << 10
    private static let errorLimit = 64 << 10
    private let state = Mutex<State>(State())

    private struct State {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var hasBegun = false
    }

    func add(_ bytes: [UInt8], to channel: ChildProcess.Channel) {
        let isTooMuch = state.withLock { state -> Bool in
            guard channel == .output else {
                state.errors += bytes
                state.errors.removeFirst(max(0, state.errors.count - Self.errorLimit))
                return false
            }
            guard state.output.count + bytes.count <= NodeReportParser.limit else { return true }
            state.output += bytes
            if !state.hasBegun { state.hasBegun = NodeReportParser.hasBeginning(state.output.prefix(Self.noiseLimit)) }
            return !state.hasBegun && state.output.count > Self.noiseLimit
        }
        if isTooMuch { isFull.cancel() }
    }

    /// Gives away what there is.
    func taken() -> (output: [UInt8], errors: [UInt8]) {
        state.withLock { state -> (output: [UInt8], errors: [UInt8]) in
            let result = (state.output, state.errors)
            state.output = []
            return result
        }
    }
}
