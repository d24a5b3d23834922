import Foundation
import Glibc

/// The machine of Tests/Lab/systemd-node, booted by a real systemd.
package final class SystemdNode {
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    /// Needs root, and a kernel and a sandbox that let systemd-nspawn work.
    package static let isPossible: Bool =
        geteuid() == 0
        && [
            "/usr/bin/systemd-nspawn", "/usr/lib/systemd/systemd", "/usr/sbin/sshd", "/usr/bin/containerd",
            "/usr/bin/docker-registry", "/lib/systemd/system/containerd.service", "/lib/systemd/system/ssh.service",
        ].allSatisfy { (path: String) in access(path, F_OK) == 0 }
        && (try? Tool.run("\(repositoryRoot)/Tests/Lab/systemd-node", ["try"]))?.status == 0

    package let folder: TemporaryFolder
    private let running: Tool.Running
    private var network = ""

    package init() throws {
        folder = try TemporaryFolder()
        // Not Foundation's Process: what other tests start meanwhile would hold what tells it of the end.
        running = try Tool.start("\(repositoryRoot)/Tests/Lab/systemd-node", [folder.path])
        for _ in 0..<900 {
            if access(folder("ready"), F_OK) == 0,
                let text = try? String(contentsOfFile: folder("init"), encoding: .utf8)
            {
                network = "--net=/proc/\(text.trimmingCharacters(in: .whitespacesAndNewlines))/ns/net"
                return
            }
            guard running.isRunning else { break }
            usleep(50_000)
        }
        let log = (try? String(contentsOfFile: folder("boot.log"), encoding: .utf8)) ?? ""
        stop()
        throw StartError(description: "the node did not start: \(log.suffix(2000))")
    }

    package func stop() {
        _ = FileManager.default.createFile(atPath: folder("end"), contents: nil)
        _ = try? running.wait()
    }

    package var sshConfig: String { folder("ssh_config") }

    package func mirrorctl(_ arguments: [String]) throws -> Tool.Result {
        try Tool.run("/usr/bin/nsenter", [network, Tool.mirrorctl] + arguments)
    }

    package func ssh(_ command: String) throws -> Tool.Result {
        try Tool.run(
            "/usr/bin/nsenter",
            [network, "ssh", "-F", sshConfig, "-o", "LogLevel=ERROR", "root@10.88.0.1", command]
        )
    }
}
