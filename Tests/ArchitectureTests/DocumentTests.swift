import Foundation
import TestSupport
import Testing

/// The pages for people: what they link to is there, and each is found from the README.
@Suite struct DocumentTests {
    private static func pages() throws -> [String] {
        let top = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot).filter { $0.hasSuffix(".md") }
        let below = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/docs")
        return (top + below.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }).sorted()
    }

    /// Without what is shown as code.
    private static func prose(_ page: String) throws -> String {
        var isCode = false
        return try ImportTests.lines(page).filter { line in
            let isFence = line.hasPrefix("```")
            if isFence { isCode.toggle() }
            return !isCode && !isFence
        }.joined(separator: "\n")
    }

    /// As the places that show Markdown make them of headings.
    private static func anchors(_ page: String) throws -> Set<String> {
        let headings = try prose(page).split(separator: "\n").filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let text = heading.drop { $0 == "#" || $0 == " " }.lowercased()
                return String(
                    text.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.map { $0 == " " ? "-" : $0 }
                )
            }
        )
    }

    private static func links(_ page: String) throws -> [String] {
        try prose(page).matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
    }

    @Test func everyLinkLeadsSomewhere() throws {
        var count = 0
        for page in try Self.pages() {
            let folder = page.hasPrefix("docs/") ? "docs/" : ""
            for link in try Self.links(page) where !link.hasPrefix("https://") {
                count += 1
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let path =
                    parts[0].isEmpty
                    ? page : parts[0].hasPrefix("../") ? String(parts[0].dropFirst(3)) : folder + parts[0]
                let isThere = FileManager.default.fileExists(atPath: "\(repositoryRoot)/\(path)")
                #expect(isThere, "\(page): \(link)")
                guard isThere, parts.count == 2 else { continue }
                #expect(try Self.anchors(path).contains(parts[1]), "\(page): \(link)")
            }
        }
        #expect(count > 50)
    }

    @Test func everyPageIsFoundFromTheREADME() throws {
        var open = ["README.md"]
        var seen: Set<String> = []
        while let page = open.popLast() {
            guard seen.insert(page).inserted else { continue }
            for link in try Self.links(page) {
                let path = link.prefix { $0 != "#" }
                guard path.hasSuffix(".md"), !path.contains("://") else { continue }
                open.append(
                    page.hasPrefix("docs/")
                        ? path.hasPrefix("../") ? String(path.dropFirst(3)) : "docs/" + path : String(path)
                )
            }
        }
        #expect(try Set(Self.pages()).subtracting(seen).sorted() == [])
    }

    @Test func theREADMEIsAFrontDoor() throws {
        #expect(try ImportTests.lines("README.md").count < 130)
    }

    /// What the README shows was taken from the program by `Demo/pictures`, and stands there as a picture, too.
    @Test func thePicturesAreOfOneScreen() throws {
        let folder = repositoryRoot + "/docs/pictures"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let readme = try String(contentsOfFile: repositoryRoot + "/README.md", encoding: .utf8)
        for name in ["endpoint", "review", "fleet", "push"] {
            #expect(names.contains(name + ".svg") && names.contains(name + ".txt"), "\(name)")
            #expect(readme.contains("docs/pictures/\(name).svg"), "\(name)")
            let picture = try String(contentsOfFile: "\(folder)/\(name).svg", encoding: .utf8)
            let screen = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
            let words = screen.split { $0.isWhitespace }.filter { $0.allSatisfy { $0.isLetter } && $0.count > 3 }
            #expect(words.count > 5)
            for word in words { #expect(picture.contains(word), "\(name): \(word)") }
        }
        let shown = try String(contentsOfFile: "\(folder)/endpoint.txt", encoding: .utf8)
        #expect(readme.contains(shown.trimmingCharacters(in: .newlines)))
    }
}
