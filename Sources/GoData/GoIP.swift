/// `net.ParseIP` as far as containerd needs it: is it an address, and is it this machine's?
package enum GoIP {
    /// The 16 bytes of an address, IPv4 mapped into IPv6; `nil` where Go returns nil.
    package static func parse(_ text: String) -> [UInt8]? {
        for byte in text.utf8 {
            switch byte {
            case 0x2E: return parseIPv4(text[...]).map { Array(repeating: 0, count: 10) + [0xFF, 0xFF] + $0 }
            case 0x3A: return parseIPv6(text)
            case 0x25: return nil
            default: continue
            }
        }
        return nil
    }

    package static func isLoopback(_ text: String) -> Bool {
        guard let address = parse(text) else { return false }
        let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 0xFF && address[11] == 0xFF
        return isMapped ? address[12] == 127 : address == Array(repeating: 0, count: 15) + [1]
    }

    private static func parseIPv4(_ text: Substring) -> [UInt8]? {
        let fields = text.split(separator: ".", omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        var address: [UInt8] = []
        for field in fields {
            // A leading zero would be octal elsewhere: Go refuses it.
            guard (1...3).contains(field.count), field.utf8.allSatisfy(\.isDigit),
                field.count == 1 || field.first != "0",
                let value = UInt8(field)
            else { return nil }
            address.append(value)
        }
        return address
    }

    private static func parseIPv6(_ text: String) -> [UInt8]? {
        let halves = splitAtDoubleColon(text)
        guard let left = groups(halves.left, mayEndWithIPv4: halves.right == nil) else { return nil }
        guard let rightText = halves.right else { return left.count == 16 ? left : nil }
        guard let right = groups(rightText, mayEndWithIPv4: true), left.count + right.count <= 14 else { return nil }
        return left + Array(repeating: 0, count: 16 - left.count - right.count) + right
    }

    private static func splitAtDoubleColon(_ text: String) -> (left: Substring, right: Substring?) {
        guard let at = text.range(ofText: "::") else { return (text[...], nil) }
        return (text[..<at], text[text.utf8.index(at, offsetBy: 2)...])
    }

    private static func groups(_ text: Substring, mayEndWithIPv4: Bool) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        var address: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if field.contains(".") {
                guard mayEndWithIPv4, index == fields.count - 1, let tail = parseIPv4(field) else { return nil }
                return address + tail
            }
            guard (1...4).contains(field.count), field.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
                let value = UInt16(field, radix: 16)
            else { return nil }
            address += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
        return address
    }
}
