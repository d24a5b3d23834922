import Foundation
import TestSupport
import Testing

/// docs/commands.md is what the parser says; `RECORD=1` writes it anew.
@Suite struct CommandReferenceTests {
    @Test func theReferenceIsWhatTheParserSays() throws {
        let made = try Tool.run(repositoryRoot + "/Packaging/command-reference", [Tool.mirrorctl])
        #expect(made.status == 0, "\(made.errors)")
        expectGolden(made.output, "../docs/commands.md")
    }

    /// Each status that a command may end with is in the table, and no other.
    @Test func theTableOfExitsIsWhole() throws {
        let page = try String(contentsOfFile: repositoryRoot + "/docs/exit-codes.md", encoding: .utf8)
        let rows = page.matches(of: #/\n\| (\d+) \|/#).compactMap { Int32($0.1) }
        let source = try String(
            contentsOfFile: repositoryRoot + "/Sources/Operations/ExitStatus.swift",
            encoding: .utf8
        )
        #expect(rows == source.matches(of: #/case \w+ = (\d+)/#).compactMap { Int32($0.1) })
    }
}
