import Foundation
import TestSupport

/// An admin workstation of its own: a folder with cluster config files, a home, and a terminal in it.
struct Workstation {
    let folder: String
    let terminal: Tmux

    init(columns: Int, rows: Int, environment: [String] = []) throws {
        folder = NSTemporaryDirectory() + "mirrorctl-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
        terminal = try Tmux(
            columns: columns,
            rows: rows,
            directory: folder,
            environment: ["HOME=\(folder)/home"] + environment
        )
        try terminal.run("mirrorctl() { \(Tool.mirrorctl) \"$@\"; }; clear")
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }

    /// Starts the program between two looks at the terminal's modes.
    func start(_ command: String) throws {
        try terminal.run("stty -g >before; \(command); echo \"rc=$?\"; stty -g >after; echo ended")
    }

    /// Waits for the end of what `start` began.
    ///
    /// - Returns: the exit code, whether the modes are those from before, and what the screen shows.
    func end() throws -> (exitCode: Int?, modesKept: Bool, screen: String) {
        let screen = try terminal.wait("shell prompt after the end") { $0.split(separator: "\n").contains("ended") }
        let code = screen.split(separator: "\n").last { $0.hasPrefix("rc=") }.flatMap { Int($0.dropFirst(3)) }
        return (code, try read("before") == read("after"), screen)
    }

    /// Goes forward until this step has the screen.
    func go(to step: String) throws {
        try terminal.press("F4")
        try terminal.wait(for: "▸\(step)")
    }

    /// Waits until a process is gone, or is only a record that nobody has read.
    func waitForEnd(of process: pid_t) throws {
        let end = Date(timeIntervalSinceNow: 30)
        while let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            !status.contains(") Z ")
        {
            guard Date() < end else { throw Tmux.Timeout(description: "process \(process) has not ended") }
            usleep(20_000)
        }
    }
}
