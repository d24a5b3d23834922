import Foundation
import TestSupport
import Testing

/// docs/security.md names for each promise the suites that hold it.
@Suite struct SecurityDocumentTests {
    @Test func everySuiteThatIsNamedIsThere() throws {
        let document = try String(contentsOfFile: repositoryRoot + "/docs/security.md", encoding: .utf8)
        let rows = document.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.contains("| held by |") }
        #expect(rows.count > 20)
        let suites = try Self.suites()
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 2, "\(row)")
            let named = cells[1].split(separator: "`").map(String.init).filter { $0.hasSuffix("Tests") }
            #expect(!named.isEmpty, "nothing holds: \(cells[0])")
            for name in named { #expect(suites.contains(name), "no suite \(name) for: \(cells[0])") }
        }
    }

    /// Each reader with a fuzz of its own is in the document, so that what runs at night is known.
    @Test func everyFuzzIsNamed() throws {
        let document = try String(contentsOfFile: repositoryRoot + "/docs/security.md", encoding: .utf8)
        for suite in try Self.suites() where suite.contains("Fuzz") {
            #expect(document.contains("`\(suite)`"), "\(suite)")
        }
    }

    private static func suites() throws -> Set<String> {
        var found: Set<String> = []
        for path in try ImportTests.swiftFiles(below: "Tests") {
            let text = try ImportTests.lines(path).joined(separator: "\n")
            for match in text.matches(of: #/struct (\w+Tests)\b/#) { found.insert(String(match.1)) }
        }
        return found
    }
}
