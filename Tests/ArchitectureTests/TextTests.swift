import Foundation
import TestSupport
import Testing

/// Every text that is shown comes from the catalogue, and every text of the catalogue is shown.
@Suite struct TextTests {
    /// Keys that the sources name as literals: `Phrase("a.b"` and `texts("a.b"`.
    static func namedKeys() throws -> Set<String> {
        var keys: Set<String> = []
        let pattern = try Regex(#"(?:Phrase|texts)\(\s*"([A-Za-z]+\.[A-Za-z0-9.\-]+)""#)
        for file in try ImportTests.swiftFiles(below: "Sources") {
            let text = try String(contentsOfFile: "\(repositoryRoot)/\(file)", encoding: .utf8)
            for match in text.matches(of: pattern) {
                if let key = match.output[1].substring { keys.insert(String(key)) }
            }
        }
        return keys
    }

    static func englishKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for file in try ImportTests.swiftFiles(below: "Sources/MirrorCore/Texts") where file.contains("/English") {
            var section = ""
            for line in try ImportTests.lines(file) {
                let text = line.drop { $0 == " " }
                if text.hasPrefix("["), text.hasSuffix("]") { section = String(text.dropFirst().dropLast()) }
                guard let range = text.firstRange(of: " = "), !section.isEmpty else { continue }
                let key = text[..<range.lowerBound].filter { $0 != "\"" }
                keys.insert("\(section).\(key)")
            }
        }
        return keys
    }

    @Test func everyNamedKeyHasItsText() throws {
        let english = try Self.englishKeys()
        let named = try Self.namedKeys()
        #expect(named.count > 50)
        #expect(named.subtracting(english).sorted() == [])
    }
}

extension TextTests {
    /// Prose in a literal is a text that no translator would find.
    @Test func noProseStandsInTheSources() throws {
        let prose = try Regex(#""[^"]*[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}[^"]*""#)
        for file in try ["Sources/mirrorctl", "Sources/Wizard", "Sources/TerminalUI"].flatMap(ImportTests.swiftFiles) {
            for line in try ImportTests.lines(file) where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                #expect(line.firstMatch(of: prose) == nil, "\(file): \(line)")
            }
        }
    }
}

extension TextTests {
    /// The README's screen is the wizard's.
    @Test func theScreenOfTheREADMEIsTheWizards() throws {
        let readme = try String(contentsOfFile: repositoryRoot + "/README.md", encoding: .utf8)
        let snapshot = try ImportTests.lines("Tests/WizardTests/Snapshots/endpoint.filled.80x24.txt").prefix(24)
        #expect(readme.contains(snapshot.joined(separator: "\n")))
    }
}
