import Glibc
import MirrorSystem
import Operations
import Wizard

/// Shows a push on standard error while it runs: a block that is drawn over itself on a terminal, else a line now and then.
final class PushProgressLines: Sendable {
    private let head: String
    private let lines: LiveLines

    /// - Parameter hasEvents: they go to standard output; a block between them on the same terminal would be of no use.
    init(head: String, hasEvents: Bool) {
        self.head = head
        lines = LiveLines(isLive: LiveLines.isPossible && !(hasEvents && isatty(STDOUT_FILENO) == 1))
    }

    /// How often it is worth showing.
    var interval: Duration { lines.isLive ? .milliseconds(250) : .seconds(5) }

    /// The result says how it ended; a log needs no line for it.
    func show(_ sample: PushSample) {
        guard lines.isLive ? sample.moment != .begin : sample.moment == .between else { return }
        show(PushProgress(sample))
    }

    func show(_ progress: PushProgress) {
        let text = PushLines(head: head, progress: progress)
        let size = LiveLines.size
        lines.show(lines.isLive ? text.block(columns: size.columns, rows: size.rows) : [text.line])
    }

    /// A line of its own, above the block.
    func say(_ text: String) { lines.say(text) }

    func clear() { lines.clear() }
}
