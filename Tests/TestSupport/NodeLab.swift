import Foundation
import Glibc
import Synchronization

/// The machines of Tests/Lab/nodes, started for this test process and gone with it.
package struct NodeLab: Sendable {
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    package let folder: String
    /// For `nsenter`.
    package let network: String

    private static let shared = Result { try start("nodes") }
    private static let second = Result { try start("pods") }

    /// - Throws: `StartError` without root, sshd, containerd, docker-registry or sudo.
    package static func running() throws -> NodeLab { try shared.get() }

    /// The same machines once more, for those that create pods on them.
    package static func runningForPods() throws -> NodeLab { try second.get() }

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

    private static func start(_ name: String) throws -> NodeLab {
        let folder = self.folder(name)
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
        let held = dup(input.fileHandleForWriting.fileDescriptor)
        _ = fcntl(held, F_SETFD, FD_CLOEXEC)
        keptOpen.withLock { $0[name] = held }
        // The closure is C's: it knows nothing but the process.
        atexit { NodeLab.end() }
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

    private static func folder(_ name: String) -> String {
        NSTemporaryDirectory() + "mirrorctl-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
    }

    private static func end() {
        let held = keptOpen.withLock { kept -> [String: Int32] in
            defer { kept = [:] }
            return kept
        }
        for (name, descriptor) in held {
            close(descriptor)
            for _ in 0..<50 where access(folder(name), F_OK) == 0 {
                if (try? FileManager.default.removeItem(atPath: folder(name))) == nil { usleep(100_000) }
            }
        }
    }

    private static let keptOpen = Mutex<[String: Int32]>([:])
}
