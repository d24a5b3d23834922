import Glibc
import Subprocess

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
        let result = try await Subprocess.run(
            configuration(options),
            input: .array(child.input),
            output: .sequence,
            error: .sequence
        ) { execution in
            // When the child has ended, what it printed is read; a process that it left behind, and that holds the pipes,
            // is not waited for.
            async let output: Void = read(execution.standardOutput) { each(.output, $0) }
            async let errors: Void = read(execution.standardError) { each(.error, $0) }
            try await withDeadline(execution.processIdentifier) {
                await execution.teardown(using: Self.teardownOfSession)
            }
            _ = await (output, errors)
        }
        return result.terminationStatus.status
    }

    private func read(_ sequence: SubprocessOutputSequence, _ each: (([UInt8]) -> Void)) async {
        do {
            for try await buffer in sequence {
                each(buffer.withUnsafeBytes { Array($0) })
            }
        } catch {
            // The pipe is gone; the exit status tells what happened.
        }
    }

    /// Waits for the end of the process, or brings it about.
    private func withDeadline(_ process: ProcessIdentifier, end: () async -> Void) async throws {
        let limit = child.deadlineSeconds.map { ContinuousClock.now + .seconds($0) }
        var pause = 1
        while !Self.hasEnded(process.value) {
            if cancellations.contains(where: \.isCancelled) {
                await end()
                throw ChildProcessError.cancelled
            }
            if let limit, ContinuousClock.now >= limit {
                await end()
                throw ChildProcessError.deadline(child.executable, seconds: child.deadlineSeconds ?? 0)
            }
            try? await Task.sleep(for: .milliseconds(pause))
            pause = min(50, pause * 2)
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
            executable: child.executable.contains("/") ? .path(.init(child.executable)) : .name(child.executable),
            arguments: Arguments(child.arguments),
            environment: .inherit.updating(environment),
            platformOptions: options
        )
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
