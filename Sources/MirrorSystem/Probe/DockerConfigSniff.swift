import Diagnosis
import GoData
import RegistryClient

extension DockerConfigTrouble {
    /// What kept `bytes` from being read, as far as it can be seen.
    init(_ error: DockerConfig.ParseError, _ bytes: [UInt8]) {
        guard case .refused(let error) = error else {
            self.init(kind: .secretManifest)
            return
        }
        let place = error.place(in: bytes)
        var isPlaced = true
        if case .type = error.kind { isPlaced = false }
        self.init(
            kind: Self.kind(error, bytes),
            words: bounded(error.text),
            line: isPlaced ? place.line : nil,
            column: isPlaced ? place.column : nil
        )
        if kind == .wideCharacters { encoding = Self.encoding(bytes) }
    }

    private static func kind(_ error: JSONError, _ bytes: [UInt8]) -> Kind {
        switch error.kind {
        case .type: return .wrongType
        case .depth: return .depth
        case .syntax, .end: break
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
        if encoding(bytes) != nil { return .wideCharacters }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.allSatisfy(\.isWhitespace) { return .empty }
        if let decoded = Base64.decode(text.filter { !$0.isWhitespace }), JSONValue(parsing: decoded)?.members != nil {
            return .base64
        }
        if text.contains("kind: Secret") || text.contains(".dockerconfigjson:") { return .secretManifest }
        return stopped(error, bytes)
    }

    /// By the byte that Go's scanner stopped at.
    private static func stopped(_ error: JSONError, _ bytes: [UInt8]) -> Kind {
        guard case .syntax(let expected) = error.kind, error.offset < bytes.count else { return .cut }
        let rest = bytes[error.offset...]
        let before = bytes[..<error.offset].last { !" \t\r\n".utf8.contains($0) }
        if expected == .string { return .controlCharacter }
        // The sign of a comment may stand wherever a sign may.
        let comments: [[UInt8]] = [Array("//".utf8), Array("/*".utf8), [UInt8(ascii: "#")]]
        if comments.contains(where: rest.starts(with:)) {
            return bytes.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "#") ? .otherText : .comment
        }
        if expected == .nothing { return .trailingText }
        if expected == .name || expected == .value {
            if before == UInt8(ascii: ",") && "}]".utf8.contains(rest.first ?? 0) { return .comma }
            if before == UInt8(ascii: ",") && rest.first == UInt8(ascii: ",") { return .comma }
            // ', and the first byte of ‘ ’ “ ”
            if rest.first == UInt8(ascii: "'") || rest.starts(with: [0xE2, 0x80]) { return .quotes }
        }
        let isFirst = before == nil
        if isFirst, let line = String(decoding: rest, as: UTF8.self).split(separator: "\n").first, line.contains(":"),
            !line.hasPrefix("<")
        {
            return .yaml
        }
        return .otherText
    }

    /// `nil` for what may be UTF-8: JSON begins with two characters of ASCII.
    private static func encoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        switch (bytes[0] == 0, bytes[1] == 0) {
        case (true, false): return "UTF-16BE"
        case (false, true) where bytes[2] != 0: return "UTF-16LE"
        default: return nil
        }
    }
}
