import MirrorCore
import Testing
import Texts

@Suite struct TextSinkTests {
    /// C0, DEL, C1, separators and bidi overrides.
    static let harmful: [UInt32] = {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069,
        ]
        return ranges.flatMap { Array($0) }
    }()

    @Test(arguments: [TextSink.line, .words, .document])
    func nothingHarmfulIsLeft(_ sink: TextSink) throws {
        for value in Self.harmful {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(sink.safe("a\(scalar)b") == "a\u{FFFD}b", "\(value)")
        }
        #expect(sink.safe("日本語 ✓ é") == "日本語 ✓ é")
    }

    @Test func lineEndsGoWhereTheyMay() {
        #expect(TextSink.line.safe("a\tb\nc\r\nd") == "a b c  d")
        #expect(TextSink.words.safe("a\tb\nc\r\nd") == "a\tb\nc \nd")
        #expect(TextSink.document.safe("a\tb\nc\r\nd\u{1B}") == "a\tb\nc\r\nd\u{FFFD}")
    }

    @Test func jsonLosesNothing() throws {
        for value in Self.harmful where value >= 0x20 {
            let scalar = try #require(Unicode.Scalar(value))
            let digits = String(value, radix: 16)
            let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            #expect(TextSink.json.safe("\"a\(scalar)b\"\n") == "\"a\(escape)b\"\n")
        }
    }
}
