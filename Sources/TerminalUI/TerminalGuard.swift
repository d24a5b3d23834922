import CNcurses
import Glibc

/// The promise that the terminal is put back: at `close`, at `exit()`, on a fatal signal.
///
/// One per process, on the main thread. Signals that end or stop other programs become bytes in a pipe instead.
final class TerminalGuard {
    /// Readable when signals arrived, one byte each.
    let signals: Int32
    private let fd: Int32
    /// Modes of ours that curses knows nothing of.
    private var enter: [UInt8]
    private var leave: [UInt8]
    private let leaveScreen: [UInt8]
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    /// - Parameter leaveScreen: what puts the terminal's own screen, cursor and attributes back, without padding.
    init(fd: Int32, leaveScreen: [UInt8], mouse: Bool) throws(TerminalError) {
        var modes = termios()
        guard tcgetattr(fd, &modes) == 0 else { throw .system(operation: "tcgetattr", errno: errno) }
        // Bracketed paste; the mouse only if wanted, because it takes copying text away from the terminal.
        enter = Array(("\u{1B}[?2004h" + (mouse ? Self.mouseOn : "")).utf8)
        leave = Array(((mouse ? Self.mouseOff : "") + "\u{1B}[?2004l").utf8)
        self.leaveScreen = leaveScreen
        self.fd = fd
        let everything = leave + leaveScreen
        everything.withUnsafeBytes { bytes in
            mir_guard_arm(fd, &modes, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        signals = mir_guard_signals()
        guard signals >= 0 else {
            mir_guard_restore()
            throw .system(operation: "pipe2", errno: errno)
        }
        // What a library prints there would be torn up by the screen and gone with it.
        guard mir_guard_capture_stderr() == 0 else {
            mir_guard_restore()
            throw .system(operation: "memfd_create", errno: errno)
        }
    }

    /// From now on, and off again whatever ends the process.
    func useMouse(_ uses: Bool) {
        enter = Array(("\u{1B}[?2004h" + (uses ? Self.mouseOn : "")).utf8)
        leave = Array(((uses ? Self.mouseOff : "") + "\u{1B}[?2004l").utf8)
        // Before it is on, and after it is off.
        if !uses { send(Array(Self.mouseOff.utf8)) }
        (leave + leaveScreen).withUnsafeBytes { bytes in
            mir_guard_leaving(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        if uses { send(Array(Self.mouseOn.utf8)) }
    }

    /// Call when curses shows its screen.
    func screenShown() {
        mir_guard_showing(1)
        send(enter)
    }

    /// Call before curses leaves its screen.
    func screenLeaves() {
        send(leave)
        mir_guard_showing(0)
    }

    /// Stops the whole job as Ctrl-Z does everywhere else; returns when it goes on.
    func stop() { mir_guard_stop() }

    /// Another program has the terminal meanwhile.
    func lend(_ lends: Bool) { mir_guard_lend(lends ? 1 : 0) }

    func restore() { mir_guard_restore() }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            // The terminal is gone: the read that follows says so.
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
