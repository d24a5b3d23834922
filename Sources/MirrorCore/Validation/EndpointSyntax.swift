/// Reads an endpoint as GDC spells it: `https://HOST[:PORT]` or `https://HOST[:PORT]/v2/NAMESPACE`.
///
/// GDC requires the `/v2` before a namespace; containerd would take any other path as it stands and ask where no
/// registry answers.
package struct EndpointSyntax {
    let scheme: MirrorEndpoint.Scheme
    let host: String
    let port: Int?
    /// What follows `/v2/`, not yet checked.
    package let namespace: String?

    /// Why an endpoint cannot be used: the id of an issue and what to type instead.
    package struct Problem: Error, Equatable {
        package let id: String
        package var arguments: [String: String] = [:]
    }

    package init(_ text: String) throws(Problem) {
        guard !text.isEmpty else { throw Problem(id: "endpoint.empty") }
        // The password in it must not come back in a message, wherever an odd one lets the authority end.
        guard !text.contains("@") else { throw Problem(id: "endpoint.credentials") }
        let trimmed = text.trimmingBlanks
        guard !trimmed.isEmpty else { throw Problem(id: "endpoint.empty") }
        guard trimmed == text else {
            throw Problem(id: "endpoint.blanks", arguments: ["fixed": try Self.repaired(trimmed)])
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) else {
            throw Problem(id: "endpoint.whitespace")
        }
        guard !text.contains(where: { "<>{}$\"'\\".contains($0) }) else {
            throw Problem(id: "endpoint.placeholder", arguments: ["text": text])
        }
        let (scheme, rest) = try Self.splitScheme(text)
        self.scheme = scheme
        let end = rest.firstIndex(where: { "/?#".contains($0) }) ?? rest.endIndex
        let authority = rest[..<end]
        if let (bracketed, isSure) = Self.bracketed(authority) {
            let fixed = try Self.repaired("\(scheme.rawValue)://\(bracketed)\(rest[end...])")
            throw Problem(id: isSure ? "endpoint.ipv6Port" : "endpoint.ipv6Brackets", arguments: ["fixed": fixed])
        }
        let (host, port) = try Self.splitAuthority(String(authority))
        self.host = host
        self.port = port
        let root = MirrorEndpoint(scheme: scheme, host: host, port: port).rootURL
        namespace = try Self.namespace(inPath: String(rest[end...]), root: root)
    }

    private static func splitScheme(_ text: String) throws(Problem) -> (MirrorEndpoint.Scheme, Substring) {
        guard let mark = text.firstRange(of: "://") else {
            throw Problem(id: "endpoint.noScheme", arguments: ["fixed": try repaired("https://\(text)")])
        }
        let word = text[..<mark.lowerBound]
        let rest = text[mark.upperBound...]
        guard let scheme = MirrorEndpoint.Scheme(rawValue: word.lowercased()) else {
            throw Problem(
                id: "endpoint.scheme",
                arguments: ["scheme": String(word), "fixed": try repaired("https://\(rest)")]
            )
        }
        guard word == scheme.rawValue else {
            throw Problem(
                id: "endpoint.scheme",
                arguments: ["scheme": String(word), "fixed": try repaired("\(scheme.rawValue)://\(rest)")]
            )
        }
        return (scheme, rest)
    }

    /// What is to be typed must be accepted when it is typed: what else is wrong is mended, too, or is what is said.
    private static func repaired(_ candidate: String) throws(Problem) -> String {
        let syntax: EndpointSyntax
        do {
            syntax = try EndpointSyntax(candidate)
        } catch {
            guard let fixed = error.arguments["fixed"], error.id != "endpoint.ipv6Brackets" else { throw error }
            return fixed
        }
        guard let namespace = syntax.namespace else { return candidate }
        let root = MirrorEndpoint(scheme: syntax.scheme, host: syntax.host, port: syntax.port).rootURL
        return try spelled(namespace, below: root)
    }

    /// The endpoint of a namespace, as it is accepted.
    private static func spelled(_ namespace: String, below root: String) throws(Problem) -> String {
        guard let problem = NamespaceSyntax.problem(in: namespace) else {
            return namespace.isEmpty ? root : "\(root)/v2/\(namespace)"
        }
        guard let fixed = problem.arguments["fixed"] else {
            throw Problem(id: problem.id, arguments: problem.arguments)
        }
        return "\(root)/v2/\(fixed)"
    }

    /// An IPv6 address as a URL spells it: `nil` for what is none, or has its brackets. Digits behind the last colon that
    /// are too many for a part of an address are its port, and surely so; four of them most likely are.
    private static func bracketed(_ authority: Substring) -> (text: String, isSure: Bool)? {
        guard !authority.hasPrefix("["), authority.filter({ $0 == ":" }).count > 1,
            let colon = authority.lastIndex(of: ":")
        else { return nil }
        let (head, tail) = (authority[..<colon], authority[authority.index(after: colon)...])
        let isAddress = HostSyntax.isIPv6(authority)
        if tail.utf8.count >= 4, HostSyntax.port(tail) != nil, HostSyntax.isIPv6(head) {
            return ("[\(head)]:\(tail)", !isAddress)
        }
        return isAddress ? ("[\(authority)]:5000", false) : nil
    }

    private static func splitAuthority(
        _ authority: String
    ) throws(Problem) -> (host: String, port: Int?) {
        let host: Substring
        let afterHost: Substring
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else {
                throw Problem(id: "endpoint.host", arguments: ["host": authority])
            }
            host = authority[...close]
            afterHost = authority[authority.index(after: close)...]
            guard HostSyntax.isIPv6(host.dropFirst().dropLast()) else {
                throw Problem(id: "endpoint.host", arguments: ["host": String(host)])
            }
        } else {
            guard authority.filter({ $0 == ":" }).count < 2 else {
                throw Problem(id: "endpoint.host", arguments: ["host": authority])
            }
            let colon = authority.firstIndex(of: ":") ?? authority.endIndex
            host = authority[..<colon]
            afterHost = authority[colon...]
            guard !host.isEmpty else { throw Problem(id: "endpoint.noHost") }
            guard HostSyntax.isHost(host) else {
                throw Problem(id: "endpoint.host", arguments: ["host": String(host)])
            }
        }
        guard !afterHost.isEmpty else { return (String(host), nil) }
        guard afterHost != ":" else { throw Problem(id: "endpoint.noPort") }
        guard afterHost.hasPrefix(":"), let port = HostSyntax.port(afterHost.dropFirst()) else {
            throw Problem(id: "endpoint.port", arguments: ["port": String(afterHost.drop { $0 == ":" })])
        }
        return (String(host), port)
    }

    private static func namespace(inPath path: String, root: String) throws(Problem) -> String? {
        guard !path.isEmpty else { return nil }
        guard !path.contains(where: { "?#".contains($0) }) else {
            throw Problem(id: "endpoint.query", arguments: ["fixed": root])
        }
        let parts = path.split(separator: "/")
        let clean = parts.filter { $0.lowercased() != "v2" }.joined(separator: "/")
        let fixed = try spelled(clean, below: root)
        if parts.isEmpty { throw Problem(id: "endpoint.trailingSlash", arguments: ["fixed": fixed]) }
        guard parts[0] == "v2" else { throw Problem(id: "endpoint.noV2", arguments: ["fixed": fixed]) }
        if parts.count == 1 { throw Problem(id: "endpoint.bareV2", arguments: ["fixed": fixed]) }
        if parts.dropFirst().contains("v2") { throw Problem(id: "endpoint.doubledV2", arguments: ["fixed": fixed]) }
        guard "/" + parts.joined(separator: "/") == path else {
            throw Problem(id: "endpoint.trailingSlash", arguments: ["fixed": fixed])
        }
        return parts.dropFirst().joined(separator: "/")
    }
}
