import Foundation
import TestSupport
import Testing

/// A password typed for `--write-docker-config`: not shown, not kept, and the terminal is itself again.
@Suite(.serialized, .terminals) struct PasswordPromptTests {
    private func ask(_ body: (Tmux, Lab, String) throws -> Void) throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let terminal = try Tmux(columns: 100, rows: 30, directory: folder.path)
        try terminal.run("clear; stty -g >before")
        try terminal.run(
            "\(Tool.mirrorctl) probe \(lab.url("basic")) --ca-cert \(lab.caPath) "
                + "--username puller --write-docker-config login.json; echo status $?; stty -g >after"
        )
        try terminal.wait(for: "Password of puller")
        try body(terminal, lab, folder.path)
        let before = try String(contentsOfFile: folder.path + "/before", encoding: .utf8)
        try terminal.wait("the modes") { _ in
            (try? String(contentsOfFile: folder.path + "/after", encoding: .utf8)) == before
        }
    }

    @Test func whatIsTypedIsNotShown() throws {
        try ask { terminal, _, folder in
            try terminal.type("wrong")
            try terminal.press("C-u")
            try terminal.type("lab-secretX")
            try terminal.press("BSpace")
            try terminal.press("Enter")
            let screen = try terminal.wait(for: "status 0")
            #expect(!screen.contains("lab-secret"))
            #expect(
                try String(contentsOfFile: folder + "/login.json", encoding: .utf8).contains("cHVsbGVyOmxhYi1zZWNyZXQ=")
            )
        }
    }

    @Test func controlCLeavesNothing() throws {
        try ask { terminal, _, folder in
            try terminal.type("half")
            try terminal.press("C-c")
            let screen = try terminal.wait(for: "status 130")
            #expect(!screen.contains("half"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/login.json"))
        }
    }
}
