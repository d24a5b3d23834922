/// `encoding/base64.StdEncoding`, strict about padding as Go is.
package enum Base64 {
    package struct CorruptInput: Error, Equatable {
        let offset: Int
        package var description: String { "illegal base64 data at input byte \(offset)" }
    }

    package static func decode(_ text: String) -> [UInt8]? { try? decodeStrictly(text) }

    /// Line ends are skipped.
    package static func decodeStrictly(_ text: String) throws(CorruptInput) -> [UInt8] {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x0A || byte == 0x0D {
                at += 1
                continue
            }
            if byte == 0x3D {
                guard count >= 2 else { throw CorruptInput(offset: at) }
                if count == 2 {
                    at += 1
                    while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
                    guard at < bytes.count else { throw CorruptInput(offset: bytes.count) }
                    guard bytes[at] == 0x3D else { throw CorruptInput(offset: at) }
                    result.append(UInt8(truncatingIfNeeded: bits >> 4))
                } else {
                    result.append(UInt8(truncatingIfNeeded: bits >> 10))
                    result.append(UInt8(truncatingIfNeeded: bits >> 2))
                }
                at += 1
                while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
                guard at == bytes.count else { throw CorruptInput(offset: at) }
                return result
            }
            guard let value = value(byte) else { throw CorruptInput(offset: at) }
            bits = bits << 6 | value
            count += 1
            if count == 4 {
                result.append(UInt8(truncatingIfNeeded: bits >> 16))
                result.append(UInt8(truncatingIfNeeded: bits >> 8))
                result.append(UInt8(truncatingIfNeeded: bits))
                (bits, count) = (0, 0)
            }
            at += 1
        }
        guard count == 0 else { throw CorruptInput(offset: at - count) }
        return result
    }

    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let chunk = bytes[at..<min(at + 3, bytes.count)]
            let bits = chunk.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - chunk.count))
            for index in 0..<4 {
                result.append(index <= chunk.count ? alphabet[Int(bits >> UInt32(18 - 6 * index)) & 63] : 0x3D)
            }
            at += 3
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
