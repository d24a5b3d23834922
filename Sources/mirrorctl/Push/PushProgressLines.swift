import Dispatch
import Glibc
import MirrorCore
import MirrorSystem
import Synchronization

/// Shows a push on standard error while it runs: a block that is drawn over itself on a terminal, else a line now and then.
final class PushProgressLines: Sendable {
    private struct State: Sendable {
        var statistics: PushStatistics
        var images: [PushImage]
        var rate = PushRate()
        var drawn = 0
        var isOver = false
    }

    private let head: String
    private let source: PackageSource?
    private let isLive: Bool
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "progress")

    /// - Parameter isJSON: events go to standard output; a block between them on the same terminal would be of no use.
    init(head: String, images: [PushImage], source: PackageSource? = nil, isJSON: Bool) {
        self.head = head
        self.source = source
        isLive =
            isatty(STDERR_FILENO) == 1 && !(isJSON && isatty(STDOUT_FILENO) == 1)
            && !["", "dumb"].contains(environment["TERM"] ?? "")
        state = Mutex(State(statistics: PushStatistics(images), images: images))
    }

    var statistics: PushStatistics { state.withLock { $0.statistics } }

    /// Those of the package that are known by now.
    var images: [PushImage] { state.withLock { $0.images } }

    func take(_ event: PushEvent) {
        state.withLock { state in
            if case .found(_, let image) = event { state.images.append(image) }
            state.statistics.take(event)
        }
    }

    /// Draws until `end`.
    func begin() { schedule() }

    func end() {
        queue.sync {
            state.withLock { $0.isOver = true }
            if isLive { draw() }
        }
    }

    /// A line of its own, above the block.
    func say(_ text: String) {
        queue.sync {
            clear()
            Console.error(text)
        }
    }

    private func schedule() {
        queue.asyncAfter(deadline: .now() + (isLive ? .milliseconds(250) : .seconds(5))) { [weak self] in
            guard let self, !state.withLock({ $0.isOver }) else { return }
            draw()
            schedule()
        }
    }

    private func draw() {
        let lines = lines
        guard isLive else { return Console.error(lines.line) }
        var size = winsize()
        let hasSize = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let block = lines.block(columns: hasSize ? Int(size.ws_col) : 80, rows: hasSize ? Int(size.ws_row) : 24)
        clear()
        Console.error(block.joined(separator: "\n"))
        state.withLock { $0.drawn = block.count }
    }

    private func clear() {
        let drawn = state.withLock { state in
            defer { state.drawn = 0 }
            return state.drawn
        }
        if drawn > 0 { Console.steer("\u{1B}[\(drawn)A\r\u{1B}[J") }
    }

    private var lines: PushLines {
        state.withLock { state in
            state.rate.add(state.statistics.acknowledged)
            return PushLines(
                head: head,
                images: state.images.map(\.name),
                statistics: state.statistics,
                bytesPerSecond: state.rate.bytesPerSecond,
                packagePercent: state.statistics.isTotalKnown ? nil : source?.percentRead
            )
        }
    }
}
