import Diagnosis
import MirrorCore
import Testing

@Suite struct SuppressionsTests {
    static func endpoint(_ url: String) throws -> MirrorEndpoint {
        let mirrors = validate([MirrorDraft(endpoint: url)], for: .header).mirrors
        return try #require(mirrors?.first?.endpoint)
    }

    @Test func aLineCountsForItsCodeAndPlaceOnly() throws {
        let text = "# kept\n\nMIR0216 h.example:5000 renewed by cron\nMIR0218\th.example  old hardware \r\n"
        let suppressions = try Suppressions(text)
        let soon = Finding(code: "MIR0216", severity: .warning, evidence: [])
        let small = Finding(code: "MIR0218", severity: .warning, evidence: [])
        let here = try Self.endpoint("https://h.example:5000")
        let there = try Self.endpoint("https://h.example:5001")
        #expect(suppressions.reason(for: soon, at: here) == "renewed by cron")
        #expect(suppressions.reason(for: soon, at: there) == nil)
        #expect(suppressions.reason(for: small, at: there)?.hasPrefix("old hardware") == true)
        #expect(Suppressions.none.reason(for: soon, at: here) == nil)
    }

    @Test func aReasonIsNotOptional() {
        for text in ["MIR0216 h", "MIR0216", "MIR0216 h   ", "MIR0216 h -"] {
            #expect(throws: SuppressionError.noReason(line: 2)) { try Suppressions("# a\n" + text) }
        }
        #expect(throws: SuppressionError.unknownCode(line: 1, code: "MIR9999")) { try Suppressions("MIR9999 h why") }
    }
}
