import Testing
import Wizard

@testable import TerminalUI

@Suite struct KeyDecoderTests {
    /// What terminals send, and the keys that were pressed. `^` stands for ESC.
    static let table: [(bytes: String, keys: [Key])] = [
        ("a", [.character("a")]), ("é世👍", [.character("é"), .character("世"), .character("👍")]),
        ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]),
        ("\u{03}", [.control("c")]), ("\u{1A}", [.control("z")]), ("\u{00}", [.control(" ")]),
        ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]),
        // xterm in normal and application mode, with modifiers
        ("^[A^[B^[C^[D", [.up, .down, .right, .left]), ("^OA^OB^OC^OD", [.up, .down, .right, .left]),
        ("^[1;5C^[1;2D^O5C", [.right, .left, .right]),
        ("^[H^[F^OH^OF", [.home, .end, .home, .end]), ("^[1~^[4~^[7~^[8~", [.home, .end, .home, .end]),
        ("^[2~^[3~^[5~^[6~", [.insert, .delete, .pageUp, .pageDown]), ("^[3;5~", [.delete]),
        ("^OP^OQ^OR^OS", [.function(1), .function(2), .function(3), .function(4)]),
        ("^[11~^[12~^[13~^[14~", [.function(1), .function(2), .function(3), .function(4)]),
        ("^[15~^[17~^[18~^[19~^[20~^[21~", (5...10).map { .function($0) }),
        ("^[23~^[24~", [.function(11), .function(12)]),
        ("^[1;2P^[1;2R", [.function(1), .function(3)]), ("^[25~", []),
        // Linux console, rxvt, VT keypad
        ("^[[A^[[E", [.function(1), .function(5)]), ("^[7$^[8^^[3@", [.home, .end, .delete]),
        ("^[a^[d^Oc", [.shiftUp, .left, .right]), ("^[1;2A^[1;2B^[b", [.shiftUp, .shiftDown, .shiftDown]),
        ("^OM^Oj^Op^Oy", [.enter, .character("*"), .character("0"), .character("9")]),
        ("^[Z", [.backTab]), ("^[1;2Z", [.backTab]),
        ("^x^X^é", [.alt("x"), .alt("X"), .alt("é")]), ("^\u{7F}", [.alt("\u{7F}")]), ("^^[A", [.up]),
        ("^\r", [.escape, .enter]), ("^^x", [.escape, .alt("x")]),
        // Mouse: press, release, motion, wheel, the X10 form
        ("^[<0;5;3M^[<0;5;3m", [.click(row: 2, column: 4)]), ("^[<35;5;3M", []), ("^[<2;5;3M", []),
        ("^[<64;1;1M^[<65;80;24M", [.scroll(row: 0, column: 0, up: true), .scroll(row: 23, column: 79, up: false)]),
        ("^[<16;5;3M", [.click(row: 2, column: 4)]), ("^[M !!a", [.character("a")]), ("^[<0;0;0M", []),
        // modifyOtherKeys, CSI u
        ("^[27;5;105~", [.control("i")]), ("^[105;5u", [.control("i")]), ("^[97;2u", [.character("A")]),
        ("^[120;3u", [.alt("x")]), ("^[9;2u", [.backTab]), ("^[13u^[27u^[127u", [.enter, .escape, .backspace]),
        ("^[57441u", []), ("^[97:65;2:1u", [.character("A")]), ("^[99999999999;1u", []), ("^[233;5u", []),
        // Pastes
        ("^[200~a\r\nb\rc\n\td^[201~x", [.paste("a\nb\nc\n\td"), .character("x")]),
        ("^[200~^[A\u{03}é^[201~", [.paste("[Aé")]), ("^[200~^[201~", [.paste("")]), ("^[201~", []),
        ("^[200~^^[201~", [.paste("")]),
        // What nobody asked for leaves nothing behind
        ("^[I^[O^[?1;2c^[>1;95;0c^[24;80R", [.function(3)]), ("^]11;rgb:0000/0000/0000\u{07}a", [.character("a")]),
        ("^P1$r0m^\\b", [.character("b")]), ("^_Gi=1;OK^\\c", [.character("c")]), ("^]0;t^[A", [.up]),
        ("^[1;\u{01}x", [.control("a"), .character("x")]), ("^[12^[A", [.up]), ("^[?2026;2$y", []), ("^[ q", []),
        ("\u{85}", []), ("^[" + String(repeating: "1;", count: 80) + "~a", [.character("a")]),
    ]

    static func bytes(_ text: String) -> [UInt8] { text.utf8.map { $0 == 0x5E ? 0x1B : $0 } }

    /// Like `bytes`, where the table itself needs a `^`: rxvt's `CSI 8 ^`.
    static let exact: [String: [UInt8]] = [
        "^[7$^[8^^[3@": [0x1B, 0x5B, 0x37, 0x24, 0x1B, 0x5B, 0x38, 0x5E, 0x1B, 0x5B, 0x33, 0x40]
    ]

    static func input(_ text: String) -> [UInt8] { exact[text] ?? bytes(text) }

    @Test func decodesWhatTerminalsSend() {
        for (text, keys) in Self.table {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Self.input(text)) == keys, "\(text.debugDescription)")
            #expect(decoder.pending == .nothing, "\(text.debugDescription)")
        }
    }

    /// A read may end anywhere: between any two bytes, and after each of them.
    @Test func splitsChangeNothing() {
        for (text, keys) in Self.table {
            let bytes = Self.input(text)
            for position in bytes.indices {
                var decoder = KeyDecoder()
                let got = decoder.feed(bytes[..<position]) + decoder.feed(bytes[position...])
                #expect(got == keys, "\(text.debugDescription) split at \(position)")
            }
            var decoder = KeyDecoder()
            #expect(bytes.flatMap { decoder.feed([$0]) } == keys, "\(text.debugDescription) byte by byte")
        }
    }

    @Test func timeEndsWhatWasHeldBack() {
        let table: [(String, KeyDecoder.Pending, [Key])] = [
            ("^", .escape, [.escape]), ("^^", .sequence, [.escape, .escape]), ("^[", .sequence, [.alt("[")]),
            ("^O", .sequence, [.alt("O")]), ("^]", .sequence, [.alt("]")]), ("^[1;5", .sequence, []),
            ("^]0;title", .sequence, []), ("^[200~half", .paste, [.paste("half")]),
            ("^[200~a^[20", .paste, [.paste("a[20")]),
        ]
        for (text, pending, keys) in table {
            var decoder = KeyDecoder()
            #expect(decoder.feed(Self.bytes(text)) == [])
            #expect(decoder.pending == pending, "\(text)")
            #expect(decoder.flush() == keys, "\(text)")
            #expect(decoder.pending == .nothing)
            #expect(decoder.feed(Array("x".utf8)) == [.character("x")], "\(text)")
        }
    }

    @Test func brokenTextCostsOnlyItself() {
        let table: [([UInt8], [Key])] = [
            ([0xFF, 0x61], [.character("a")]), ([0xE4, 0xB8, 0x61], [.character("a")]), ([0x80, 0xBF], []),
            ([0xC0, 0xAF, 0x61], [.character("a")]), ([0xED, 0xA0, 0x80, 0x61], [.character("a")]),
            ([0xF4, 0x90, 0x80, 0x80, 0x61], [.character("a")]), ([0xE4, 0x1B, 0x5B, 0x41], [.up]),
        ]
        for (bytes, keys) in table {
            var decoder = KeyDecoder()
            #expect(decoder.feed(bytes) == keys, "\(bytes)")
        }
    }

    @Test func longPastesAreCutAndEnd() {
        var decoder = KeyDecoder()
        var keys = decoder.feed(Array("\u{1B}[200~".utf8))
        let chunk = Array(repeating: UInt8(0x61), count: 100_000)
        for _ in 0..<12 { keys += decoder.feed(chunk) }
        keys += decoder.feed(Array("\u{1B}[201~b".utf8))
        #expect(keys.count == 3 && keys.dropFirst().first == .pasteCut)
        guard case .paste(let text) = keys.first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == KeyDecoder.pasteLimit)
        #expect(keys.last == .character("b"))
    }

    /// Whatever arrives, nothing but keys comes out: no control characters as text, and the decoder recovers.
    @Test func anyBytesAreHarmless() {
        var seed: UInt64 = 42
        func next() -> UInt8 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: seed >> 33)
        }
        let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x30, 0x31, 0x7E, 0x75, 0x4D, 0x9B, 0xE4, 0xB8, 0x96]
        for _ in 0..<2000 {
            var decoder = KeyDecoder()
            var keys: [Key] = []
            for _ in 0..<40 {
                let byte = next()
                keys += decoder.feed([byte & 1 == 0 ? likely[Int(byte >> 1) % likely.count] : next()])
            }
            keys += decoder.flush()
            for case .character(let character) in keys {
                #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
            }
            #expect(decoder.feed([0x61]) == [.character("a")])
        }
    }
}
