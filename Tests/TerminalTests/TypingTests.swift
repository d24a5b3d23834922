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

    @Test func aPasteWithoutMarksPressesNoEnter() throws {
        try withEndpointStep { terminal in
            try terminal.pasteUnmarked("https://pasted.example:5000\nand more\nof it\n")
            let screen = try terminal.wait(for: "pasted.example:5000 and more of it")
            #expect(screen.contains("MIRRORS✗ › 1 https://pasted"))
            try terminal.press("C-u")
            try terminal.pasteUnmarked("registryMirrors:\n- endpoint: https://m:5000\n")
            try terminal.wait(for: "The paste holds mirrors: 1")
            try terminal.press("Enter")
            try terminal.wait(for: "https://m:5000")
        }
    }

    @Test func aPasteThatIsCutSaysSo() throws {
        let file = NSTemporaryDirectory() + "paste-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try String(repeating: "0123456789", count: 130_000).write(toFile: file, atomically: true, encoding: .utf8)
        try withEndpointStep { terminal in
            try terminal.paste(file: file)
            try terminal.wait(for: "A paste is taken up to 1 MiB")
            try terminal.press("C-u")
            try terminal.type("x")
            try terminal.wait(for: "URL         x")
        }
    }

    /// What a serial console and tmux can send for sure.
    @Test func escAndADigitIsAFunctionKey() throws {
        try withEndpointStep { terminal in
            try terminal.type("https://typed:5000")
            // Where Escape leads nowhere.
            try terminal.press("F3")
            try terminal.wait(for: "Nodes ask these")
            try terminal.press("F3")
            try terminal.wait(for: "▸CLUSTER")
            try terminal.press("Escape")
            try terminal.wait(for: "Esc: now 1 to 9")
            try terminal.press("1")
            try terminal.wait(for: "letters filter them")
            try terminal.press("Escape")
            try terminal.wait(for: "▸CLUSTER")
            try terminal.press("M-1")
            try terminal.wait(for: "letters filter them")
            try terminal.press("Escape")
            try terminal.wait(for: "▸CLUSTER")
            try terminal.press("F4")
            try terminal.wait(for: "typed:5000")
            try terminal.press("C-p")
            try terminal.wait(for: "All actions")
            try terminal.type("undo")
            try terminal.press("Enter")
            try terminal.wait("an empty field") { !$0.contains("typed:5000") }
            try terminal.press("M-z")
            try terminal.wait(for: "typed:5000")
        }
    }

    @Test func theClipboardGetsWhatTheCursorIsOn() throws {
        let record = NSTemporaryDirectory() + "record-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: record) }
        try withEndpointStep { terminal in
            try terminal.type("https://typed:5000")
            try terminal.wait(for: "URL         https://typed:5000")
            try terminal.record(to: record)
            try terminal.press("C-y")
            try terminal.wait(for: "Sent to the terminal")
            let sent = "\u{1B}]52;c;" + Data("https://typed:5000".utf8).base64EncodedString() + "\u{07}"
            let bytes = try Data(contentsOf: URL(filePath: record))
            #expect(String(decoding: bytes, as: UTF8.self).contains(sent))
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
