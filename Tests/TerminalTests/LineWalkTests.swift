import Foundation
import MirrorCore
import TestSupport
import Testing

/// The wizard in lines on a real terminal: a password is typed unseen, and leaving keeps a draft.
@Suite(.serialized, .terminals) struct LineWalkTests {
    @Test func aSessionInLines() throws {
        let lab = try Lab.running()
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        let terminal = station.terminal
        try terminal.record(to: station.folder + "/terminal")
        try station.start("ACCESSIBLE=1 mirrorctl")
        func answer(_ question: String, _ text: String) throws {
            try terminal.wait(for: question)
            try terminal.type(text)
            try terminal.press("Enter")
        }
        try answer("File (", "")
        try answer("Write to", "")
        try answer("URL (", lab.url("basic"))
        try answer("Namespace (", "mirror")
        try answer("Hosts (", "docker.io")
        try answer("CA (", lab.caPath)
        try answer("Login (", "config.json")
        try answer("Probe with (", ":make")
        try answer("User", "puller")
        try answer("Password", "lab-secret")
        try answer("make the config.json? yes", "yes")
        try answer("Type yes (write)", "yes")
        try terminal.wait("the next question") { screen in
            let end = screen.firstRange(of: "config.json is written.")?.upperBound
            return end.map { screen[$0...].contains("Probe with (") } ?? false
        }
        try terminal.press("Enter")
        try terminal.wait(for: "nothing is wrong")
        try answer("A number opens a mirror", "")
        try answer("yes or no", "yes")
        let end = try station.end()
        #expect(end.exitCode == 0 && end.modesKept)
        #expect(end.screen.contains("mirrorctl push images") && end.screen.contains("mirrorctl apply"))
        #expect(try station.read("registry-mirrors.yaml").contains("docker.io"))
        #expect(try station.read("config.json").contains("cHVsbGVyOmxhYi1zZWNyZXQ="))
        #expect(try !station.read("terminal").contains("lab-secret"))
    }

    @Test func controlDKeepsTheAnswers() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        let terminal = station.terminal
        try station.start("TERM=dumb mirrorctl")
        try terminal.wait(for: "File (")
        try terminal.press("Enter", "Enter")
        try terminal.wait(for: "URL (")
        try terminal.type("http://127.0.0.1:1")
        try terminal.press("Enter")
        try terminal.wait(for: "Namespace (")
        try terminal.press("C-d")
        let end = try station.end()
        #expect(end.exitCode == 130 && end.modesKept)
        #expect(end.screen.contains("kept as a draft") && end.screen.contains("registry-mirrors.yaml was not written"))
        try terminal.run("clear")
        try station.start("mirrorctl --plain")
        try terminal.wait(for: "There is a draft")
        try terminal.type("yes")
        try terminal.press("Enter")
        try terminal.wait(for: "Namespace (")
        try terminal.type(":back")
        try terminal.press("Enter")
        try terminal.wait(for: "[http://127.0.0.1:1]")
        try terminal.type(":quit")
        try terminal.press("Enter")
        #expect(try station.end().exitCode == 130)
    }
}
