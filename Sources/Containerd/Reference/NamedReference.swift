/// A reference in the sense of distribution/reference: domain, path, and perhaps a tag and a digest.
package struct NamedReference: Equatable, Sendable {
    package let domain: String
    package let path: String
    package let tag: String
    package let digest: String

    package var name: String { domain.isEmpty ? path : domain + "/" + path }

    package var description: String {
        name + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest)
    }

    /// As Docker shows it: without what is implied.
    package var familiarName: String {
        guard domain == Self.defaultDomain else { return name }
        let official = path.hasPrefix("library/") ? String(path.dropFirst("library/".count)) : path
        return official.contains("/") ? path : official
    }

    static let defaultDomain = "docker.io"
    static let maximumLength = 255

    /// `reference.Parse`: no normalisation.
    package init(parsing text: String, rules: ContainerdRules) throws(ImageReferenceError) {
        let grammar = ReferenceGrammar(acceptsIPv6: rules.acceptsIPv6)
        guard let parts = grammar.match(text) else {
            if text.isEmpty { throw .emptyName }
            throw grammar.match(text.lowercased()) == nil ? .invalidFormat : .nameContainsUppercase
        }
        let length = rules.lengthLimitCountsPathOnly ? parts.path.utf8.count : parts.name.utf8.count
        guard length <= Self.maximumLength else { throw .tooLong }
        if !parts.digest.isEmpty { _ = try ContentDigest(parts.digest) }
        domain = parts.domain
        path = parts.path
        tag = parts.tag
        digest = parts.digest
    }

    /// `reference.ParseNormalizedNamed`
    package init(normalizing text: String, rules: ContainerdRules) throws(ImageReferenceError) {
        if Self.isIdentifier(text) { throw .identifier(text) }
        let (domain, remainder) = Self.splitDomain(text, rules: rules)
        let name = String(remainder.prefix { $0 != ":" })
        guard Self.isLowercase(name[...]) else {
            throw .uppercase(rules.lowercaseErrorNamesRepository ? name : nil)
        }
        try self.init(parsing: domain + "/" + remainder, rules: rules)
    }

    /// Go compares runes, not graphemes.
    private static func isLowercase(_ text: Substring) -> Bool {
        if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return true }
        return text.lowercased().utf8.elementsEqual(text.utf8)
    }

    /// 64 lower-case hexadecimal characters.
    static func isIdentifier(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
    }

    private static func splitDomain(_ text: String, rules: ContainerdRules) -> (domain: String, remainder: String) {
        guard let slash = text.firstIndex(of: "/") else { return (defaultDomain, "library/" + text) }
        let first = String(text[..<slash])
        let rest = String(text[text.index(after: slash)...])
        var (domain, remainder) = (defaultDomain, text)
        if first == "index.docker.io" {
            remainder = rest
        } else if first == "localhost" || first.contains(where: { $0 == "." || $0 == ":" })
            || rules.uppercaseNameIsDomain && !isLowercase(first[...])
        {
            (domain, remainder) = (first, rest)
        }
        if domain == defaultDomain, !remainder.contains("/") { remainder = "library/" + remainder }
        return (domain, remainder)
    }
}

extension NamedReference {
    /// `reference.ParseAnyReference`: an identifier or a digest stands for itself; `nil` when refused.
    package static func any(_ text: String, rules: ContainerdRules) -> String? {
        if isIdentifier(text) { return "sha256:" + text }
        if (try? ContentDigest(text)) != nil { return text }
        return (try? NamedReference(normalizing: text, rules: rules))?.description
    }
}
