import Foundation
import TestSupport
import Testing

/// What is typed arrives, whole and where it belongs.
@Suite(.serialized, .terminals) struct TypingTests {
    private func withEndpointStep(_ body: (Tmux) throws -> Void) throws {
        let station = try Workstation(columns: 80, rows: 24)
        defer { station.remove() }
        try station.start("mirrorctl")
        try station.terminal.wait(for: "^C leave")
        try station.terminal.press("1")
        try station.terminal.wait(for: "▸CLUSTER")
        try station.go(to: "MIRRORS › 1 a new one")
        try body(station.terminal)
        try station.terminal.press("C-c")
        try station.terminal.wait(for: "Esc stay")
        try station.terminal.press("Enter")
        #expect(try station.end().modesKept)
    }

    @Test func aPasteIsTextAndNoKeys() throws {
        try withEndpointStep { terminal in
            try terminal.paste("https://pasted.example:5000\n\tmore\u{1B}[B\n")
            let screen = try terminal.wait(for: "pasted.example:5000")
            #expect(screen.contains("MIRRORS✗ › 1 https://pasted"))
        }
    }

    @Test func wideCharactersAreEditedWhole() throws {
        try withEndpointStep { terminal in
            try terminal.type("https://世界é")
            try terminal.wait(for: "URL         https://世界é")
            try terminal.press("Left", "BSpace")
            try terminal.type("中")
            let screen = try terminal.wait(for: "URL         https://世中é")
            // Nothing of the deleted character stays, and the line is no longer than it was.
            #expect(!screen.contains("界"))
        }
    }

    @Test func nothingIsLostInABurst() throws {
        let text = "https://" + String(repeating: "世é", count: 300) + "end"
        try withEndpointStep { terminal in
            try terminal.type(text)
            try terminal.wait("the end of the text") { $0.contains("世éend") }
            try terminal.press("Home")
            try terminal.wait(for: "URL         https://世é世é")
            try terminal.press("C-k")
            try terminal.wait("an empty field") { !$0.contains("世") }
        }
    }
}
