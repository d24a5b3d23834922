/// Texts as Go's `fmt` prints them.
package enum GoText {
    /// `%q`
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{7}": result += "\\a"
            case "\u{8}": result += "\\b"
            case "\u{B}": result += "\\v"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count == 1 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    package enum AddressFault: String, Error, Equatable {
        case missingPort = "missing port in address"
        case tooManyColons = "too many colons in address"
        case missingBracket = "missing ']' in address"
        case openingBracket = "unexpected '[' in address"
        case closingBracket = "unexpected ']' in address"
    }

    /// `net.SplitHostPort`; `nil` where Go returns an error.
    package static func splitHostPort(_ text: String) -> (host: String, port: String)? { try? splitAddress(text) }

    /// `net.SplitHostPort`
    package static func splitAddress(_ text: String) throws(AddressFault) -> (host: String, port: String) {
        let bytes = Array(text.utf8)
        let (opening, closing, sign) = (UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"))
        guard let colon = bytes.lastIndex(of: sign) else { throw .missingPort }
        var host = bytes[..<colon]
        // Where brackets are looked for that stand for nothing.
        var (openFrom, closeFrom) = (0, 0)
        if bytes.first == opening {
            guard let end = bytes.firstIndex(of: closing) else { throw .missingBracket }
            guard end + 1 == colon else {
                throw end + 1 < bytes.count && bytes[end + 1] == sign ? .tooManyColons : .missingPort
            }
            host = bytes[1..<end]
            (openFrom, closeFrom) = (1, end + 1)
        } else if host.contains(sign) {
            throw .tooManyColons
        }
        guard !bytes[openFrom...].contains(opening) else { throw .openingBracket }
        guard !bytes[closeFrom...].contains(closing) else { throw .closingBracket }
        return (String(decoding: host, as: UTF8.self), String(decoding: bytes[(colon + 1)...], as: UTF8.self))
    }
}
