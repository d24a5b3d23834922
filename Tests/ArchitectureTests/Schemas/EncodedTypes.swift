import Foundation
import TestSupport

/// The types that commands print as JSON, as their sources declare them: stored properties, their types, and what is said of
/// them there. Encoding is synthesized, so that is all there is to know.
struct EncodedTypes {
    struct Property {
        let name: String
        let type: String
        let words: String
    }

    /// By full name: `NodeJSON.Node`.
    private(set) var properties: [String: [Property]] = [:]
    private(set) var words: [String: String] = [:]
    /// Cases of enums that are texts.
    private(set) var cases: [String: [String]] = [:]

    init() throws {
        for file in try ImportTests.swiftFiles(below: "Sources/mirrorctl") { try read(file) }
        try read("Sources/MirrorCore/Releases/GDCRelease.swift")
    }

    private mutating func read(_ file: String) throws {
        var scope: [(name: String, depth: Int)] = []
        var depth = 0
        var said: [Substring] = []
        for line in try ImportTests.lines(file) {
            let text = line.drop { $0 == " " }
            if let match = text.firstMatch(of: #/^\/\/\/ ?(.*)/#) {
                said.append(match.1)
                continue
            }
            let path = scope.map(\.name).joined(separator: ".")
            if let match = text.firstMatch(of: #/^(?:package |private |fileprivate )?(struct|enum|extension) ([\w.]+)/#)
            {
                scope.append((String(match.2), depth))
                let full = scope.map(\.name).joined(separator: ".")
                if match.1 == "struct" {
                    properties[full] = properties[full] ?? []
                    words[full] = said.joined(separator: " ")
                }
            } else if let last = scope.last, depth == last.depth + 1 {
                if let match = text.firstMatch(of: #/^(?:private\(set\) )?(?:let|var) (\w+): ([^={]+?)(?: = .*)?$/#) {
                    let sentence = said.joined(separator: " ")
                    properties[path]?.append(
                        Property(name: String(match.1), type: String(match.2), words: sentence)
                    )
                } else if let match = text.firstMatch(of: #/^case ([\w, ]+)$/#) {
                    cases[path, default: []] += match.1.split(separator: ",").map {
                        $0.trimmingCharacters(in: .whitespaces)
                    }
                }
            }
            said = []
            depth += text.count { $0 == "{" } - text.count { $0 == "}" }
            while let last = scope.last, depth <= last.depth { scope.removeLast() }
        }
    }

    /// What a name means inside of a type: its own, then those around it.
    func resolved(_ name: String, in scope: String) -> String? {
        var around = scope.split(separator: ".").map(String.init)
        while true {
            let full = (around + [name]).joined(separator: ".")
            if properties[full] != nil || cases[full] != nil { return full }
            if around.popLast() == nil { return nil }
        }
    }
}
