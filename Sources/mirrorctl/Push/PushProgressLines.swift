import Glibc
import MirrorSystem
import Operations
import Synchronization

/// Shows a push on standard error while it runs: a block that is drawn over itself on a terminal, else a line now and then.
final class PushProgressLines: Sendable {
    private let head: String
    private let isLive: Bool
    /// Lines of the block that stand there.
    private let drawn = Mutex(0)

    /// - Parameter isJSON: events go to standard output; a block between them on the same terminal would be of no use.
    init(head: String, isJSON: Bool) {
        self.head = head
        isLive =
            isatty(STDERR_FILENO) == 1 && !(isJSON && isatty(STDOUT_FILENO) == 1)
            && !["", "dumb"].contains(environment["TERM"] ?? "")
    }

    /// How often it is worth showing.
    var interval: Duration { isLive ? .milliseconds(250) : .seconds(5) }

    /// The result says how it ended; a log needs no line for it.
    func show(_ sample: PushSample) {
        guard isLive ? sample.moment != .begin : sample.moment == .between else { return }
        let lines = PushLines(
            head: head,
            images: sample.images.map(\.name),
            statistics: sample.statistics,
            bytesPerSecond: sample.bytesPerSecond,
            packagePercent: sample.packagePercent
        )
        guard isLive else { return Console.error(lines.line) }
        var size = winsize()
        let hasSize = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let block = lines.block(columns: hasSize ? Int(size.ws_col) : 80, rows: hasSize ? Int(size.ws_row) : 24)
        drawn.withLock { drawn in
            Self.clear(&drawn)
            Console.error(block.joined(separator: "\n"))
            drawn = block.count
        }
    }

    /// A line of its own, above the block.
    func say(_ text: String) {
        drawn.withLock { drawn in
            Self.clear(&drawn)
            Console.error(text)
        }
    }

    private static func clear(_ drawn: inout Int) {
        if drawn > 0 { Console.steer("\u{1B}[\(drawn)A\r\u{1B}[J") }
        drawn = 0
    }
}
