/// Percent escapes as `net/url` reads and writes them.
package enum GoEscape {
    package enum Mode: Equatable { case path, userinfo, host, zone, query, fragment }

    package static func decode(_ text: String, _ mode: Mode) throws(GoURL.ParseError) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0x25:
                guard at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) else {
                    let excerpt = String(decoding: bytes[at..<min(at + 3, bytes.count)], as: UTF8.self)
                    throw GoURL.ParseError(description: "invalid URL escape \(GoText.quoted(excerpt))")
                }
                let value = high << 4 | low
                let excerpt = String(decoding: bytes[at..<at + 3], as: UTF8.self)
                // A host may only hold escapes of non-ASCII bytes and of the zone's percent sign.
                if mode == .host, high < 8, excerpt != "%25" {
                    throw GoURL.ParseError(description: "invalid URL escape \(GoText.quoted(excerpt))")
                }
                if mode == .zone, excerpt != "%25", value != 0x20, shouldEscape(value, .host) {
                    throw GoURL.ParseError(description: "invalid URL escape \(GoText.quoted(excerpt))")
                }
                result.append(value)
                at += 3
            case 0x2B where mode == .query:
                result.append(0x20)
                at += 1
            default:
                if mode == .host || mode == .zone, byte < 0x80, shouldEscape(byte, mode) {
                    let excerpt = String(decoding: [byte], as: UTF8.self)
                    throw GoURL.ParseError(
                        description: "invalid character \(GoText.quoted(excerpt)) in host name"
                    )
                }
                result.append(byte)
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    package static func encode(_ text: String, _ mode: Mode) -> String {
        guard text.utf8.contains(where: { shouldEscape($0, mode) }) else { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x20, mode == .query {
                result.append(0x2B)
            } else if shouldEscape(byte, mode) {
                result += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `url.Values.Encode`: sorted by key.
    package static func query(_ values: [(key: String, value: String)]) -> String {
        values.enumerated()
            .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
            .map { encode($0.element.key, .query) + "=" + encode($0.element.value, .query) }
            .joined(separator: "&")
    }

    static func isUserinfo(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || Array("-._:~!$&'()*+,;=%@".utf8).contains(byte)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
    private static let subDelimiters = Array("!$&'()*+,;=:[]<>\"".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    static func shouldEscape(_ byte: UInt8, _ mode: Mode) -> Bool {
        if isUnreserved(byte) { return false }
        if mode == .host || mode == .zone, subDelimiters.contains(byte) { return false }
        switch byte {
        case 0x2D, 0x5F, 0x2E, 0x7E: return false
        case 0x24, 0x26, 0x2B, 0x2C, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40:
            switch mode {
            case .path: return byte == 0x3F
            case .userinfo: return byte == 0x40 || byte == 0x2F || byte == 0x3F || byte == 0x3A
            case .query: return true
            case .fragment: return false
            case .host, .zone: return true
            }
        case 0x21, 0x28, 0x29, 0x2A: return mode != .fragment
        default: return true
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
