/// `algorithm:hex`, checked as opencontainers/go-digest `Digest.Validate` does.
package struct ContentDigest: Equatable, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) throws(ImageReferenceError) {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex, text.index(after: colon) < text.endIndex
        else { throw .invalidChecksumFormat }
        let encoded = text[text.index(after: colon)...].utf8
        guard let length = Self.hexLengths[String(text[..<colon])] else {
            throw Self.hasGeneralForm(text[..<colon], encoded) ? .unsupportedDigest : .invalidChecksumFormat
        }
        guard encoded.count == length else { throw .invalidChecksumLength }
        guard encoded.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) }) else { throw .invalidChecksumFormat }
        description = text
    }

    private static let hexLengths = ["sha256": 64, "sha384": 96, "sha512": 128]

    /// `[a-z0-9]+([.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+`
    private static func hasGeneralForm(_ algorithm: Substring, _ encoded: Substring.UTF8View) -> Bool {
        let components = algorithm.split(omittingEmptySubsequences: false) { ".+_-".contains($0) }
        return components.allSatisfy { component in
            !component.isEmpty && component.utf8.allSatisfy { $0.isDigit || (0x61...0x7A).contains($0) }
        } && encoded.allSatisfy { $0.isAlphanumeric || $0 == 0x3D || $0 == 0x5F || $0 == 0x2D }
    }
}
