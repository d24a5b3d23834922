import Diagnosis
import Foundation
import Glibc
import MirrorSystem
import Synchronization
import TestSupport
import Testing

/// Every finding of the probe works through a node: the same servers, asked through `ssh -W`.
@Suite struct NodeFrontTests {
    private static let isPossible =
        geteuid() == 0
        && ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/ssh-keygen"].allSatisfy { (path: String) in
            access(path, X_OK) == 0
        }

    /// In a process of its own: streams are tasks, and in here other tests hold the threads that those need.
    @Test(.enabled(if: isPossible, "needs root and openssh-server")) func everyFindingThroughANode() async throws {
        guard OwnProcess.told == nil else { return try await askEverybody() }
        let result = try await offPool { try OwnProcess.run("NodeFrontTests") }
        #expect(result.status == 0, "\(result.output.suffix(4000)) \(result.errors.suffix(1000))")
    }

    private func askEverybody() async throws {
        let lab = try Lab.running()
        let reports = try await offPool {
            let node = try Loopback()
            defer { node.stop() }
            return Self.probeAll(lab, node.target)
        }
        for (front, report) in zip(fronts, reports) {
            let name = "\(front.server) \(front.note)"
            let report = try #require(report, "\(name): no plan")
            #expect(diagnose(report).map(\.code).sorted() == front.codes.sorted(), "\(name): \(report.failure as Any)")
            #expect(report.isFinished, "\(name)")
        }
        #expect(fronts.count > 130)
    }

    /// A connection for each thread: it opens one stream at a time.
    private static func probeAll(_ lab: Lab, _ node: SSHTarget) -> [ProbeReport?] {
        let next = Atomic<Int>(0)
        let reports = Mutex<[Int: ProbeReport]>([:])
        let group = DispatchGroup()
        withExtendedLifetime(group) {
            for _ in 0..<6 {
                group.enter()
                Thread.detachNewThread {
                    defer { group.leave() }
                    // Six at once on a busy machine: sshd may turn one away.
                    let opened = (0..<5).lazy.compactMap { _ in
                        try? NodeConnection.open(node, deadlineSeconds: 60)
                    }
                    guard let connection = opened.first else { return }
                    defer { connection.close() }
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < fronts.count else { return }
                        guard let plan = try? fronts[index].plan(lab) else { continue }
                        let report = Prober(from: .through(connection)).probe(plan)
                        reports.withLock { $0[index] = report }
                    }
                }
            }
            group.wait()
        }
        return reports.withLock { all in fronts.indices.map { all[$0] } }
    }

    /// This machine as a node: an sshd on a free port of 127.0.0.1, for us alone.
    private final class Loopback {
        struct StartError: Error {}

        private(set) var target = SSHTarget(host: "127.0.0.1")
        private let folder: TemporaryFolder
        private var process = Process()

        init() throws {
            folder = try TemporaryFolder()
            for name in ["id", "host"] {
                _ = try Tool.run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder(name)])
            }
            try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
            // A port that was free may be another's by the time it is wanted.
            for _ in 0..<5 where try start() { return }
            throw StartError()
        }

        private func start() throws -> Bool {
            let port = try Python.run(
                "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], end='')"
            )
            let number = String(decoding: port, as: UTF8.self)
            try folder.write(
                "sshd_config",
                "ListenAddress 127.0.0.1:\(number)\nHostKey \(folder("host"))\nAuthorizedKeysFile \(folder("id.pub"))\n"
                    + "PidFile none\nStrictModes no\nUsePAM no\nUseDNS no\nPermitRootLogin yes\nMaxSessions 100\n"
            )
            let host = try String(contentsOfFile: folder("host.pub"), encoding: .utf8)
            try folder.write("known_hosts", "[127.0.0.1]:\(number) \(host)")
            let config = try folder.write(
                "ssh_config",
                "Host *\n  Port \(number)\n  User root\n  IdentityFile \(folder("id"))\n  IdentitiesOnly yes\n"
                    + "  UserKnownHostsFile \(folder("known_hosts"))\n  GlobalKnownHostsFile none\n"
                    + "  StrictHostKeyChecking yes\n"
            )
            target = SSHTarget(host: "127.0.0.1", configPath: config)
            process = Process()
            process.executableURL = URL(filePath: "/usr/sbin/sshd")
            process.arguments = ["-D", "-e", "-f", folder("sshd_config")]
            process.standardError = FileHandle.nullDevice
            try process.run()
            for _ in 0..<100 where process.isRunning {
                let answer = try Tool.run("/usr/bin/ssh", ["-F", config, "-o", "LogLevel=QUIET", "127.0.0.1", "true"])
                if answer.status == 0 { return true }
                usleep(50_000)
            }
            stop()
            return false
        }

        func stop() {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }
}
