import Foundation
import TestSupport
import Testing

/// The table "Recipes" of docs/architecture.md: what it names is there, and no place to add something is missing in it.
@Suite struct RecipeTests {
    private static func recipes() throws -> [Substring] {
        let lines = try ImportTests.lines("docs/architecture.md")
        let start = try #require(lines.firstIndex(of: "## Recipes"))
        let rows = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| ") }
        return Array(rows.dropFirst())
    }

    private static func paths() throws -> [String] {
        let root = repositoryRoot
        let below = try ["Sources", "Tests", "Themes", "docs"].flatMap { folder in
            let names = try #require(FileManager.default.enumerator(atPath: "\(root)/\(folder)"))
            return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }
        }
        return below + ["Package.swift"]
    }

    /// What stands between backticks.
    private static func names(_ recipe: Substring) -> [Substring] {
        recipe.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    }

    @Test func whatARecipeNamesIsThere() throws {
        let paths = try Self.paths()
        var words: Set<Substring> = []
        for file in paths where file.hasSuffix(".swift") || file.hasSuffix(".c") {
            let text = try String(contentsOfFile: "\(repositoryRoot)/\(file)", encoding: .utf8)
            words.formUnion(text.split { !($0.isLetter || $0.isNumber || $0 == "_") })
        }
        let recipes = try Self.recipes()
        #expect(recipes.count > 25)
        for recipe in recipes {
            for name in Self.names(recipe) {
                let isFile = name.contains("/") || name.contains(#/\.(?:swift|toml|c|inc|md)$/#)
                if isFile {
                    #expect(paths.contains { $0 == name || $0.hasSuffix("/\(name)") }, "\(name): \(recipe)")
                } else if let first = name.first, first.isUppercase, !name.contains("=") {
                    for word in name.split(separator: ".") { #expect(words.contains(word), "\(word): \(recipe)") }
                }
            }
        }
    }

    /// Each file that says `ADD … HERE`, or how, by its name or that of its type.
    @Test func everyPlaceToAddIsInARecipe() throws {
        let named = Set(
            try Self.recipes().flatMap(Self.names).flatMap { $0.split { !($0.isLetter || $0.isNumber) } }
        )
        var seen = 0
        for path in try Self.paths() where path.hasPrefix("Sources/") || path.hasPrefix("Themes/") {
            guard let text = try? String(contentsOfFile: "\(repositoryRoot)/\(path)", encoding: .utf8),
                text.contains(#/\bADD (?:A|AN) [A-Z]+\b/#)
            else { continue }
            let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
            #expect(named.contains(name), "\(path)")
            seen += 1
        }
        #expect(seen > 20)
    }
}
