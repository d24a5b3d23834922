import TOML

/// How much of one configuration is read, with all that it imports. containerd itself has no such limits.
package enum ConfigLimit: Equatable, Sendable {
    case files, bytes, values, names

    /// Hosts that are asked for one registry host's images: what each answer leads to is worked out for all of them.
    static let maximumHosts = 256
    /// Files in all.
    static let maximumFiles = 1000
    /// Of all files.
    static let maximumBytes = TOMLDocument.maximumBytes

    package var key: String {
        switch self {
        case .files: "tooManyFiles"
        case .bytes: "tooManyBytes"
        case .values: "tooManyValues"
        case .names: "tooManyNames"
        }
    }

    /// In the unit of its text: files, MiB, names.
    package var value: Int {
        switch self {
        case .files: Self.maximumFiles
        case .bytes: Self.maximumBytes >> 20
        case .values: TOMLDocument.maximumValues
        case .names: PathGlob.maximumNames
        }
    }
}
