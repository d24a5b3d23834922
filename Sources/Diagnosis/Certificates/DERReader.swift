/// Reads DER as Go's `cryptobyte.String` does: tags of one byte, lengths of at most four, each in its shortest form. Total:
/// any bytes at all give a value or `nil`.
///
/// Source: Go `vendor/golang.org/x/crypto/cryptobyte/asn1.go`.
struct DERReader: Equatable, Sendable {
    struct Element: Equatable, Sendable {
        let tag: UInt8
        /// Without its header.
        let content: ArraySlice<UInt8>
        /// With its header.
        let whole: ArraySlice<UInt8>
    }

    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let objectIdentifier: UInt8 = 0x06
        static let utcTime: UInt8 = 0x17
        static let generalizedTime: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31

        static func context(_ number: UInt8, constructed: Bool = false) -> UInt8 {
            (constructed ? 0xA0 : 0x80) | number & 0x1F
        }
    }

    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isEmpty: Bool { rest.isEmpty }

    func peeks(_ tag: UInt8) -> Bool { rest.first == tag }

    mutating func any() -> Element? {
        guard rest.count >= 2 else { return nil }
        let bytes = rest
        let (tag, first) = (bytes[bytes.startIndex], bytes[bytes.startIndex + 1])
        guard tag & 0x1F != 0x1F else { return nil }
        var (header, length) = (2, Int(first))
        if first & 0x80 != 0 {
            let count = Int(first & 0x7F)
            guard (1...4).contains(count), bytes.count >= 2 + count else { return nil }
            length = bytes.dropFirst(2).prefix(count).reduce(0) { $0 << 8 | Int($1) }
            guard length >= 128, length >> ((count - 1) * 8) != 0 else { return nil }
            header += count
        }
        guard length <= bytes.count - header else { return nil }
        let whole = bytes.prefix(header + length)
        rest = bytes.dropFirst(header + length)
        return Element(tag: tag, content: whole.dropFirst(header), whole: whole)
    }

    mutating func element(_ tag: UInt8) -> Element? {
        guard let element = any(), element.tag == tag else { return nil }
        return element
    }

    mutating func read(_ tag: UInt8) -> DERReader? { element(tag).map { DERReader($0.content) } }

    /// `.some(nil)` when the next element has another tag.
    mutating func optional(_ tag: UInt8) -> DERReader?? {
        guard peeks(tag) else { return .some(nil) }
        guard let inner = read(tag) else { return nil }
        return .some(inner)
    }

    mutating func boolean() -> Bool? {
        guard let content = element(Tag.boolean)?.content, content.count == 1 else { return nil }
        switch content.first {
        case 0: return false
        case 0xFF: return true
        default: return nil
        }
    }

    /// Two's complement in as few bytes as it takes.
    mutating func integer(_ tag: UInt8 = Tag.integer) -> ArraySlice<UInt8>? {
        guard let content = element(tag)?.content, let first = content.first else { return nil }
        if content.count > 1 {
            let second = content[content.startIndex + 1]
            if first == 0 && second & 0x80 == 0 || first == 0xFF && second & 0x80 != 0 { return nil }
        }
        return content
    }

    /// One that fits into 64 bits.
    mutating func small(_ tag: UInt8 = Tag.integer) -> Int64? {
        guard let content = integer(tag), content.count <= 8, let first = content.first else { return nil }
        return content.reduce(first & 0x80 == 0 ? Int64(0) : -1) { $0 << 8 | Int64($1) }
    }

    /// `1.2.840.113549`
    mutating func objectIdentifier() -> String? {
        guard let content = element(Tag.objectIdentifier)?.content, !content.isEmpty else { return nil }
        var parts: [Int] = []
        var (value, length) = (0, 0)
        for byte in content {
            guard length < 5, value < 1 << 24, !(length == 0 && byte == 0x80) else { return nil }
            value = value << 7 | Int(byte & 0x7F)
            length += 1
            guard byte & 0x80 == 0 else { continue }
            if parts.isEmpty {
                parts = value < 80 ? [value / 40, value % 40] : [2, value - 80]
            } else {
                parts.append(value)
            }
            (value, length) = (0, 0)
        }
        return length == 0 ? parts.map(String.init).joined(separator: ".") : nil
    }

    /// The bits in their bytes, and how many of the last byte do not count.
    mutating func bitString() -> (bytes: ArraySlice<UInt8>, unused: UInt8)? {
        guard let content = element(Tag.bitString)?.content, let unused = content.first else { return nil }
        let bytes = content.dropFirst()
        guard unused <= 7, !(bytes.isEmpty && unused != 0) else { return nil }
        if let last = bytes.last, last & (1 << unused - 1) != 0 { return nil }
        return (bytes, unused)
    }
}
