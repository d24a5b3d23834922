import Glibc
import Texts

/// Our own program once more, in a session of its own: it outlives the terminal and whoever started it.
package enum DetachedProcess {
    package enum Outcome: Sendable {
        /// What it said on standard output when it had begun.
        case begun(String)
        /// What it said on standard error before it ended.
        case ended(words: String, status: Int32)
    }

    /// Blocks until it has begun or ended: until it has let go of the pipes that are its output.
    /// - Parameter input: what it reads on standard input. A secret goes this way, never as an argument.
    package static func start(_ arguments: [String], input: [UInt8]) throws(ChildProcessError) -> Outcome {
        let (given, said, errors) = (try Pipe(), try Pipe(), try Pipe())
        let process = try spawn(arguments, given, said, errors)
        given.closeReading()
        said.closeWriting()
        errors.closeWriting()
        given.write(input)
        given.closeWriting()
        let words = (said.readAll(), errors.readAll())
        if !words.0.isEmpty { return .begun(words.0) }
        var state: Int32 = 0
        while waitpid(process, &state, 0) < 0, errno == EINTR {}
        return .ended(words: words.1, status: state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + state & 0x7F)
    }

    private static let program = "/proc/self/exe"

    private static func spawn(
        _ arguments: [String],
        _ given: borrowing Pipe,
        _ said: borrowing Pipe,
        _ errors: borrowing Pipe
    ) throws(ChildProcessError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, given.reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, said.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let ownSession: Int32 = 0x80
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | ownSession))
        let words = (["mirrorctl"] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, program, &actions, &attributes, words, environ)
        guard failure == 0 else {
            throw .system("mirrorctl", reason: String(cString: strerror(failure)))
        }
        return process
    }
}

/// Two ends that no other program inherits.
private final class Pipe {
    private(set) var reading: Int32
    private(set) var writing: Int32

    init() throws(ChildProcessError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw .system("mirrorctl", reason: String(cString: strerror(errno)))
        }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() {
        if reading >= 0 { close(reading) }
        reading = -1
    }

    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    /// As much as the other end takes; it may have gone.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(writing, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func readAll() -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(reading, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            // Whoever says more than that has not begun.
            if bytes.count < 1 << 20 { bytes += chunk[..<count] }
        }
    }
}
