/// Why a Docker config is none for the programs that read it.
package struct DockerConfigTrouble: Equatable, Sendable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case empty
        /// EF BB BF before the first brace.
        case byteOrderMark
        /// UTF-16 or UTF-32; `encoding` has its name.
        case wideCharacters
        /// The manifest of a Secret that holds the config.
        case secretManifest
        /// The base64 of a config, as it stands in a Secret.
        case base64
        /// A member of another type than the programs want.
        case wrongType
        // What Go's scanner stops at.
        case comma, controlCharacter, trailingText, depth, quotes, comment, cut, yaml, otherText
    }

    package var kind: Kind
    /// Go's words; empty where it does not come to them.
    package var words: String
    package var line: Int?
    package var column: Int?
    /// As `iconv` calls it.
    package var encoding: String?

    package init(kind: Kind, words: String = "", line: Int? = nil, column: Int? = nil, encoding: String? = nil) {
        self.kind = kind
        self.words = words
        self.line = line
        self.column = column
        self.encoding = encoding
    }

    var evidence: [String] {
        guard let line, let column else { return words.isEmpty ? [] : [words] }
        return ["\(words), line \(line), column \(column)"]
    }
}
