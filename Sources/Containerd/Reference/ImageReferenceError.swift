/// Why containerd refuses an image reference; `description` is its own text.
package enum ImageReferenceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal characters: that is an image's ID.
    case identifier(String)
    case uppercase(String?)
    case invalidFormat
    case emptyName
    case nameContainsUppercase
    case tooLong
    case unsupportedDigest
    case invalidChecksumFormat
    case invalidChecksumLength
    /// The second parse, `reference.Parse`.
    case invalidReference
    case hostnameRequired
    case url(String)

    package var description: String {
        switch self {
        case .identifier(let text):
            "invalid repository name (\(text)), cannot specify 64-byte hexadecimal strings"
        case .uppercase(nil): "invalid reference format: repository name must be lowercase"
        case .uppercase(let name?): "invalid reference format: repository name (\(name)) must be lowercase"
        case .invalidFormat: "invalid reference format"
        case .emptyName: "repository name must have at least one component"
        case .nameContainsUppercase: "repository name must be lowercase"
        case .tooLong: "repository name must not be more than 255 characters"
        case .unsupportedDigest: "unsupported digest algorithm"
        case .invalidChecksumFormat: "invalid checksum digest format"
        case .invalidChecksumLength: "invalid checksum digest length"
        case .invalidReference: "invalid reference"
        case .hostnameRequired: "hostname required"
        case .url(let text): text
        }
    }
}
