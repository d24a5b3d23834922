import Foundation
import GoData
import TestSupport
import Testing

/// One case that was run through containerd itself.
struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let versions: [String]
    let input: JSONValue
    let expected: JSONValue

    enum CodingKeys: String, CodingKey {
        case id, kind, input, expected
        case versions = "containerd_versions"
    }

    var testDescription: String { "\(kind) \(id)" }

    /// None where they cannot be read; a test of its own says so.
    static let all = (try? load()) ?? []

    /// The file beside these tests, or the one that `MIRRORCTL_VECTORS` names.
    static func load() throws -> [Vector] {
        let path =
            ProcessInfo.processInfo.environment["MIRRORCTL_VECTORS"]
            ?? "\(repositoryRoot)/Tests/ConformanceTests/Vectors/containerd.json"
        return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: URL(filePath: path)))
    }
}
