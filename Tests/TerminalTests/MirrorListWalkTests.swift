import Foundation
import TestSupport
import Testing

/// The list of mirrors in a terminal: nothing goes by accident, everything comes back, and Enter alone arrives.
@Suite(.serialized, .terminals) struct MirrorListWalkTests {
    @Test func removedAndTakenBackThenEnterToTheEnd() throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        let list = """
            registryMirrors:
            - endpoint: https://127.0.0.1:1
            - endpoint: https://127.0.0.1:2

            """
        let file = list + ClusterFiles.adminHeader + ClusterFiles.adminRest
        try station.write(file, to: "admin1.yaml")
        let terminal = station.terminal
        try station.start("mirrorctl wizard --cluster-config admin1.yaml")
        try terminal.wait(for: "2  https://127.0.0.1:2")
        // Whoever thinks of a text field loses nothing.
        try terminal.type("dx<>")
        try terminal.press("DC")
        try terminal.wait("one mirror") { !$0.contains("127.0.0.1:1 ") && $0.contains("1  https://127.0.0.1:2") }
        try terminal.press("C-z")
        try terminal.wait(for: "2  https://127.0.0.1:2")
        try terminal.press("Down", "S-Up")
        try terminal.wait(for: "1  https://127.0.0.1:2")
        try terminal.press("C-z")
        try terminal.wait(for: "1  https://127.0.0.1:1")
        try terminal.press("Up", "Enter")
        try terminal.wait(for: "› 1 https://127.0.0.1:1")
        // However many there are: at the end nothing is to be written, so the last one leaves, and none reaches the nodes.
        for _ in 0..<60 {
            let screen = try terminal.screen()
            guard screen.contains("^C leave") else { break }
            #expect(!screen.contains("bmctl is not on PATH"))
            try terminal.press("Enter")
        }
        let end = try station.end()
        #expect(end.modesKept && end.exitCode == 0)
        #expect(try station.read("admin1.yaml") == file)
    }
}
