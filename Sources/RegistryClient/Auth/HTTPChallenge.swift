/// One challenge of a `WWW-Authenticate` header (RFC 9110 section 11.6.1).
package struct HTTPChallenge: Equatable, Sendable {
    /// Lower case: `basic`, `bearer`, …
    package let scheme: String
    /// Names in lower case; the first of equal names counts.
    package let parameters: [String: String]

    package init(scheme: String, parameters: [String: String] = [:]) {
        self.scheme = scheme
        self.parameters = parameters
    }

    package var realm: String? { parameters["realm"] }
    package var service: String? { parameters["service"] }
    package var scope: String? { parameters["scope"] }

    /// Every challenge in a header's value; what cannot be read ends the list.
    package static func parse(_ header: String) -> [HTTPChallenge] {
        var reader = ChallengeReader(Array(header.utf8.prefix(8192)))
        return reader.challenges()
    }
}

/// Walks over the bytes of one header value.
private struct ChallengeReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func challenges() -> [HTTPChallenge] {
        var result: [HTTPChallenge] = []
        skip { $0.isBlank || $0 == UInt8(ascii: ",") }
        while result.count < 16, let scheme = token() {
            result.append(HTTPChallenge(scheme: scheme.lowercased(), parameters: parameters()))
            skip { $0.isBlank || $0 == UInt8(ascii: ",") }
        }
        return result
    }

    private mutating func parameters() -> [String: String] {
        var result: [String: String] = [:]
        while true {
            let start = at
            skip { $0.isBlank || $0 == UInt8(ascii: ",") }
            guard let name = token() else { return result }
            skip(\.isBlank)
            guard take(UInt8(ascii: "=")) else {
                // A token without `=` is the next scheme.
                at = start
                return result
            }
            skip(\.isBlank)
            guard let value = quoted() ?? token() else { return result }
            if result[name.lowercased()] == nil { result[name.lowercased()] = value }
        }
    }

    private mutating func skip(_ condition: (UInt8) -> Bool) {
        while at < bytes.count, condition(bytes[at]) { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func token() -> String? {
        let start = at
        skip(\.isToken)
        return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quoted() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var value: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
            value.append(bytes[at])
            at += 1
        }
        at += 1
        return String(decoding: value, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// RFC 9110 `tchar`, and the characters an unquoted URL or scope needs.
    fileprivate var isToken: Bool {
        switch self {
        case 0x00...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "="): false
        default: true
        }
    }
}
