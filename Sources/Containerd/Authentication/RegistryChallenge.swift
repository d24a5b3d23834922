/// A `WWW-Authenticate` header as containerd reads it: one challenge per header line, the rest of the line is lost.
///
/// Source: `remotes/docker/auth/parse.go`.
package struct RegistryChallenge: Equatable, Sendable {
    package enum Scheme: String, Sendable {
        case bearer, digest, basic

        /// Bearer is preferred to Digest, and Digest to Basic.
        fileprivate var rank: Int { self == .bearer ? 0 : self == .digest ? 1 : 2 }
    }

    package let scheme: Scheme
    package let parameters: [String: String]

    package static func parse(_ headers: [String]) -> [RegistryChallenge] {
        headers.compactMap(RegistryChallenge.init(header:)).enumerated()
            .sorted { ($0.element.scheme.rank, $0.offset) < ($1.element.scheme.rank, $1.offset) }
            .map(\.element)
    }

    private init?(header: String) {
        var reader = TokenReader(rest: Array(header.utf8)[...])
        guard let scheme = Scheme(rawValue: reader.token().lowercased()) else { return nil }
        self.scheme = scheme
        var parameters: [String: String] = [:]
        while true {
            reader.skipSpace()
            let key = reader.token().lowercased()
            guard !key.isEmpty, reader.skip(0x3D) else { break }
            parameters[key] = reader.tokenOrQuoted()
            reader.skipSpace()
            guard reader.skip(0x2C) else { break }
        }
        self.parameters = parameters
    }
}

private struct TokenReader {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skipSpace() { rest = rest.drop { [0x20, 0x09, 0x0D, 0x0A].contains($0) } }

    mutating func token() -> String {
        let separators = Array(" \t\"(),/:;<=>?@[]\\{}".utf8)
        let token = rest.prefix { $0 > 31 && $0 < 127 && !separators.contains($0) }
        rest = rest.dropFirst(token.count)
        return String(decoding: token, as: UTF8.self)
    }

    mutating func tokenOrQuoted() -> String {
        guard skip(0x22) else { return token() }
        var text: [UInt8] = []
        while let byte = rest.first {
            rest = rest.dropFirst()
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0x5C:
                guard let escaped = rest.first else { return "" }
                rest = rest.dropFirst()
                text.append(escaped)
            default: text.append(byte)
            }
        }
        return ""
    }
}
