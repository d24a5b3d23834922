import Glibc
import Subprocess
import Threads

extension ChildProcess {
    /// Gives it a socket as standard input and output, and leaves it running until it ends or is cancelled.
    /// - Parameter socket: closed here when the program has it.
    /// - Parameter errors: what it prints on standard error, as it comes; `nil` at the end.
    package func attach(
        to socket: Int32,
        cancellations: [Cancellation],
        errors: @escaping @Sendable ([UInt8]?) -> Void
    ) {
        let child = self
        Task.detached {
            defer { errors(nil) }
            let output = dup(socket)
            guard output >= 0 else {
                close(socket)
                return
            }
            _ = fcntl(output, F_SETFD, FD_CLOEXEC)
            var options = PlatformOptions()
            options.createSession = true
            let configuration = Configuration(
                executable: child.program,
                arguments: Arguments(child.arguments),
                platformOptions: options
            )
            _ = try? await Subprocess.run(
                configuration,
                input: .fileDescriptor(.init(rawValue: socket), closeAfterSpawningProcess: true),
                output: .fileDescriptor(.init(rawValue: output), closeAfterSpawningProcess: true),
                error: .sequence
            ) { execution in
                let watcher = Task {
                    while !cancellations.contains(where: \.isCancelled) {
                        do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
                    }
                    await execution.teardown(
                        using: [.send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
                    )
                }
                for try await buffer in execution.standardError { errors(buffer.withUnsafeBytes { Array($0) }) }
                watcher.cancel()
            }
        }
    }
}
