/// One header block of a tar archive: ustar, pax or GNU.
struct TarHeader {
    static let size = 512

    let name: String
    let linkName: String
    let type: UInt8
    let size: Int64

    /// `nil` when the checksum does not fit, or a number is none.
    init?(_ block: ArraySlice<UInt8>) {
        let block = Array(block)
        guard block.count == Self.size, let sum = Self.number(block[148..<156]) else { return nil }
        var plain: Int64 = 8 * 0x20
        for (index, byte) in block.enumerated() where !(148..<156).contains(index) { plain += Int64(byte) }
        guard plain == sum, let size = Self.number(block[124..<136]), size >= 0 else { return nil }
        var name = Self.text(block[0..<100])
        // GNU puts other things where ustar has its prefix.
        if block[257..<263].elementsEqual("ustar\0".utf8), block[345] != 0 {
            name = Self.text(block[345..<500]) + "/" + name
        }
        self.name = name
        linkName = Self.text(block[157..<257])
        type = block[156]
        self.size = size
    }

    /// Octal with blanks or zeros around it, or GNU's base 256.
    private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80, field.dropFirst().dropLast(8).allSatisfy({ $0 == 0 }) else { return nil }
            let value = field.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int64(exactly: value)
        }
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
        var value: Int64 = 0
        for digit in digits {
            guard (0x30...0x37).contains(digit) else { return nil }
            value = value << 3 | Int64(digit - 0x30)
        }
        return value
    }

    static func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field.prefix { $0 != 0 }, as: UTF8.self) }
}

/// The records `LENGTH KEY=VALUE\n` of a pax header.
struct PaxRecords {
    var path: String?
    var linkPath: String?
    var size: Int64?
    var isSparse = false

    /// `nil` when they are malformed.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let blank = rest.firstIndex(of: 0x20),
                let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > 0, length <= rest.count,
                rest.startIndex + length > blank + 1
            else { return nil }
            let record = rest[(blank + 1)..<(rest.startIndex + length)].dropLast()
            rest = rest.dropFirst(length)
            guard let equals = record.firstIndex(of: 0x3D) else { return nil }
            let value = String(decoding: record[(equals + 1)...], as: UTF8.self)
            switch String(decoding: record[..<equals], as: UTF8.self) {
            case "path": path = value
            case "linkpath": linkPath = value
            case "size":
                guard let number = Int64(value), number >= 0 else { return nil }
                size = number
            case let key where key.hasPrefix("GNU.sparse."): isSparse = true
            default: break
            }
        }
    }
}
