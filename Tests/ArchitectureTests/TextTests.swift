import Foundation
import TestSupport
import Testing
import Texts

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

    @Test func everyNamedKeyHasItsText() throws {
        let english = Catalogue.english.keys
        let named = try Self.namedKeys()
        #expect(named.count > 50)
        #expect(named.subtracting(english).sorted() == [])
    }

    /// In whole, or by a literal that puts it together of words which are all there.
    @Test func everyTextIsNamed() throws {
        var literals: Set<String> = []
        var words: Set<Substring> = []
        let literal = try Regex(#""((?:[^"\\\n]|\\.)*)""#)
        for file in try ImportTests.swiftFiles(below: "Sources") + ["Sources/MirrorCore/Releases/releases.toml"] {
            let text = try String(contentsOfFile: "\(repositoryRoot)/\(file)", encoding: .utf8)
            literals.formUnion(text.matches(of: literal).compactMap { $0.output[1].substring.map(String.init) })
            words.formUnion(text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        }
        let patterns = literals.filter { $0.contains("\\(") }.map { Self.parts(of: $0) }.filter { $0.count > 1 }
        let endings = literals.filter { $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) }
        func isNamed(_ key: String) -> Bool {
            if literals.contains(key) { return true }
            let isPutTogether = patterns.contains { parts in
                guard let filled = Self.filled(parts, key) else { return false }
                return filled.allSatisfy { value in
                    value.split(separator: ".").allSatisfy {
                        words.contains($0) || words.contains($0.lowercased()[...])
                    }
                }
            }
            return isPutTogether || endings.contains { key.hasSuffix($0) && isNamed(String(key.dropLast($0.count))) }
        }
        #expect(Catalogue.english.keys.filter { !isNamed($0) }.sorted() == [])
    }

    /// What stands between the values of a literal.
    private static func parts(of literal: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = literal[...]
        while let open = rest.firstRange(of: "\\(") {
            parts.append(rest[..<open.lowerBound])
            var depth = 1
            var at = open.upperBound
            while at < rest.endIndex, depth > 0 {
                depth += rest[at] == "(" ? 1 : rest[at] == ")" ? -1 : 0
                at = rest.index(after: at)
            }
            rest = rest[at...]
        }
        return parts + [rest]
    }

    /// The values with which a literal becomes a key.
    private static func filled(_ parts: [Substring], _ key: String) -> [Substring]? {
        guard let first = parts.first, key.hasPrefix(first) else { return nil }
        var values: [Substring] = []
        var rest = key.dropFirst(first.count)
        for (index, part) in parts.enumerated().dropFirst() {
            if part.isEmpty {
                values.append(rest)
                return index == parts.count - 1 ? values : nil
            }
            let found =
                index == parts.count - 1
                ? rest.hasSuffix(part) ? rest.index(rest.endIndex, offsetBy: -part.count) : nil
                : rest.firstRange(of: part)?.lowerBound
            guard let found else { return nil }
            values.append(rest[..<found])
            rest = rest[found...].dropFirst(part.count)
        }
        return rest.isEmpty ? values : nil
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
