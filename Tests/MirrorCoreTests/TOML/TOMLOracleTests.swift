import Foundation
import MirrorCore
import TOML
import TOMLKit
import TestSupport
import Testing

/// Readers that are not ours must say the same.
@Suite struct TOMLOracleTests {
    /// Where Python's reader leaves the specification: no byte order mark, no second 60, no year 0.
    private static let pythonDiffers: Set<String> = [
        "\u{FEFF}a = 1", "a = 9223372036854775808", "a = -9223372036854775809",
        "a = 0x8000000000000000",
    ]

    @Test func agreesWithTomllib() throws {
        var random = SeededGenerator(seed: 11)
        let generated = (0..<400).map { _ in TOMLGenerator.document(using: &random) }
        let mutated = generated.map { TOMLGenerator.mutate($0, using: &random) }
        let documents = (validTOML.map(\.document) + invalidTOML + generated + mutated).filter {
            !Self.pythonDiffers.contains($0)
        }
        let answers = try ask(documents)
        #expect(answers.count == documents.count)
        for (document, answer) in zip(documents, answers) {
            let ours = (try? TOMLDocument(document)).map { TOMLNotation.of($0.root) }
            let same = ours.map { Array($0.unicodeScalars) } == answer.map { Array($0.unicodeScalars) }
            #expect(same, "\(document.debugDescription)\nours: \(ours ?? "error")\ntheirs: \(answer ?? "error")")
        }
    }

    @Test func generatedDocumentsAgreeWithTOMLKit() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<400 {
            let document = TOMLGenerator.document(using: &random)
            let ours = TOMLNotation.of(try TOMLDocument(document).root)
            let theirs = try TOMLKit.TOMLTable(string: document).convert(to: .toml)
            // TOMLKit sorts: compare what its text says, in an order of its own.
            #expect(
                sorted(try TOMLDocument(theirs).root) == sorted(try TOMLDocument(document).root),
                "\(document)\n\(ours)"
            )
        }
    }

    private func sorted(_ table: TOML.TOMLTable) -> String {
        "{" + table.entries.map { "\($0.key)=\(sorted($0.value))" }.sorted().joined(separator: ",") + "}"
    }

    private func sorted(_ value: TOML.TOMLValue) -> String {
        switch value {
        case .table(let table): sorted(table)
        case .array(let elements): "[" + elements.map { sorted($0.value) }.joined(separator: ",") + "]"
        default: TOMLNotation.of(value)
        }
    }

    private func ask(_ documents: [String]) throws -> [String?] {
        let file = FileManager.default.temporaryDirectory.appending(path: "toml-oracle-\(UUID().uuidString).json")
        try JSONEncoder().encode(documents).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Tool.run(
            "/usr/bin/env",
            ["python3", "\(repositoryRoot)/Tests/MirrorCoreTests/TOML/oracle.py", file.path]
        )
        return try JSONDecoder().decode([String?].self, from: result.data)
    }
}
