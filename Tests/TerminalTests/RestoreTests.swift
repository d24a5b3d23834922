import Foundation
import TestSupport
import Testing

/// Whatever ends the wizard, the terminal is as it was.
@Suite(.serialized, .terminals) struct RestoreTests {
    private func withWizard(
        _ command: String = "mirrorctl",
        _ body: (Workstation) throws -> Void
    ) throws -> (exitCode: Int?, modesKept: Bool, screen: String) {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.start(command)
        try station.terminal.wait(for: "^C leave")
        try station.terminal.press("1")
        try station.terminal.wait(for: "▸CLUSTER")
        try body(station)
        return try station.end()
    }

    @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGSEGV, 139), (SIGABRT, 134)])
    func signals(signal: Int32, exitCode: Int) throws {
        let end = try withWizard { station in
            try station.terminal.type("half typed")
            try station.terminal.wait(for: "half typed")
            let process = try #require(try station.terminal.childProcess())
            kill(process, signal)
        }
        #expect(end.modesKept)
        #expect(end.exitCode == exitCode)
        #expect(!end.screen.contains("^C leave"))
    }

    @Test func controlC() throws {
        let end = try withWizard { try $0.terminal.press("C-c") }
        #expect(end.modesKept)
        #expect(end.exitCode == 130 || end.exitCode == 0)
        #expect(!end.screen.contains("^C leave"))
    }

    @Test func toTheShellAndBack() throws {
        let end = try withWizard { station in
            try station.terminal.type("typed before")
            try station.terminal.wait(for: "typed before")
            try station.terminal.press("M-s")
            try station.terminal.wait(for: "Stopped")
            try station.terminal.run("clear; stty -g >stopped; cmp before stopped && echo same; fg")
            try station.terminal.wait(for: "typed before")
            let process = try #require(try station.terminal.childProcess())
            kill(process, SIGTERM)
            try station.terminal.wait("the shell") { !$0.contains("^C leave") }
            // The shell has forgotten the rest of the line that was stopped.
            try station.terminal.run("clear; stty -g >after; echo ended")
        }
        #expect(end.modesKept)
    }

    @Test func withoutATerminalASentence() throws {
        for (arguments, environment) in [
            (["--wait", Tool.mirrorctl], ["TERM": "xterm-256color"]),
            (["--wait", Tool.mirrorctl, "wizard"], ["TERM": "xterm-256color"]),
        ] {
            let result = try Tool.run("/usr/bin/setsid", arguments, environment: environment)
            #expect(result.status == 64)
            #expect(result.output == "")
            #expect(result.errors.split(separator: "\n").count == 1)
            #expect(result.errors.contains("terminal"))
        }
    }

    @Test(arguments: ["no-such-terminal", ""])
    func unusableTerminals(term: String) throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.start("TERM=\(term) mirrorctl")
        let end = try station.end()
        #expect(end.exitCode == 64)
        #expect(end.modesKept)
    }

    @Test func resizingKeepsWhatWasTyped() throws {
        let end = try withWizard { station in
            try station.terminal.type("typed before")
            try station.terminal.wait(for: "typed before")
            try station.terminal.resize(columns: 120, rows: 40)
            try station.terminal.wait("both panes") { $0.contains("typed before") && $0.contains("╭ Steps") }
            try station.terminal.resize(columns: 40, rows: 10)
            try station.terminal.wait(for: "40 columns and 10 rows")
            try station.terminal.resize(columns: 80, rows: 24)
            try station.terminal.wait("one pane") { $0.contains("typed before") && $0.contains("▸CLUSTER✗ ·Mirrors") }
            let process = try #require(try station.terminal.childProcess())
            kill(process, SIGTERM)
        }
        #expect(end.modesKept)
    }

    /// The ssh session is gone: the terminal itself, not only a signal.
    @Test func aHangUpKeepsWhatWasTyped() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.start("mirrorctl")
        try station.terminal.wait(for: "^C leave")
        try station.terminal.press("1", "F4")
        try station.terminal.wait(for: "▸MIRRORS › 1 a new one")
        try station.terminal.type("https://typed.example:5000")
        try station.terminal.wait(for: "typed.example:5000")
        let process = try #require(try station.terminal.childProcess())
        try station.terminal.hangUp()
        try station.waitForEnd(of: process)
        let drafts = "home/.local/state/mirrorctl/drafts"
        let names = try FileManager.default.contentsOfDirectory(atPath: station.folder + "/" + drafts)
        let name = try #require(names.first { $0.hasSuffix(".json") })
        #expect(try station.read(drafts + "/" + name).contains("typed.example:5000"))
    }
}
