import Glibc
import Synchronization

/// Lines on standard error while something works: drawn over themselves on a terminal; a log gets them one after the other.
final class LiveLines: Sendable {
    /// Standard error is a terminal on which the cursor can be moved.
    static let isPossible = isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")

    let isLive: Bool
    /// Lines that stand there.
    private let drawn = Mutex(0)

    init(isLive: Bool = LiveLines.isPossible) { self.isLive = isLive }

    /// In the place of those that stand there.
    func show(_ lines: [String]) {
        drawn.withLock { drawn in
            Self.clear(&drawn)
            Console.error(lines.joined(separator: "\n"))
            if isLive { drawn = lines.count }
        }
    }

    /// A line that stays, above those that are drawn.
    func say(_ text: String) {
        drawn.withLock { drawn in
            Self.clear(&drawn)
            Console.error(text)
        }
    }

    func clear() { drawn.withLock { Self.clear(&$0) } }

    private static func clear(_ drawn: inout Int) {
        if drawn > 0 { Console.steer("\u{1B}[\(drawn)A\r\u{1B}[J") }
        drawn = 0
    }

    /// Of the terminal; 80 and 24 where it does not say.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
