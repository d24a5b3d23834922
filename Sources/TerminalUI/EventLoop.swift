import Glibc
import Wizard

/// Waits for keys, signals and other threads; hands each on, and draws once when all of them are handled.
///
/// Runs on the thread that calls `run`, which is the only one that draws.
package final class EventLoop<Custom: Sendable> {
    /// For other threads.
    package let sink: EventSink<Custom>
    private let display: any Display
    private let delays: PendingDelays
    private var decoder = KeyDecoder()
    private var drawn: Screen?
    private var timer: ContinuousClock.Instant?
    private var pendingSince = ContinuousClock.now
    private var end: LoopEnd?

    /// - Parameter environment: `ESCDELAY`, and whether the session runs over ssh.
    package init(display: any Display, environment: [String: String]) throws(TerminalError) {
        self.display = display
        delays = PendingDelays(environment: environment)
        sink = try EventSink()
    }

    /// - Parameters:
    ///   - handle: is told of everything, first of the size.
    ///   - screen: what to show now; an equal screen is not drawn again.
    ///   - afterDraw: runs when the screen is up to date, for work that need not hold up a key.
    package func run(
        _ handle: (TerminalEvent<Custom>) -> LoopDecision,
        screen: () -> Screen,
        afterDraw: () -> Void = {}
    ) -> LoopEnd {
        deliver(.resized(display.size), handle)
        while true {
            if let end { return end }
            let next = screen()
            if next != drawn {
                display.draw(next)
                drawn = next
            }
            afterDraw()
            drain(handle)
        }
    }

    private func deliver(_ event: TerminalEvent<Custom>, _ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        guard end == nil else { return }
        switch handle(event) {
        case .stay: break
        case .wake(let milliseconds): timer = .now + .milliseconds(milliseconds)
        case .suspend: suspend(handle)
        case .redraw: resize(handle)
        case .leave: end = .left
        }
        if case .terminated(let signal) = event { end = .terminated(signal: signal) }
    }

    /// Waits until something happens, and handles all that is there.
    private func drain(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        var sources = [display.input, sink.wake, display.signals].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let ready = poll(&sources, nfds_t(sources.count), timeout())
        if ready > 0 {
            if sources[2].revents != 0 { readSignals(handle) }
            if sources[0].revents != 0 { readKeys(handle) }
            if sources[1].revents != 0 { sink.takeAll().forEach { deliver(.custom($0), handle) } }
        }
        let now = ContinuousClock.now
        if let delay = delays[decoder.pending], now >= pendingSince + delay {
            decoder.flush().forEach { deliver(key: $0, handle) }
        }
        if let due = timer, now >= due {
            timer = nil
            deliver(.timer, handle)
        }
    }

    /// Milliseconds to the next thing that happens by itself; −1 for never.
    private func timeout() -> Int32 {
        let due = [timer, delays[decoder.pending].map { pendingSince + $0 }].compactMap(\.self).min()
        guard let due else { return -1 }
        let left = (due - .now).components
        // Rounded up: waking too early means waking twice.
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
        return Int32(clamping: max(0, milliseconds))
    }

    private func readKeys(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        var bytes = [UInt8](repeating: 0, count: 16384)
        let count = read(display.input, &bytes, bytes.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        guard count > 0 else {
            deliver(.terminated(signal: SIGHUP), handle)
            return
        }
        pendingSince = .now
        decoder.feed(bytes[..<count]).forEach { deliver(key: $0, handle) }
    }

    private func deliver(key: Key, _ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        switch key {
        case .control("c"): deliver(.interrupted, handle)
        default: deliver(.key(key), handle)
        }
    }

    private func readSignals(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(display.signals, &bytes, bytes.count)
        guard count > 0 else { return }
        let seen = Set(bytes[..<count].map { Int32($0) })
        if seen.contains(SIGWINCH) { resize(handle) }
        if seen.contains(SIGINT) { deliver(.interrupted, handle) }
        for signal in [SIGTERM, SIGHUP, SIGQUIT] where seen.contains(signal) {
            deliver(.terminated(signal: signal), handle)
        }
        if seen.contains(SIGTSTP) {
            suspend(handle)
        } else if seen.contains(SIGCONT) {
            display.comeBack()
            isBack(handle)
        }
    }

    private func resize(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        display.resize()
        drawn = nil
        deliver(.resized(display.size), handle)
    }

    /// Ctrl-Z is no key of this loop: whoever types wants it for undo. SIGTSTP from outside stops as always.
    private func suspend(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        guard end == nil else { return }
        display.suspend()
        isBack(handle)
    }

    private func isBack(_ handle: (TerminalEvent<Custom>) -> LoopDecision) {
        drawn = nil
        deliver(.resumed, handle)
        deliver(.resized(display.size), handle)
    }
}
