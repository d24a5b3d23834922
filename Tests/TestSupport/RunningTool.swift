import Foundation
import Glibc

/// Another program that is still running, without the signals that a test's threads block.
package final class RunningTool {
    private let running: Tool.Running
    /// What its children, and nobody else's, have in their arguments.
    private let mark: String
    private let client: String

    /// - Parameter client: the program whose processes are looked for.
    package init(_ path: String, _ arguments: [String], mark: String, client: String = "ssh") throws {
        self.mark = mark
        self.client = client
        running = try Tool.start(path, arguments)
    }

    package func signal(_ number: Int32) { kill(running.process, number) }

    /// Ends it by force when the time is over.
    package func wait(seconds: Int) throws -> Tool.Result {
        for left in (0..<seconds * 50).reversed() {
            if !running.isRunning { break }
            usleep(20_000)
            if left == 0 { kill(running.process, SIGKILL) }
        }
        return try running.wait()
    }

    /// The clients that run for it now.
    package func clients() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
            guard Int(name) != nil, let words = try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline")),
                let program = words.split(separator: 0).first,
                String(decoding: program, as: UTF8.self).split(separator: "/").last.map(String.init) == client
            else { return nil }
            let line = String(decoding: words, as: UTF8.self).replacingOccurrences(of: "\0", with: " ")
            return line.contains(mark) ? line : nil
        }
    }

    /// Those that are still there five seconds later.
    package func clientsLeft() throws -> [String] {
        var found = try clients()
        for _ in 0..<50 where !found.isEmpty {
            usleep(100_000)
            found = try clients()
        }
        return found
    }
}

extension NodeLab {
    /// The finished program, on the machines' network, left running; nsenter becomes it. Its ssh config is its own.
    package func start(_ arguments: [String]) throws -> RunningTool {
        let config = folder + "/ssh_config-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: sshConfig, toPath: config)
        let words = arguments.map { $0 == sshConfig ? config : $0 }
        return try RunningTool("/usr/bin/nsenter", [network, Tool.mirrorctl] + words, mark: config)
    }
}
