import Glibc
import Subprocess
import Synchronization
import Threads

/// One child while it runs.
struct ChildRun {
    let child: ChildProcess
    let cancellations: [Cancellation]

    init(_ child: ChildProcess, _ cancellations: [Cancellation]) {
        self.child = child
        self.cancellations = cancellations
    }

    func attached(
        _ outputToError: Bool,
        _ started: @escaping @Sendable (Int32) -> Void
    ) async throws -> ChildProcess.Status {
        var options = PlatformOptions()
        options.teardownSequence = Self.teardown
        return try await Subprocess.run(
            configuration(options),
            input: .currentStandardInput,
            output: outputToError ? .currentStandardError : .currentStandardOutput,
            error: .currentStandardError
        ) { execution in
            started(execution.processIdentifier.value)
            try await withDeadline(execution.processIdentifier) { await execution.teardown(using: Self.teardown) }
        }.terminationStatus.status
    }

    func stream(
        _ each: @escaping @Sendable (ChildProcess.Channel, [UInt8]) -> Void
    ) async throws -> ChildProcess.Status {
        var options = PlatformOptions()
        // Without a controlling terminal it cannot stop to ask; its helpers end with it.
        options.createSession = true
        guard child.holdsInput else {
            return try await Subprocess.run(
                configuration(options),
                input: .fileDescriptor(.init(rawValue: try inputInMemory()), closeAfterSpawningProcess: true),
                output: .sequence,
                error: .sequence
            ) { try await follow($0, nil, each) }.terminationStatus.status
        }
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw ChildProcessError.system(child.executable, reason: String(cString: strerror(errno)))
        }
        let held = pair[1]
        defer { close(held) }
        return try await Subprocess.run(
            configuration(options),
            input: .fileDescriptor(.init(rawValue: pair[0]), closeAfterSpawningProcess: true),
            output: .sequence,
            error: .sequence
        ) { try await follow($0, held, each) }.terminationStatus.status
    }

    /// No pipe: a child that ends before it has read all of it is no trouble of the writer's then, and Subprocess ends the
    /// whole program over one.
    private func inputInMemory() throws -> Int32 {
        guard let file = MemoryFile(child.input) else {
            throw ChildProcessError.system(child.executable, reason: String(cString: strerror(errno)))
        }
        return file.release()
    }

    /// When the child has ended, what it printed is read; a process that it left behind, and that holds the pipes, is not
    /// waited for.
    private func follow(
        _ execution: Execution<some InputProtocol, SequenceOutput, SequenceOutput>,
        _ held: Int32?,
        _ each: @escaping @Sendable (ChildProcess.Channel, [UInt8]) -> Void
    ) async throws {
        let pause = Pause()
        async let output: Void = read(execution.standardOutput, pause) { each(.output, $0) }
        async let errors: Void = read(execution.standardError, pause) { each(.error, $0) }
        try await withDeadline(execution.processIdentifier, pause) {
            if let held { await Self.letGo(of: held, execution.processIdentifier) }
            await execution.teardown(using: Self.teardownOfSession)
        }
        _ = await (output, errors)
    }

    /// Ends its input, and gives it and what is behind it a second and a half to go by themselves.
    private static func letGo(of held: Int32, _ process: ProcessIdentifier) async {
        shutdown(held, Int32(SHUT_RDWR))
        for _ in 0..<75 where !hasEnded(process.value) { try? await Task.sleep(for: .milliseconds(20)) }
    }

    private func read(
        _ sequence: SubprocessOutputSequence,
        _ pause: Pause,
        _ each: (([UInt8]) -> Void)
    ) async {
        // Who closes what it prints to is about to end.
        defer { pause.end() }
        do {
            for try await buffer in sequence {
                each(buffer.withUnsafeBytes { Array($0) })
            }
        } catch {
            // The pipe is gone; the exit status tells what happened.
        }
    }

    /// Waits for the end of the process, or brings it about.
    private func withDeadline(
        _ process: ProcessIdentifier,
        _ pause: Pause = Pause(),
        end: () async -> Void
    ) async throws {
        let limit = child.deadlineSeconds.map { ContinuousClock.now + .seconds($0) }
        while !Self.hasEnded(process.value) {
            if cancellations.contains(where: \.isCancelled) {
                await end()
                throw ChildProcessError.cancelled
            }
            if let limit, ContinuousClock.now >= limit {
                await end()
                throw ChildProcessError.deadline(child.executable, seconds: child.deadlineSeconds ?? 0)
            }
            await pause.wait()
        }
    }

    /// Looks without reaping it.
    private static func hasEnded(_ process: pid_t) -> Bool {
        var info = siginfo_t()
        let result = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 && errno == ECHILD || result == 0 && info.si_code != 0
    }

    private static let teardown: [TeardownStep] = [
        .send(signal: .terminate, toProcessGroup: false, allowedDurationToNextStep: .seconds(2))
    ]

    private static let teardownOfSession: [TeardownStep] = [
        .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]

    private func configuration(_ options: PlatformOptions) -> Configuration {
        var environment: [Environment.Key: String?] = [:]
        for (name, value) in child.environment { environment[Environment.Key(stringLiteral: name)] = value }
        return Configuration(
            executable: child.program,
            arguments: Arguments(child.arguments),
            environment: .inherit.updating(environment),
            platformOptions: options
        )
    }
}

/// Waits longer each time, 50 ms at last; anybody may end the wait, and then it begins with a millisecond again.
private final class Pause: Sendable {
    private let state = Mutex<(milliseconds: Int, task: Task<Void, Never>?)>((1, nil))

    func wait() async {
        let task = state.withLock { state in
            let task = Task { [milliseconds = state.milliseconds] in
                _ = try? await Task.sleep(for: .milliseconds(milliseconds))
            }
            state = (min(50, state.milliseconds * 2), task)
            return task
        }
        await task.value
    }

    func end() {
        state.withLock { state in
            state.milliseconds = 1
            state.task?.cancel()
        }
    }
}

extension TerminationStatus {
    var status: ChildProcess.Status {
        switch self {
        case .exited(let code): .exited(code)
        case .signaled(let number): .signalled(number)
        }
    }
}
