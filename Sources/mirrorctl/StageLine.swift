import MirrorCore
import Synchronization
import Texts
import Wizard

/// What is being done, in one line of standard error: drawn over itself on a terminal, else said when it is another thing.
final class StageLine: Sendable {
    private struct State: Sendable {
        var key = ""
        var last: ContinuousClock.Instant?
    }

    private let lines = LiveLines()
    private let state = Mutex(State())

    func show(_ phrase: Phrase) {
        state.withLock { state in
            let isDue = lines.isLive && state.last.map { $0.duration(to: .now) > .milliseconds(200) } ?? true
            guard phrase.key != state.key || isDue else { return }
            lines.show([
                lines.isLive ? fittingWithDots(texts(phrase), width: LiveLines.size.columns - 1) : texts(phrase)
            ])
            state = State(key: phrase.key, last: .now)
        }
    }

    /// Takes the line away from a terminal.
    func clear() {
        state.withLock { $0 = State() }
        lines.clear()
    }
}
