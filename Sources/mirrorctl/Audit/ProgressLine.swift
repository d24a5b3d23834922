import MirrorCore
import Synchronization
import Threads

/// One line on standard error while something works: drawn over itself on a terminal, else one now and then.
final class ProgressLine: Sendable {
    private let lines = LiveLines()
    private let line = Mutex<(@Sendable () -> String)?>(nil)
    private let thread = ThreadGroup("progress")
    private let isOver = Cancellation()

    /// What to show from now on.
    func show(_ line: @escaping @Sendable () -> String) { self.line.withLock { $0 = line } }

    /// Draws until `end`.
    func begin() {
        thread.start { [self] in
            while isOver.sleep(milliseconds: lines.isLive ? 250 : 5000) {
                if let line = line.withLock({ $0 }) { lines.show([line()]) }
            }
        }
    }

    func end() {
        isOver.cancel()
        thread.wait()
        lines.clear()
    }
}
