import Foundation

/// Another program, run to its end.
package enum Tool {
    package struct Result {
        package let data: Data
        package var output: String { String(decoding: data, as: UTF8.self) }
        package let errors: String
        package let status: Int32
    }

    package struct SpawnError: Error {
        let path: String
        let errno: Int32
    }

    /// Output goes through files: a daemon that the program leaves behind, or one that was started at the same time, may hold
    /// a pipe open for ever.
    package static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String]? = nil,
        input: Data? = nil
    ) throws -> Result {
        try start(path, arguments, environment: environment, input: input).wait()
    }

    /// A program that runs; `wait` has to be called once.
    package struct Running {
        package let process: pid_t
        fileprivate let folder: String
        fileprivate let words: [String]

        package var isRunning: Bool {
            var info = siginfo_t()
            _ = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
            return info.si_code == 0
        }

        package func wait() throws -> Result {
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var state: Int32 = 0
            while waitpid(process, &state, 0) < 0, errno == EINTR {}
            let result = Result(
                data: try Data(contentsOf: URL(fileURLWithPath: folder + "/out")),
                errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/err")), as: UTF8.self),
                status: state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + state & 0x7F
            )
            SchemaCheck.check(words, result)
            return result
        }
    }

    package static func start(
        _ path: String,
        _ arguments: [String],
        environment: [String: String]? = nil,
        input: Data? = nil
    ) throws -> Running {
        let folder = NSTemporaryDirectory() + "mirrorctl-tool-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try input?.write(to: URL(fileURLWithPath: folder + "/in"))
            let given = input == nil ? "/dev/null" : folder + "/in"
            let process = try spawn(path, arguments, environment ?? ProcessInfo.processInfo.environment, folder, given)
            return Running(process: process, folder: folder, words: [path] + arguments)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private static func spawn(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String],
        _ folder: String,
        _ input: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT, 0o600)
        // Threads of a test run block signals, and a child would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, &attributes, argv, envp)
        guard failure == 0 else { throw SpawnError(path: path, errno: failure) }
        return process
    }

    /// The finished program, beside the test bundle.
    package static let mirrorctl: String = {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own ?? "").deletingLastPathComponent().appendingPathComponent("mirrorctl").path
    }()
}
