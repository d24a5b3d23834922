import Foundation
import ImagePackage
import TestSupport
import Testing

/// What Tests/Lab/make-package makes, once for this test process.
struct Packages: Sendable {
    let folder: TemporaryFolder
    /// Image name → digest.
    let expected: [String: String]

    private static let shared = Result { try make() }

    static func made() throws -> Packages { try shared.get() }

    func callAsFunction(_ name: String) -> String { folder(name) }

    private static func make() throws -> Packages {
        let folder = try TemporaryFolder()
        let result = try Tool.run("/usr/bin/python3", ["\(repositoryRoot)/Tests/Lab/make-package", folder.path])
        try #require(result.status == 0, "\(result.errors)")
        let expected = try JSONDecoder().decode(
            [String: String].self,
            from: Data(try folder.bytes("expected.json"))
        )
        return Packages(folder: folder, expected: expected)
    }
}
