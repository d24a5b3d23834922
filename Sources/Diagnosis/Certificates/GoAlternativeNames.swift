import GoData

/// The subject alternative names as Go sorts them.
struct GoAlternativeNames: Equatable, Sendable {
    var dns: [String] = []
    var emails: [String] = []
    /// 4 or 16 bytes each.
    var addresses: [[UInt8]] = []
    var uris: [GoURL] = []

    var isEmpty: Bool { dns.isEmpty && emails.isEmpty && addresses.isEmpty && uris.isEmpty }

    init() {}

    init(_ value: ArraySlice<UInt8>, _ release: GoRelease) throws(GoRefusal) {
        func refusal(_ words: String) -> GoRefusal { GoRefusal(.alternativeNames, "x509: " + words) }
        var outer = DERReader(value)
        guard var list = outer.read(DERReader.Tag.sequence) else {
            throw refusal("invalid subject alternative names")
        }
        while !list.isEmpty {
            guard let one = list.any() else { throw refusal("invalid subject alternative name") }
            switch one.tag {
            case 0x81: emails.append(try Self.ascii(one.content, "rfc822Name"))
            case 0x82: dns.append(try Self.ascii(one.content, "dNSName"))
            case 0x86: uris.append(try Self.uri(Self.ascii(one.content, "uniformResourceIdentifier")))
            case 0x87:
                guard one.content.count == 4 || one.content.count == 16 else {
                    throw refusal("cannot parse IP address of length \(one.content.count)")
                }
                addresses.append(Array(one.content))
            default: continue
            }
        }
    }

    private static func ascii(_ bytes: ArraySlice<UInt8>, _ kind: String) throws(GoRefusal) -> String {
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            throw GoRefusal(.alternativeNames, "x509: SAN \(kind) is malformed")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func uri(_ text: String) throws(GoRefusal) -> GoURL {
        let quoted = GoText.quoted(text)
        do {
            let url = try GoURL(text)
            if url.host.isEmpty || GoDomain.labels(url.host) != nil { return url }
        } catch {
            throw GoRefusal(.alternativeNames, "x509: cannot parse URI \(quoted): \(error.description)")
        }
        throw GoRefusal(.alternativeNames, "x509: cannot parse URI \(quoted): invalid domain")
    }

    /// `net.IP.String`
    static func text(_ address: [UInt8]) -> String {
        if address.count == 4 { return address.map(String.init).joined(separator: ".") }
        guard address.count == 16 else { return address.map { String($0, radix: 16) }.joined() }
        let isMapped = address[..<10].allSatisfy { $0 == 0 } && address[10] == 0xFF && address[11] == 0xFF
        if isMapped { return text(Array(address[12...])) }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(address[$0]) << 8 | UInt16(address[$0 + 1]) }
        // The first longest run of at least two zeros.
        var (best, length) = (0, 0)
        for start in groups.indices where groups[start] == 0 {
            let run = groups[start...].prefix { $0 == 0 }.count
            if run > length { (best, length) = (start, run) }
        }
        func joined(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard length >= 2 else { return joined(groups[...]) }
        return joined(groups[..<best]) + "::" + joined(groups[(best + length)...])
    }
}

/// Names of hosts as Go compares them.
enum GoDomain {
    /// From the last to the first; `nil` for what is no name to Go.
    static func labels(_ domain: String) -> [Substring]? {
        guard !domain.isEmpty else { return [] }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ label in !label.isEmpty && label.utf8.allSatisfy { (33...126).contains($0) } }) else {
            return nil
        }
        return labels.reversed()
    }

    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }

    static func isHostname(_ text: String, asPattern: Bool) -> Bool {
        let host = asPattern || !text.hasSuffix(".") ? text : String(text.dropLast())
        guard !host.isEmpty, host != "*" else { return false }
        for (index, part) in host.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if part.isEmpty { return false }
            if asPattern, index == 0, part == "*" { continue }
            for (place, byte) in part.utf8.enumerated() {
                switch byte {
                case 0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x5F: continue
                case 0x2D where place != 0: continue
                default: return false
                }
            }
        }
        return true
    }

    /// One label may be `*`, the first.
    static func matches(_ pattern: String, _ host: String) -> Bool {
        let own = lowercased(pattern).split(separator: ".", omittingEmptySubsequences: false)
        let trimmed = host.hasSuffix(".") ? String(host.dropLast()) : host
        let parts = lowercased(trimmed).split(separator: ".", omittingEmptySubsequences: false)
        guard !pattern.isEmpty, own.count == parts.count else { return false }
        return own.indices.allSatisfy { ($0 == 0 && own[$0] == "*") || own[$0] == parts[$0] }
    }
}
