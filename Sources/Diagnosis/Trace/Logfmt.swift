/// `key=value key="quoted value"`, as containerd's logger writes it, or one JSON object; a cut-off line counts as far as it goes.
enum Logfmt {
    static func fields(_ line: String) -> [String: String] {
        let bytes = Array(line.utf8)
        guard let first = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return [:] }
        if bytes[first] == 0x7B { return object(bytes, first + 1) }
        return pairs(bytes, first)
    }

    private static func pairs(_ bytes: [UInt8], _ start: Int) -> [String: String] {
        var fields: [String: String] = [:]
        var at = start
        while at < bytes.count {
            let word = at
            while at < bytes.count, isKey(bytes[at]) { at += 1 }
            guard at > word, at < bytes.count, bytes[at] == 0x3D else {
                // No key: over to the next blank.
                while at < bytes.count, bytes[at] != 0x20 { at += 1 }
                at += 1
                continue
            }
            let key = String(decoding: bytes[word..<at], as: UTF8.self)
            at += 1
            if at < bytes.count, bytes[at] == 0x22 {
                fields[key] = quoted(bytes, &at)
            } else {
                let value = at
                while at < bytes.count, bytes[at] != 0x20 { at += 1 }
                fields[key] = String(decoding: bytes[value..<at], as: UTF8.self)
            }
            at += 1
        }
        return fields
    }

    /// The strings of an object's first level.
    private static func object(_ bytes: [UInt8], _ start: Int) -> [String: String] {
        var fields: [String: String] = [:]
        var at = start
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            case 0x22:
                let key = quoted(bytes, &at)
                var next = at + 1
                while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x3A { next += 1 }
                guard next < bytes.count, bytes[next] == 0x22, depth == 0 else { break }
                at = next
                fields[key] = quoted(bytes, &at)
            default: break
            }
            at += 1
        }
        return fields
    }

    /// From the opening quote; leaves `at` on the closing one, or at the end.
    private static func quoted(_ bytes: [UInt8], _ at: inout Int) -> String {
        var result: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != 0x22 {
            guard bytes[at] == 0x5C, at + 1 < bytes.count else {
                result.append(bytes[at])
                at += 1
                continue
            }
            at += 1
            switch bytes[at] {
            case 0x6E: result.append(0x0A)
            case 0x74: result.append(0x09)
            case 0x72: result.append(0x0D)
            case 0x75:
                let digits = String(decoding: bytes[min(at + 1, bytes.count)..<min(at + 5, bytes.count)], as: UTF8.self)
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                result += Array(String(Character(scalar)).utf8)
                at += min(4, bytes.count - at - 1)
            default: result.append(bytes[at])
            }
            at += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isKey(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D: true
        default: false
        }
    }
}
