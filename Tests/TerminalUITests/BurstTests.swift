import Testing
import Wizard

@testable import TerminalUI

/// Pastes without marks, and keys that were typed ahead.
@Suite struct BurstTests {
    @Test func aTextWithLineEndsIsAPaste() {
        for text in [
            "a: b\r\nc: dddd\r\n", "one\rtwo\rthree", "a\rbcdefgh",
            "- endpoint: x\n\ty\n", "世界世界\r世界世界", "d\rd\rd\rd\rd\rd\rd\rd\r",
        ] {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Array(text.utf8)) == [], "\(text.debugDescription)")
            #expect(decoder.pending == .burst)
            let expected = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            #expect(decoder.flush() == [.paste(expected)])
            #expect(decoder.pending == .nothing)
            #expect(decoder.feed([0x0D]) == [.enter])
        }
    }

    /// Typed ahead or pasted: it may go on, and no more.
    @Test func oneLineWithItsEnd() {
        for text in ["https://h:5000\r", "https://h:5000\n", "世界世界世界世界\r\n"] {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Array(text.utf8)) == [])
            #expect(decoder.flush() == [.paste(String(text.dropLast())), .lineEnd], "\(text.debugDescription)")
            // More of it, in time.
            #expect(decoder.feed(Array(text.utf8)) == [] && decoder.feed(Array("more".utf8)) == [])
            #expect(decoder.flush() == [.paste(text.dropLast() + "\nmore")])
        }
    }

    @Test func keysThatWereTypedAheadAreKeys() {
        let letters = { (text: String) in text.map { Key.character($0) } }
        let table: [(String, [Key])] = [
            ("\r", [.enter]), ("\r\r\r", [.enter, .enter, .enter]), ("gcr.io\r", letters("gcr.io") + [.enter]),
            ("u\rpw\r", letters("u") + [.enter] + letters("pw") + [.enter]),
            ("https://h:5000", letters("https://h:5000")), ("https://h:5000\t", letters("https://h:5000") + [.tab]),
            ("\rhttps://h:5000", [.enter] + letters("https://h:5000")),
            ("https://h:5000\u{1B}[B\r", letters("https://h:5000") + [.down, .enter]),
            ("https://h:5000\u{7F}\r", letters("https://h:5000") + [.backspace, .enter]),
        ]
        for (text, keys) in table {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Array(text.utf8)) == keys, "\(text.debugDescription)")
            #expect(decoder.pending == .nothing, "\(text.debugDescription)")
        }
    }

    @Test func whatFollowsWithoutAPauseBelongsToIt() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\rregistryMirrors:\r".utf8)) == [.enter])
        #expect(decoder.feed(Array("- x\u{1B}[A\r".utf8)) == [])
        #expect(decoder.feed(Array("\r".utf8)) == [])
        #expect(decoder.flush() == [.paste("registryMirrors:\n- x[A\n\n")])
    }

    @Test func controlCAlwaysWorks() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("registryMirrors:\r".utf8)) == [])
        #expect(decoder.feed([0x03]) == [.paste("registryMirrors:"), .lineEnd, .control("c")])
        #expect(decoder.pending == .nothing)
    }

    @Test func aLongOneIsCutAndSaysSo() {
        var decoder = KeyDecoder()
        let line = Array((String(repeating: "x", count: 99) + "\r").utf8)
        for _ in 0..<(KeyDecoder.pasteLimit / 100 + 10) { #expect(decoder.feed(line) == []) }
        let keys = decoder.flush()
        #expect(keys.count == 2 && keys.last == .pasteCut)
        guard case .paste(let text) = keys.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyDecoder.pasteLimit)
        #expect(decoder.feed(Array("gcr.io?!\r".utf8)) == [] && decoder.flush() == [.paste("gcr.io?!"), .lineEnd])
    }
}
