import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import Texts

/// What cannot be shown is not done: standard output is looked at before anything is written elsewhere, and a command
/// whose output was lost ends with 74, whatever else came of it.
enum StandardOutput {
    private struct State {
        var failure: Int32 = 0
        var written: [String] = []
        var whenLost: (@Sendable () -> Void)?
    }

    private static let state = Mutex(State())

    /// Places that a caller closed are taken, or the next file that is opened would get what is printed.
    static func takeClosedPlaces() {
        for (descriptor, flags) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one: those below it are open by now.
            _ = open("/dev/null", flags)
        }
    }

    static func write(_ text: String) { write(Array(text.utf8)) }

    /// Nothing follows what was lost.
    static func write(_ bytes: [UInt8]) {
        guard !isLost else { return }
        let code = Console.write(bytes, to: STDOUT_FILENO)
        if code != 0 { lose(code) }
    }

    static var isLost: Bool { state.withLock { $0.failure != 0 } }

    /// Long work that is of no use without its output ends then.
    static func whenLost(_ action: (@Sendable () -> Void)?) {
        let isLost = state.withLock { state in
            state.whenLost = action
            return state.failure != 0
        }
        if isLost { action?() }
    }

    private static func lose(_ code: Int32) {
        let action = state.withLock { state in
            state.failure = code
            return state.whenLost
        }
        action?()
    }

    /// Something was written, which the sentence at the end has to say.
    static func hasWritten(_ path: String) { state.withLock { $0.written.append(path) } }

    /// Before anything is written: what was to be shown was shown, and what is to be said afterwards will find a place.
    /// - Parameter bytes: room for it, where standard output is a file.
    static func check(room bytes: Int = 4096) throws {
        if !isLost {
            let code = trouble(bytes)
            if code != 0 { lose(code) }
        }
        if isLost { throw ExitStatus.ioError.exit }
    }

    /// The sentence that a lost output is told by; `nil` while there is none.
    static var lostSentence: String? {
        let (failure, written) = state.withLock { ($0.failure, $0.written) }
        guard failure != 0 else { return nil }
        let problem = texts("output.lost", ["reason": reason(failure)])
        if written.isEmpty { return "mirrorctl: \(problem)\n  \(Mark.remedy) \(texts("output.lost.nothing"))" }
        let done = texts("output.lost.before", ["paths": written.joined(separator: ", ")])
        return "mirrorctl: \(problem)\n  \(Mark.remedy) \(done)"
    }

    private static func trouble(_ bytes: Int) -> Int32 {
        let flags = fcntl(STDOUT_FILENO, F_GETFL)
        guard flags >= 0, flags & O_ACCMODE != O_RDONLY else { return EBADF }
        var status = stat()
        guard fstat(STDOUT_FILENO, &status) == 0 else { return errno }
        switch status.st_mode & S_IFMT {
        case S_IFIFO, S_IFSOCK:
            var waiting = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
            let isGone = poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
            return isGone ? EPIPE : 0
        case S_IFREG: return FileRoom.trouble(STDOUT_FILENO, bytes)
        // A device says it to a write of nothing: /dev/full does.
        case S_IFCHR: return isatty(STDOUT_FILENO) == 0 && Glibc.write(STDOUT_FILENO, "", 0) < 0 ? errno : 0
        default: return 0
        }
    }
}
