import Foundation
import Glibc

/// Another program that is still running, without the signals that a test's threads block.
package final class RunningTool {
    package let process: pid_t
    private let folder: String

    /// What its children, and nobody else's, have in their arguments.
    private let mark: String

    package init(_ path: String, _ arguments: [String], mark: String) throws {
        self.mark = mark
        folder = NSTemporaryDirectory() + "mirrorctl-tool-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        process = try Tool.start(path, arguments, ProcessInfo.processInfo.environment, folder)
    }

    package func signal(_ number: Int32) { kill(process, number) }

    /// Ends it by force when the time is over.
    package func wait(seconds: Int) -> Tool.Result {
        var state: Int32 = 0
        var left = seconds * 50
        while waitpid(process, &state, WNOHANG) == 0 {
            usleep(20_000)
            left -= 1
            if left == 0 { kill(process, SIGKILL) }
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return Tool.Result(
            output: (try? String(contentsOfFile: folder + "/out", encoding: .utf8)) ?? "",
            errors: (try? String(contentsOfFile: folder + "/err", encoding: .utf8)) ?? "",
            status: Tool.status(state)
        )
    }

    /// The OpenSSH clients that run for it now.
    package func clients() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
            guard Int(name) != nil, let words = try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline")),
                words.starts(with: Data("ssh\0".utf8))
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
