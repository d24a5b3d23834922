/// Names, addresses and ports, as DNS and Go's resolver take them.
enum HostSyntax {
    /// A DNS name or an IPv4 address.
    static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, labels.allSatisfy(isLabel) else { return false }
        // Four numbers are an address, and an address has octets; a name's last label is no number (RFC 3696).
        guard let last = labels.last, last.utf8.allSatisfy({ (48...57).contains($0) }) else { return true }
        return labels.count == 4
            && labels.allSatisfy { label in
                label.utf8.allSatisfy { (48...57).contains($0) } && (Int(label).map { $0 <= 255 } ?? false)
            }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    /// Eight groups of hexadecimal digits, one run of them shortened to `::`; no zone.
    static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.components(separatedBy: "::")
        guard halves.count <= 2 else { return false }
        var groups = 0
        for half in halves where !half.isEmpty {
            let parts = half.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.allSatisfy(\.isHexDigit) }) else {
                return false
            }
            groups += parts.count
        }
        return halves.count == 2 ? groups <= 7 : groups == 8
    }

    /// 1 to 65535, digits only.
    static func port(_ text: Substring) -> Int? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            let port = Int(text), (1...65535).contains(port)
        else { return nil }
        return port
    }
}

extension Substring {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
