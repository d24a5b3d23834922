import Diagnosis
import Glibc
import MirrorCore
import RegistryClient
import Threads

/// Runs the collector, on this machine or on a node, and reads its report.
package struct NodeCollector: Sendable {
    package var deadlineSeconds: Int
    package var wishes: CollectorScript.Wishes

    package init(deadlineSeconds: Int = 30, wishes: CollectorScript.Wishes = .init()) {
        self.deadlineSeconds = deadlineSeconds
        self.wishes = wishes
    }

    /// - Parameter target: `nil` for this machine.
    /// - Parameter sharing: the control socket of a connection that stands already.
    package func collect(
        _ target: SSHTarget?,
        sharing controlPath: String? = nil,
        cancellation: Cancellation = Cancellation()
    ) -> NodeInspection.Outcome {
        var child: ChildProcess
        if let target {
            let login = target.arguments(connectSeconds: max(1, min(10, deadlineSeconds)))
            let shared = controlPath.map { ["-o", "ControlPath=\($0)", "-o", "ControlMaster=no"] } ?? []
            let command = "exec /bin/sh -c " + shellWord(CollectorScript.shell)
            child = ChildProcess("ssh", login + ["-o", "LogLevel=ERROR"] + shared + ["--", target.host, command])
        } else {
            child = ChildProcess("/bin/sh", ["-c", CollectorScript.shell])
        }
        return run(child, cancellation) { NodeFailure(status: Int($0.code), errors: $1) }
    }

    /// Through a pod that sees the node's files: the shell that runs is the node's own.
    package func collect(
        through connection: PodConnection,
        cancellation: Cancellation = Cancellation()
    ) -> NodeInspection.Outcome {
        let child = connection.exec(["chroot", NodePod.hostFolder, "/bin/sh"])
        return run(child, cancellation) { connection.execFailure($0.isSuccess ? "" : $1) }
    }

    /// - Parameter failure: what an end without a report means, by status and words.
    private func run(
        _ child: ChildProcess,
        _ cancellation: Cancellation,
        failure: (ChildProcess.Status, String) -> NodeFailure
    ) -> NodeInspection.Outcome {
        var child = child
        child.input = CollectorScript.bytes(wishes)
        child.deadlineSeconds = deadlineSeconds
        let intake = NodeReportIntake()
        do throws(ChildProcessError) {
            let status = try child.stream(cancellations: [cancellation, intake.isFull]) { channel, bytes in
                intake.add(bytes, to: channel)
            }
            return Self.outcome(status, intake, failure)
        } catch {
            return .failure(intake.isFull.isCancelled ? .report(.tooLarge) : Self.failure(child, error))
        }
    }

    private static func outcome(
        _ status: ChildProcess.Status,
        _ intake: NodeReportIntake,
        _ failure: (ChildProcess.Status, String) -> NodeFailure
    ) -> NodeInspection.Outcome {
        if intake.isFull.isCancelled { return .failure(.report(.tooLarge)) }
        let (output, errors) = intake.taken()
        do throws(NodeReportParser.Failure) { return .report(try NodeReportParser.parse(output)) } catch {
            if case .noReport = error, !status.isSuccess {
                return .failure(failure(status, String(decoding: errors, as: UTF8.self)))
            }
            return .failure(.report(error))
        }
    }

    private static func failure(_ child: ChildProcess, _ error: ChildProcessError) -> NodeFailure {
        switch error {
        case .notFound(let name): .noClient(name)
        case .cancelled: .timedOut(seconds: 0)
        case .deadline: .timedOut(seconds: child.deadlineSeconds ?? 0)
        case .tooMuchOutput: .report(.tooLarge)
        case .system(_, let reason): .noClient(reason)
        }
    }
}

extension NodeInspection {
    /// With the certificates of the report's files read; dates are judged by our clock.
    package init(target: String, outcome: Outcome, isFresh: Bool) {
        let now = Int64(time(nil))
        self.init(target: target, outcome: outcome, now: now)
        if isFresh { askedAt = now }
        readCertificates()
    }

    /// Of all files of the report that hold some.
    mutating func readCertificates() {
        guard let files = report?.files else { return }
        for path in files.paths
        where !path.hasSuffix(".toml") && !path.hasSuffix(".conf") && path != report?.systemCAPath {
            let found = Certificate.all(inPEM: (try? files.read(path)) ?? [])
            if !found.isEmpty { certificates[path] = found.map { CertificateFacts($0) } }
        }
    }
}
