import Foundation
import TestSupport
import Testing

/// The wizard with seeded logins, against a registry that says them back: no frame that is drawn, no draft and no state
/// holds one.
@Suite(.serialized, .terminals) struct SeededTerminalTests {
    /// Whatever is drawn, byte for byte, and every screen that is waited for.
    private struct Watched {
        let station: Workstation
        let record: String

        init() throws {
            station = try Workstation(columns: 80, rows: 24)
            record = station.folder + "/record"
            try station.terminal.record(to: record)
        }

        func see(_ words: String) throws {
            let screen = try station.terminal.wait(for: words)
            #expect(EchoRegistry.leak(in: screen) == nil, "\(screen)")
            // A line may be cut within it.
            let joined = screen.filter { !$0.isWhitespace && $0 != "│" }
            #expect(EchoRegistry.leak(in: joined) == nil, "\(screen)")
        }

        func end() throws {
            _ = try station.end()
            // Colours and moves of the cursor part nothing that is drawn at once.
            let bytes = try String(decoding: Data(contentsOf: URL(filePath: record)), as: UTF8.self)
            let plain = bytes.replacing(#/\u{1B}[\[(][0-9;?]*[A-Za-z]/#, with: "")
            #expect(EchoRegistry.leak(in: bytes) == nil && EchoRegistry.leak(in: plain) == nil)
            #expect(try EchoRegistry.leaks(below: station.folder + "/home") == [])
        }
    }

    @Test func aProbedMirrorAndItsDraft() throws {
        let echo = try EchoRegistry()
        let watched = try Watched()
        let station = watched.station
        defer { station.remove() }
        let terminal = station.terminal
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        try station.start("mirrorctl wizard")
        try watched.see("What do you want to do?")
        try terminal.press("1")
        try watched.see("▸CLUSTER")
        try station.go(to: "MIRRORS › 1 a new one")
        // An address with a login is refused, and not repeated.
        try terminal.paste("https://u:SEEDSECRET@\(echo.address("basic"))")
        try watched.see("••••••••••@127.0.0.1")
        try terminal.press("F2")
        usleep(300_000)
        try watched.see("mirrorctl")
        try terminal.press("F2", "C-u")
        try terminal.type("https://\(echo.address("basic"))")
        try terminal.press("Tab", "Tab", "Tab")
        try terminal.type(echo.caPath)
        try terminal.press("Enter")
        try terminal.type(echo.dockerConfig)
        try watched.see("MIR03")
        for _ in 0..<4 {
            try terminal.press("PageDown")
            usleep(100_000)
            try watched.see("▸MIRRORS")
        }
        try terminal.press("C-c")
        try watched.see("Enter")
        try terminal.press("Enter")
        try watched.end()
    }

    @Test func aTypedLoginThatIsSaidBackToAPush() throws {
        let echo = try EchoRegistry()
        let watched = try Watched()
        let station = watched.station
        defer { station.remove() }
        let terminal = station.terminal
        let layouts = repositoryRoot + "/Tests/Lab/push-layouts"
        let made = try Tool.run("/usr/bin/python3", [layouts, station.folder + "/package", "1", "1"])
        try #require(made.status == 0, "\(made.errors)")
        try station.start("mirrorctl wizard --push package")
        try watched.see("A folder.")
        try station.go(to: "TARGET")
        try terminal.type("\(echo.address("bearer"))/typed")
        try terminal.press("Tab", "Tab")
        try terminal.type(echo.caPath)
        try terminal.press("Tab", "Tab", "Tab")
        try terminal.type("u")
        try terminal.press("Tab")
        try terminal.paste(EchoRegistry.password)
        try watched.see("••••••••••")
        try station.go(to: "CHECK")
        try terminal.press("Enter")
        try watched.see("MIR0902")
        try station.go(to: "PUSH")
        try terminal.press("Enter")
        try watched.see("MIR0902")
        let process = try #require(try terminal.childProcess())
        for file in ["cmdline", "environ"] {
            let bytes = try Data(contentsOf: URL(filePath: "/proc/\(process)/\(file)"))
            #expect(EchoRegistry.leak(in: String(decoding: bytes, as: UTF8.self)) == nil)
        }
        // Nothing is under way any more: it leaves at once.
        try terminal.press("C-c")
        try watched.end()
    }
}
