import GoData

/// Which names a CA may certify, as Go reads and applies it.
///
/// Source: Go `parseNameConstraintsExtension`, `checkNameConstraints` and `constraints.go`.
struct GoNameConstraints: Equatable, Sendable {
    struct Subtrees: Equatable, Sendable {
        var dns: [String] = []
        /// Address and mask, 4 or 16 bytes each.
        var addresses: [(address: [UInt8], mask: [UInt8])] = []
        var emails: [String] = []
        var uris: [String] = []

        static func == (left: Subtrees, right: Subtrees) -> Bool {
            left.dns == right.dns && left.emails == right.emails && left.uris == right.uris
                && left.addresses.elementsEqual(right.addresses, by: ==)
        }
    }

    private(set) var permitted = Subtrees()
    private(set) var excluded = Subtrees()
    /// Holds a kind of name that Go does not check: refused where the extension is critical.
    private(set) var hasUnhandled = false

    init(_ value: ArraySlice<UInt8>) throws(GoRefusal) {
        typealias Tag = DERReader.Tag
        func refusal(_ words: String) -> GoRefusal { GoRefusal(.extensionContent, "x509: " + words) }
        var outer = DERReader(value)
        guard var fields = outer.read(Tag.sequence), outer.isEmpty,
            let first = fields.optional(Tag.context(0, constructed: true)),
            let second = fields.optional(Tag.context(1, constructed: true)), fields.isEmpty
        else { throw refusal("invalid NameConstraints extension") }
        guard first?.isEmpty == false || second?.isEmpty == false else {
            throw refusal("empty name constraints extension")
        }
        if let first { permitted = try read(first) }
        if let second { excluded = try read(second) }
    }

    private mutating func read(_ reader: DERReader) throws(GoRefusal) -> Subtrees {
        func refusal(_ words: String) -> GoRefusal { GoRefusal(.extensionContent, "x509: " + words) }
        var (reader, found) = (reader, Subtrees())
        while !reader.isEmpty {
            guard var subtree = reader.read(DERReader.Tag.sequence), let base = subtree.any() else {
                throw refusal("invalid NameConstraints extension")
            }
            if base.tag == 0x87 {
                let half = base.content.count / 2
                guard [8, 32].contains(base.content.count) else {
                    throw refusal("IP constraint contained value of length \(base.content.count)")
                }
                let mask = Array(base.content.suffix(half))
                guard Self.isMask(mask) else {
                    let digits = mask.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                    throw refusal("IP constraint contained invalid mask \(digits)")
                }
                found.addresses.append((Array(base.content.prefix(half)), mask))
                continue
            }
            guard [0x81, 0x82, 0x86].contains(base.tag) else {
                hasUnhandled = true
                continue
            }
            let text = String(decoding: base.content, as: UTF8.self)
            guard base.content.allSatisfy({ $0 < 0x80 }) else {
                throw refusal(
                    "invalid constraint value: x509: \(GoText.quoted(text)) cannot be encoded as an IA5String"
                )
            }
            let domain = text.hasPrefix(".") ? String(text.dropFirst()) : text
            let isDomain = GoDomain.labels(domain) != nil
            switch base.tag {
            case 0x82:
                guard isDomain else { throw refusal("failed to parse dnsName constraint \(GoText.quoted(text))") }
                found.dns.append(text)
            case 0x81:
                guard text.contains("@") ? GoMailbox(text) != nil : isDomain else {
                    throw refusal("failed to parse rfc822Name constraint \(GoText.quoted(text))")
                }
                found.emails.append(text)
            default:
                guard GoIP.parse(text) == nil else {
                    throw refusal("failed to parse URI constraint \(GoText.quoted(text)): cannot be IP address")
                }
                guard isDomain else { throw refusal("failed to parse URI constraint \(GoText.quoted(text))") }
                found.uris.append(text)
            }
        }
        return found
    }

    private static func isMask(_ mask: [UInt8]) -> Bool {
        let tail = mask.drop { $0 == 0xFF }
        guard let first = tail.first else { return true }
        return (~first & (~first &+ 1)) == 0 && tail.dropFirst().allSatisfy { $0 == 0 }
    }

    // MARK: - Applying

    /// Why names are not allowed, in Go's words.
    enum Refusal: Equatable {
        /// What is no name at all.
        case notAName(String)
        case constraint(String)

        var words: String {
            switch self {
            case .notAName(let words), .constraint(let words): words
            }
        }
    }

    /// `nil` when all of the names are allowed.
    func refusal(of names: GoAlternativeNames) -> Refusal? {
        for name in names.dns {
            guard GoDomain.labels(name) != nil else {
                return .notAName("x509: cannot parse dnsName \(GoText.quoted(name))")
            }
            let reason = check("DNS name", name, permitted.dns, excluded.dns) { Self.matches(name, $0) }
            if let reason { return .constraint(reason) }
        }
        for email in names.emails {
            guard let mailbox = GoMailbox(email) else {
                return .notAName("x509: cannot parse rfc822Name \(GoText.quoted(email))")
            }
            let reason = check("email address", email, permitted.emails, excluded.emails) { mailbox.matches($0) }
            if let reason { return .constraint(reason) }
        }
        for uri in names.uris where !(permitted.uris.isEmpty && excluded.uris.isEmpty) {
            let text = uri.description
            guard !uri.host.isEmpty else {
                return .constraint("URI with empty host (\(GoText.quoted(text))) cannot be matched against constraints")
            }
            let host = GoText.splitHostPort(uri.host)?.host ?? uri.host
            guard !host.hasPrefix("["), GoIP.parse(host) == nil, !uri.host.hasPrefix("[") else {
                return .constraint("URI with IP (\(GoText.quoted(text))) cannot be matched against constraints")
            }
            let reason = check("URI", text, permitted.uris, excluded.uris) { Self.matches(host, $0) }
            if let reason { return .constraint(reason) }
        }
        return names.addresses.lazy.compactMap(refusal).first.map { .constraint($0) }
    }

    private func refusal(_ address: [UInt8]) -> String? {
        func contains(_ range: (address: [UInt8], mask: [UInt8])) -> Bool {
            guard range.address.count == address.count else { return false }
            return address.indices.allSatisfy { address[$0] & range.mask[$0] == range.address[$0] & range.mask[$0] }
        }
        let name = GoText.quoted(GoAlternativeNames.text(address))
        if let range = excluded.addresses.first(where: contains) {
            let bits = range.mask.reduce(0) { $0 + $1.nonzeroBitCount }
            let text = "\(GoAlternativeNames.text(range.address))/\(bits)"
            return "IP address \(name) is excluded by constraint \(GoText.quoted(text))"
        }
        guard !permitted.addresses.isEmpty, !permitted.addresses.contains(where: contains) else { return nil }
        return "IP address \(name) is not permitted by any constraint"
    }

    private func check(
        _ kind: String,
        _ name: String,
        _ permitted: [String],
        _ excluded: [String],
        _ matches: (String) -> Bool
    ) -> String? {
        if let constraint = excluded.first(where: matches) {
            return "\(kind) \(GoText.quoted(name)) is excluded by constraint \(GoText.quoted(constraint))"
        }
        guard !permitted.isEmpty, !permitted.contains(where: matches) else { return nil }
        return "\(kind) \(GoText.quoted(name)) is not permitted by any constraint"
    }

    static func matches(_ domain: String, _ constraint: String) -> Bool {
        guard !constraint.isEmpty else { return true }
        let isBelow = constraint.hasPrefix(".")
        guard let own = GoDomain.labels(domain),
            let wanted = GoDomain.labels(isBelow ? String(constraint.dropFirst()) : constraint),
            own.count >= wanted.count + (isBelow ? 1 : 0)
        else { return false }
        return zip(wanted, own).allSatisfy { $0.lowercased() == $1.lowercased() }
    }
}

/// An address of RFC 2821 as Go parses it.
struct GoMailbox: Equatable, Sendable {
    let local: String
    let domain: String

    private static let unquoted = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        var local: [UInt8] = []
        if rest.first == 0x22 {
            rest = rest.dropFirst()
            while true {
                guard let byte = rest.popFirst() else { return nil }
                if byte == 0x22 { break }
                if byte == 0x5C {
                    guard let next = rest.popFirst(), (1...127).contains(next), next != 10, next != 13 else {
                        return nil
                    }
                    local.append(next)
                } else {
                    guard (1...127).contains(byte), ![9, 10, 13, 34].contains(byte) else { return nil }
                    local.append(byte)
                }
            }
        } else {
            while let byte = rest.first {
                if byte == 0x5C {
                    rest = rest.dropFirst()
                    guard let next = rest.first else { return nil }
                    local.append(next)
                } else if Self.isLetterOrDigit(byte) || Self.unquoted.contains(byte) {
                    local.append(byte)
                } else {
                    break
                }
                rest = rest.dropFirst()
            }
            guard let first = local.first, first != 0x2E, local.last != 0x2E,
                !zip(local, local.dropFirst()).contains(where: { $0 == 0x2E && $1 == 0x2E })
            else { return nil }
        }
        guard rest.first == 0x40 else { return nil }
        let domain = String(decoding: rest.dropFirst(), as: UTF8.self)
        guard GoDomain.labels(domain) != nil else { return nil }
        self.local = String(decoding: local, as: UTF8.self)
        self.domain = domain
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// A whole mailbox, or a domain.
    func matches(_ constraint: String) -> Bool {
        guard constraint.contains("@") else { return GoNameConstraints.matches(domain, constraint) }
        guard let wanted = GoMailbox(constraint) else { return false }
        return local == wanted.local && domain.lowercased() == wanted.domain.lowercased()
    }
}
