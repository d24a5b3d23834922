import Glibc
import Subprocess
import Threads

/// Another program: `kubectl`, `bmctl`, `ssh`. The caller's thread waits, and must not be one of Swift's task pool: the tasks that it waits for need that.
///
/// Nothing goes through a shell, and no secret belongs into the arguments: any user of the machine can read them.
package struct ChildProcess: Sendable {
    /// A name that is looked up on `PATH`, or a path.
    package var executable: String
    package var arguments: [String]
    /// Added to ours.
    package var environment: [String: String] = [:]
    package var input: [UInt8] = []
    /// Its standard input stays open, and empty, as long as it is wanted: what runs behind an `ssh` sees us go by its end.
    package var holdsInput = false
    /// Then it is ended: SIGTERM, and SIGKILL two seconds later.
    package var deadlineSeconds: Int?
    /// Bytes of standard output that `run` keeps; more ends the program. Of standard error the last 64 KiB stay.
    package var outputLimit = 16 << 20

    package init(_ executable: String, _ arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    /// Looked up here: the library would start a process for each folder of `PATH`.
    var program: Executable {
        if executable.contains("/") { return .path(.init(executable)) }
        return Self.path(of: executable).map { .path(.init($0)) } ?? .name(executable)
    }

    /// Where a program lies on `PATH`.
    package static func path(of name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? ""
        let paths: [String] = folders.split(separator: ":").map { "\($0)/\(name)" }
        return paths.first { (path: String) in access(path, X_OK) == 0 }
    }

    package enum Channel: Sendable { case output, error }

    package enum Status: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)

        /// As a shell reports it: 128 and the signal's number.
        package var code: Int32 {
            switch self {
            case .exited(let code): code
            case .signalled(let number): 128 + number
            }
        }

        package var isSuccess: Bool { self == .exited(0) }
    }

    package struct Result: Equatable, Sendable {
        package var status: Status
        package var output: [UInt8]
        package var errors: [UInt8]
    }

    /// Collects what it prints. Without a terminal: it gets a session of its own, so that it cannot ask.
    package func run(cancellation: Cancellation = Cancellation()) throws(ChildProcessError) -> Result {
        let collected = CollectedOutput(limit: outputLimit)
        let enough = Cancellation()
        let status: Status
        do {
            status = try stream(cancellations: [cancellation, enough]) { channel, bytes in
                if !collected.add(bytes, to: channel) { enough.cancel() }
            }
        } catch {
            throw enough.isCancelled ? .tooMuchOutput(executable, limit: outputLimit) : error
        }
        if enough.isCancelled { throw .tooMuchOutput(executable, limit: outputLimit) }
        let (output, errors) = collected.value
        return Result(status: status, output: output, errors: errors)
    }

    /// Hands on what it prints as it comes.
    /// - Parameter each: called from other threads, one call at a time for a channel.
    package func stream(
        cancellation: Cancellation = Cancellation(),
        each: @escaping @Sendable (Channel, [UInt8]) -> Void
    ) throws(ChildProcessError) -> Status {
        try stream(cancellations: [cancellation], each: each)
    }

    func stream(
        cancellations: [Cancellation],
        each: @escaping @Sendable (Channel, [UInt8]) -> Void
    ) throws(ChildProcessError) -> Status {
        try waiting { try await ChildRun(self, cancellations).stream(each) }
    }

    /// Gives it our terminal: our standard input, output and error. Ctrl-C reaches it as well as us.
    ///
    /// - Parameters:
    ///   - outputToError: what it prints goes to standard error, whatever channel it takes.
    ///   - started: called with its process id, from another thread.
    package func attached(
        outputToError: Bool = false,
        started: @escaping @Sendable (Int32) -> Void = { _ in }
    ) throws(ChildProcessError) -> Status {
        try waiting { try await ChildRun(self, []).attached(outputToError, started) }
    }

    private func waiting(
        _ work: @escaping @Sendable () async throws -> Status
    ) throws(ChildProcessError) -> Status {
        let answer = Watched<Swift.Result<Status, ChildProcessError>?>(nil)
        let executable = executable
        Task.detached {
            let result: Swift.Result<Status, ChildProcessError>
            do {
                result = .success(try await work())
            } catch let error as ChildProcessError {
                result = .failure(error)
            } catch {
                result = .failure(ChildProcessError(executable, error))
            }
            answer.change { $0 = result }
        }
        return try answer.value { $0 }.get()
    }
}
