import Dispatch
import Glibc
import MirrorCore
import Synchronization

/// One line on standard error while something works: drawn over itself on a terminal, else one now and then.
final class ProgressLine: Sendable {
    private struct State {
        var line: (@Sendable () -> String)?
        var drawn = false
        var isOver = false
    }

    private let isLive = isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "progress")

    /// What to show from now on.
    func show(_ line: @escaping @Sendable () -> String) { state.withLock { $0.line = line } }

    /// Draws until `end`.
    func begin() { schedule() }

    func end() {
        queue.sync {
            state.withLock { $0.isOver = true }
            clear()
        }
    }

    private func schedule() {
        queue.asyncAfter(deadline: .now() + (isLive ? .milliseconds(250) : .seconds(5))) { [weak self] in
            guard let self, !state.withLock({ $0.isOver }) else { return }
            if let line = state.withLock({ $0.line }) {
                clear()
                Console.error(line())
                state.withLock { $0.drawn = isLive }
            }
            schedule()
        }
    }

    private func clear() {
        let drawn = state.withLock { state in
            defer { state.drawn = false }
            return state.drawn
        }
        if drawn { Console.steer("\u{1B}[1A\r\u{1B}[J") }
    }
}
