import Foundation

/// A shell in a real terminal of a given size, as a person at a keyboard has it.
///
/// tmux is the terminal: it draws what the program sends, and answers what is on the screen.
package final class Tmux {
    package struct Timeout: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    private let socket = "mirrorctl-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))"

    /// - Parameters:
    ///   - directory: where the shell starts.
    ///   - environment: `NAME=VALUE`, over a small fixed environment.
    package init(columns: Int, rows: Int, directory: String, environment: [String] = []) throws {
        let fixed = ["LC_ALL=C.UTF-8", "PS1=$ ", "ESCDELAY=100", "SWIFT_BACKTRACE=enable=no", "HISTFILE="]
        try tmux(
            ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", directory, "env"] + fixed + environment
                + ["bash", "--norc", "--noprofile"]
        )
        do {
            try tmux(["set-option", "-g", "escape-time", "0"])
            try wait(for: "$")
        } catch {
            _ = try? tmux(["kill-server"])
            throw error
        }
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Characters as a hand types them: they have been read when the next key comes. What comes together with a line end is
    /// a paste to the wizard.
    package func type(_ text: String) throws {
        try tmux(["send-keys", "-l", "--", text])
        // The answer comes after the keys have been handed to the terminal.
        let path = try tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let terminal = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard terminal >= 0 else { return }
        defer { close(terminal) }
        let end = Date(timeIntervalSinceNow: 10)
        var waiting: CInt = 0
        while ioctl(terminal, UInt(FIONREAD), &waiting) == 0, waiting > 0, Date() < end { usleep(1000) }
    }

    /// Keys by tmux's names: `Enter`, `BTab`, `C-c`, `F5`.
    package func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

    /// Text from the clipboard, between the marks of a bracketed paste where the program asked for them.
    package func paste(_ text: String) throws {
        try tmux(["set-buffer", "--", text])
        try tmux(["paste-buffer", "-p"])
    }

    /// As a terminal without those marks sends it: line ends as Enter.
    package func pasteUnmarked(_ text: String) throws {
        try tmux(["set-buffer", "--", text])
        try tmux(["paste-buffer"])
    }

    /// A file as a marked paste.
    package func paste(file: String) throws {
        try tmux(["load-buffer", file])
        try tmux(["paste-buffer", "-p"])
    }

    /// Keeps every byte that goes to the terminal from now on.
    package func record(to path: String) throws { try tmux(["pipe-pane", "-o", "cat >'\(path)'"]) }

    /// Takes the terminal away from what runs in it.
    package func hangUp() throws { try tmux(["kill-server"]) }

    /// A command line for the shell.
    package func run(_ command: String) throws {
        try type(command)
        try press("Enter")
    }

    package func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// What is on the screen, lines without trailing blanks.
    package func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

    /// Column and row of the cursor.
    package func cursor() throws -> String {
        try tmux(["display-message", "-p", "#{cursor_x},#{cursor_y}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The process that the shell has started, to send it a signal.
    package func childProcess() throws -> pid_t? {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return children.split(separator: " ").first.flatMap { pid_t($0) }
    }

    /// Waits until the screen is as wanted; what it shows then.
    @discardableResult
    package func wait(
        _ wanted: String,
        seconds: Double = 30,
        until condition: (String) -> Bool
    ) throws -> String {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            let screen = try screen()
            if condition(screen) { return screen }
            guard Date() < end else { throw Timeout(description: "no \(wanted) on this screen:\n\(screen)") }
            usleep(20_000)
        }
    }

    @discardableResult
    package func wait(for text: String, seconds: Double = 30) throws -> String {
        try wait("“\(text)”", seconds: seconds) { $0.contains(text) }
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try Tool.run("/usr/bin/tmux", ["-L", socket, "-f", "/dev/null"] + arguments).output
    }
}
