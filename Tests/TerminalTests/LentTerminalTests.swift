import Foundation
import TestSupport
import Testing

/// The operator's own editor has the terminal for a while, and the mouse only where it is wanted.
@Suite(.serialized, .terminals) struct LentTerminalTests {
    private func withFile(_ environment: String, _ body: (Workstation) throws -> Void) throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.write(ClusterFiles.adminHeader + ClusterFiles.adminRest, to: "admin1.yaml")
        // Modes that the program gets, and what it writes.
        let script = "#!/bin/sh\nstty -g >lent\necho lent to the editor\necho '# by hand' >>\"$1\"\nread line\n"
        try station.write(script, to: "editor")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: station.folder + "/editor"
        )
        try station.start("\(environment) mirrorctl --cluster-config admin1.yaml")
        try station.terminal.wait(for: "▸MIRRORS › 1")
        try body(station)
        try station.terminal.press("C-c")
        try station.terminal.wait(for: "Esc stay")
        try station.terminal.press("Enter")
        #expect(try station.end().modesKept)
    }

    @Test func theEditorHasTheShellsTerminalAndWhatItChangedIsTold() throws {
        try withFile("VISUAL=./editor") { station in
            let terminal = station.terminal
            try terminal.type("https://typed:5000")
            try terminal.wait(for: "https://typed:5000")
            try terminal.press("M-e")
            try terminal.wait(for: "lent to the editor")
            #expect(try station.read("lent") == station.read("before"))
            try terminal.press("Enter")
            try terminal.wait(for: "# by hand")
            try terminal.press("Enter")
            try terminal.wait(for: "https://typed:5000")
            #expect(try station.read("admin1.yaml").hasSuffix("# by hand\n"))
        }
    }

    @Test func theMouseIsOffUnlessItIsWantedAndOffAgainAtTheEnd() throws {
        for setting in ["off", "on"] {
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            let record = station.folder + "/record"
            try station.terminal.record(to: record)
            try station.start("MIRRORCTL_MOUSE=\(setting) mirrorctl")
            try station.terminal.wait(for: "▸ 1")
            let begun = try String(decoding: Data(contentsOf: URL(filePath: record)), as: UTF8.self)
            #expect(begun.contains("\u{1B}[?1006h") == (setting == "on"))
            try station.terminal.press("C-c")
            #expect(try station.end().modesKept)
            let all = try String(decoding: Data(contentsOf: URL(filePath: record)), as: UTF8.self)
            #expect(all.contains("\u{1B}[?1006l\u{1B}[?1000l") == (setting == "on"))
        }
    }
}
