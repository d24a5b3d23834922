import Foundation
import Glibc

/// The machines of Tests/Lab/nodes, started once for this test process and gone with it.
package struct NodeLab: Sendable {
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    package let folder: String
    /// For `nsenter`.
    package let network: String

    private static let shared = Result { try start() }

    /// - Throws: `StartError` without root, sshd, containerd, docker-registry or sudo.
    package static func running() throws -> NodeLab { try shared.get() }

    package static let isPossible: Bool =
        geteuid() == 0
        && [
            "/usr/sbin/sshd", "/usr/bin/containerd", "/usr/sbin/runc", "/usr/bin/docker-registry", "/usr/bin/sudo",
            "/usr/bin/nsenter",
        ].allSatisfy { (path: String) in access(path, X_OK) == 0 }

    /// The lab's folder, as its own processes see it.
    package var ownFiles: String { "/proc/\(network.split(separator: "/").dropFirst(2).first ?? "")/root\(folder)" }

    package var sshConfig: String { folder + "/ssh_config" }
    package var clusterConfig: String { folder + "/cluster.yaml" }
    package var mirrorLog: String { (try? String(contentsOfFile: folder + "/mirror.log", encoding: .utf8)) ?? "" }

    /// The finished program, on the machines' network.
    package func mirrorctl(_ arguments: [String], environment: [String: String]? = nil) throws -> Tool.Result {
        try Tool.run("/usr/bin/nsenter", [network, Tool.mirrorctl] + arguments, environment: environment)
    }

    /// A command on a machine, as root unless the target names a user.
    package func ssh(_ target: String, _ command: String) throws -> Tool.Result {
        let target = target.contains("@") ? target : "root@" + target
        return try Tool.run(
            "/usr/bin/nsenter",
            [network, "ssh", "-F", sshConfig, "-o", "LogLevel=ERROR", target, command]
        )
    }

    private static func start() throws -> NodeLab {
        let folder = NSTemporaryDirectory() + "mirrorctl-nodes-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: repositoryRoot + "/Tests/Lab/nodes")
        process.arguments = [folder]
        // It ends when this pipe closes, however this process ends.
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        keptOpen = dup(input.fileHandleForWriting.fileDescriptor)
        _ = fcntl(keptOpen, F_SETFD, FD_CLOEXEC)
        atexit {
            // The closure is C's: it knows nothing but the process.
            close(NodeLab.keptOpen)
            let folder = NSTemporaryDirectory() + "mirrorctl-nodes-\(ProcessInfo.processInfo.processIdentifier)"
            for _ in 0..<50 {
                if (try? FileManager.default.removeItem(atPath: folder)) != nil { return }
                usleep(100_000)
            }
        }
        for _ in 0..<1200 {
            if access(folder + "/ready", F_OK) == 0,
                let text = try? String(contentsOfFile: folder + "/init", encoding: .utf8)
            {
                let process = text.trimmingCharacters(in: .whitespacesAndNewlines)
                return NodeLab(folder: folder, network: "--net=/proc/\(process)/ns/net")
            }
            guard process.isRunning else { break }
            usleep(50_000)
        }
        let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
        throw StartError(description: "the nodes did not start: \(log.suffix(2000))")
    }

    private nonisolated(unsafe) static var keptOpen: Int32 = -1
}
