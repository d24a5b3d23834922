import Glibc
import MirrorCore
import Synchronization
import Texts
import Wizard

/// What is being done, in one line of standard error: drawn over itself on a terminal, else said when it is another thing.
final class StageLine: Sendable {
    private struct State: Sendable {
        var isDrawn = false
        var key = ""
        var last: ContinuousClock.Instant?
    }

    private let isLive = isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")
    private let state = Mutex(State())

    func show(_ phrase: Phrase) {
        state.withLock { state in
            let isNew = phrase.key != state.key
            guard isLive ? isNew || state.last.map({ $0.duration(to: .now) > .milliseconds(200) }) ?? true : isNew
            else {
                return
            }
            if isLive, state.isDrawn { Console.steer("\u{1B}[1A\r\u{1B}[J") }
            Console.error(isLive ? Self.fitting(texts(phrase)) : texts(phrase))
            state = State(isDrawn: true, key: phrase.key, last: .now)
        }
    }

    /// Takes the line away from a terminal.
    func clear() {
        state.withLock { state in
            if isLive, state.isDrawn { Console.steer("\u{1B}[1A\r\u{1B}[J") }
            state = State()
        }
    }

    private static func fitting(_ text: String) -> String {
        var line = text
        while !line.isEmpty, DisplayWidth.of(line) >= columns { line.removeLast() }
        return line
    }

    private static var columns: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
