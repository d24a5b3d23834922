/// The grammar of image references, hand-matched: containerd's regular expressions are anchored and unambiguous.
///
/// Source: distribution/reference `regexp.go`; containerd 1.6 `reference/docker/regexp.go`.
struct ReferenceGrammar {
    let acceptsIPv6: Bool

    struct Parts: Equatable {
        /// Empty when the name is a path only.
        var domain = ""
        var path = ""
        var tag = ""
        var digest = ""

        var name: String { domain.isEmpty ? path : domain + "/" + path }
    }

    /// `[domain/]path[:tag][@digest]`
    func match(_ text: String) -> Parts? {
        var parts = Parts()
        var rest = text[...]
        if let at = rest.firstIndex(of: "@") {
            parts.digest = String(rest[rest.index(after: at)...])
            guard Self.isDigest(parts.digest) else { return nil }
            rest = rest[..<at]
        }
        let lastSlash = rest.lastIndex(of: "/") ?? rest.startIndex
        if let colon = rest[lastSlash...].lastIndex(of: ":") {
            parts.tag = String(rest[rest.index(after: colon)...])
            guard Self.isTag(parts.tag) else { return nil }
            rest = rest[..<colon]
        }
        if let slash = rest.firstIndex(of: "/"), isDomain(rest[..<slash]),
            Self.isPath(rest[rest.index(after: slash)...])
        {
            parts.domain = String(rest[..<slash])
            parts.path = String(rest[rest.index(after: slash)...])
            return parts
        }
        guard Self.isPath(rest) else { return nil }
        parts.path = String(rest)
        return parts
    }

    func isDomain(_ text: Substring) -> Bool {
        var host = text
        if text.hasPrefix("[") {
            guard acceptsIPv6, let close = text.firstIndex(of: "]") else { return false }
            let address = text[text.index(after: text.startIndex)..<close].utf8
            guard !address.isEmpty, address.allSatisfy({ $0.isHexadecimal || $0 == 0x3A }) else { return false }
            return Self.isOptionalPort(text[text.index(after: close)...])
        }
        if let colon = text.firstIndex(of: ":") {
            guard Self.isOptionalPort(text[colon...]) else { return false }
            host = text[..<colon]
        }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { component in
            guard let first = component.utf8.first, let last = component.utf8.last else { return false }
            return first.isAlphanumeric && last.isAlphanumeric
                && component.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D }
        }
    }

    private static func isOptionalPort(_ text: Substring) -> Bool {
        text.isEmpty || text.hasPrefix(":") && text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy(\.isDigit)
    }

    static func isPath(_ text: Substring) -> Bool {
        text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy(isPathComponent)
    }

    /// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
    private static func isPathComponent(_ text: Substring.UTF8View) -> Bool {
        var separator: [UInt8] = []
        var hasWord = false
        for byte in text {
            switch byte {
            case 0x61...0x7A, 0x30...0x39:
                guard separator.isEmpty || isSeparator(separator) else { return false }
                separator = []
                hasWord = true
            case 0x2E, 0x5F, 0x2D:
                guard hasWord else { return false }
                separator.append(byte)
            default: return false
            }
        }
        return hasWord && separator.isEmpty
    }

    private static func isSeparator(_ bytes: [UInt8]) -> Bool {
        bytes == [0x2E] || bytes == [0x5F] || bytes == [0x5F, 0x5F] || bytes.allSatisfy { $0 == 0x2D }
    }

    static func isTag(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
        return (first.isAlphanumeric || first == 0x5F)
            && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D }
    }

    /// `alg[+._-alg]*:hex{32,}`
    static func isDigest(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let encoded = text[text.index(after: colon)...].utf8
        guard encoded.count >= 32, encoded.allSatisfy(\.isHexadecimal) else { return false }
        let components = text[..<colon].split(omittingEmptySubsequences: false) { "-_+.".contains($0) }
        return components.allSatisfy { component in
            guard let first = component.utf8.first, first.isAlphanumeric, !first.isDigit else { return false }
            return component.utf8.allSatisfy(\.isAlphanumeric)
        }
    }
}

extension UInt8 {
    var isAlphanumeric: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    var isHexadecimal: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
