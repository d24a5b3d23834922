import CNcurses
import Dispatch
import Glibc
import Testing
import Wizard

@testable import TerminalUI

/// A terminal of two pipes.
private final class PipeDisplay: Display {
    let input: Int32
    let signals: Int32
    let keyboard: Int32
    let kernel: Int32
    var size = Size(columns: 80, rows: 24)
    var drawn: [String] = []
    var suspensions = 0
    var returns = 0

    init() throws {
        var keys: [Int32] = [-1, -1]
        var bytes: [Int32] = [-1, -1]
        try #require(mir_pipe(&keys) == 0 && mir_pipe(&bytes) == 0)
        (input, keyboard, signals, kernel) = (keys[0], keys[1], bytes[0], bytes[1])
    }

    deinit { [input, keyboard, signals, kernel].forEach { close($0) } }

    func draw(_ screen: Screen) { drawn.append(screen.line(0)) }
    func resize() { size = Size(columns: 120, rows: 40) }
    func suspend() { suspensions += 1 }
    func comeBack() { returns += 1 }

    func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) } }
    func signal(_ number: Int32) {
        var byte = UInt8(number)
        _ = write(kernel, &byte, 1)
    }
}

@Suite struct EventLoopTests {
    typealias Event = TerminalEvent<Int>

    private func loop(_ display: PipeDisplay) throws -> EventLoop<Int> {
        try EventLoop(display: display, environment: [:])
    }

    /// Runs until `leave` says so; what came, and how it ended.
    private func run(
        _ loop: EventLoop<Int>,
        _ display: PipeDisplay,
        until leave: (Event) -> Bool,
        onEvent: (Event) -> LoopDecision = { _ in .stay }
    ) -> (events: [Event], end: LoopEnd) {
        var events: [Event] = []
        let end = loop.run(
            { event in
                events.append(event)
                let decision = onEvent(event)
                return leave(event) ? .leave : decision
            },
            screen: {
                var screen = Screen(size: display.size)
                screen.put("\(events.count) events", row: 0, column: 0, style: .text)
                return screen
            }
        )
        return (events, end)
    }

    @Test func handsOnKeysAndDrawsOncePerDrain() throws {
        let display = try PipeDisplay()
        display.type("ab\u{1B}[Aq")
        let (events, end) = run(try loop(display), display, until: { $0 == .key(.character("q")) })
        #expect(
            events == [
                .resized(display.size), .key(.character("a")), .key(.character("b")), .key(.up), .key(.character("q")),
            ]
        )
        #expect(end == .left)
        #expect(display.drawn == ["1 events"])
    }

    @Test func anEqualScreenIsNotDrawnAgain() throws {
        let display = try PipeDisplay()
        let loop = try loop(display)
        loop.sink.post(1)
        var seen = 0
        _ = loop.run(
            { event in
                if case .custom = event {
                    seen += 1
                    if seen < 3 { loop.sink.post(seen + 1) }
                }
                return seen == 3 ? .leave : .stay
            },
            screen: { Screen(size: display.size) }
        )
        #expect(display.drawn.count == 1)
    }

    @Test func whatNeedNotHoldUpAKeyComesAfterTheScreen() throws {
        let display = try PipeDisplay()
        display.type("aq")
        var order: [String] = []
        _ = try loop(display).run(
            { event in
                order.append("event")
                return event == .key(.character("q")) ? .leave : .stay
            },
            screen: {
                order.append("screen")
                return Screen(size: display.size)
            },
            afterDraw: { order.append("after") }
        )
        #expect(order == ["event", "screen", "after", "event", "event"])
    }

    @Test func valuesOfOtherThreadsArriveInOrder() throws {
        let display = try PipeDisplay()
        let loop = try loop(display)
        let sink = loop.sink
        DispatchQueue.global().async { for value in 1...1000 { sink.post(value) } }
        let (events, _) = run(loop, display, until: { $0 == .custom(1000) })
        #expect(events == [.resized(display.size)] + (1...1000).map { .custom($0) })
    }

    @Test func signalsAreEvents() throws {
        let display = try PipeDisplay()
        display.signal(SIGWINCH)
        display.signal(SIGINT)
        display.signal(SIGTERM)
        let (events, end) = run(try loop(display), display, until: { _ in false })
        #expect(
            events == [
                .resized(Size(columns: 80, rows: 24)), .resized(Size(columns: 120, rows: 40)), .interrupted,
                .terminated(signal: SIGTERM),
            ]
        )
        #expect(end == .terminated(signal: SIGTERM))
    }

    @Test func controlCIsNoKeyAndControlZIs() throws {
        let display = try PipeDisplay()
        display.type("\u{1A}\u{03}")
        let (events, _) = run(try loop(display), display, until: { $0 == .interrupted })
        #expect(events == [.resized(display.size), .key(.control("z")), .interrupted])
        #expect(display.suspensions == 0)
    }

    @Test func theHandlerSuspends() throws {
        let display = try PipeDisplay()
        display.type("\u{1B}s\u{03}")
        let (events, _) = run(
            try loop(display),
            display,
            until: { $0 == .interrupted },
            onEvent: { $0 == .key(.alt("s")) ? .suspend : .stay }
        )
        #expect(events == [.resized(display.size), .key(.alt("s")), .resumed, .resized(display.size), .interrupted])
        #expect(display.suspensions == 1)
    }

    /// Somebody sent SIGSTOP, and the shell changed the modes before SIGCONT.
    @Test func stoppedFromOutsideTheScreenComesBack() throws {
        let display = try PipeDisplay()
        display.signal(SIGCONT)
        let (events, _) = run(try loop(display), display, until: { $0 == .resumed })
        #expect(events == [.resized(display.size), .resumed])
        #expect(display.returns == 1)
    }

    @Test func aLoneEscapeIsAKeyAfterADelay() throws {
        let display = try PipeDisplay()
        display.type("\u{1B}")
        let (events, _) = run(try loop(display), display, until: { $0 == .key(.escape) })
        #expect(events.last == .key(.escape))
    }

    @Test func theTimerRingsOnceAndIsReplaced() throws {
        let display = try PipeDisplay()
        let loop = try loop(display)
        var rings = 0
        let (events, _) = run(
            loop,
            display,
            until: { $0 == .timer && rings == 3 },
            onEvent: { event in
                if event == .timer { rings += 1 }
                return .wake(afterMilliseconds: event == .timer ? 1 : 2)
            }
        )
        #expect(events == [.resized(display.size), .timer, .timer, .timer])
    }

    @Test func aTerminalThatIsGoneEndsTheLoop() throws {
        let display = try PipeDisplay()
        // /dev/null reads as a terminal that hung up does: nothing, at once.
        let null = open("/dev/null", O_RDONLY)
        dup2(null, display.input)
        close(null)
        let (events, end) = run(try loop(display), display, until: { _ in false })
        #expect(events.last == .terminated(signal: SIGHUP))
        #expect(end == .terminated(signal: SIGHUP))
    }

    @Test func theEscapeDelayIsTheEnvironments() {
        #expect(PendingDelays(environment: [:])[.escape] == .milliseconds(25))
        #expect(PendingDelays(environment: ["SSH_TTY": "/dev/pts/1"])[.escape] == .milliseconds(100))
        #expect(PendingDelays(environment: ["ESCDELAY": "60", "SSH_TTY": "x"])[.escape] == .milliseconds(60))
        #expect(PendingDelays(environment: ["ESCDELAY": "-1"])[.escape] == .milliseconds(25))
        #expect(PendingDelays(environment: [:])[.nothing] == nil)
    }
}
