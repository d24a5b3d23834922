/// Go's `net/url.Parse` with its error texts: what containerd makes of an endpoint depends on every detail.
///
/// Source: Go `src/net/url/url.go`.
package struct GoURL: Equatable, Sendable {
    package struct ParseError: Error, Equatable, Sendable {
        package let description: String
    }

    package var scheme = ""
    package var opaque = ""
    package var userinfo: String?
    /// With the port, brackets kept, percent escapes decoded.
    package var host = ""
    /// Percent escapes decoded.
    package var path = ""
    package var rawPath = ""
    package var forceQuery = false
    package var rawQuery = ""
    package var fragment = ""

    package init(_ text: String) throws(ParseError) {
        let (main, fragment) = Self.cut(text, at: 0x23)
        do throws(ParseError) {
            try parse(main)
            if let fragment { self.fragment = try GoEscape.decode(fragment, .fragment) }
        } catch {
            throw ParseError(description: "parse \(GoText.quoted(text)): \(error.description)")
        }
    }

    /// `https://h:5000/v2`; the query and the fragment included.
    package var description: String {
        var text = scheme.isEmpty ? "" : scheme + ":"
        if !opaque.isEmpty { return text + opaque }
        if !scheme.isEmpty || !host.isEmpty || userinfo != nil {
            if !host.isEmpty || !path.isEmpty || userinfo != nil { text += "//" }
            if let userinfo { text += userinfo + "@" }
            text += GoEscape.encode(host, .host)
        }
        let escaped = escapedPath
        if !escaped.isEmpty, escaped.utf8.first != 0x2F, !host.isEmpty { text += "/" }
        text += escaped
        if forceQuery || !rawQuery.isEmpty { text += "?" + rawQuery }
        return text + (fragment.isEmpty ? "" : "#" + GoEscape.encode(fragment, .fragment))
    }

    package var escapedPath: String {
        if !rawPath.isEmpty, (try? GoEscape.decode(rawPath, .path)) == path { return rawPath }
        return path == "*" ? "*" : GoEscape.encode(path, .path)
    }

    // MARK: Parsing

    private mutating func parse(_ text: String) throws(ParseError) {
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw ParseError(description: "net/url: invalid control character in URL")
        }
        if text == "*" {
            path = "*"
            return
        }
        var rest: String
        (scheme, rest) = try Self.scheme(of: text)
        scheme = scheme.lowercased()
        if rest.utf8.last == 0x3F, rest.utf8.firstIndex(of: 0x3F) == rest.utf8.index(before: rest.utf8.endIndex) {
            forceQuery = true
            rest.removeLast()
        } else {
            let (before, query) = Self.cut(rest, at: 0x3F)
            rest = before
            rawQuery = query ?? ""
        }
        if rest.utf8.first != 0x2F {
            if !scheme.isEmpty {
                opaque = rest
                return
            }
            let segment = rest.prefix { $0 != "/" }
            if segment.contains(":") {
                throw ParseError(description: "first path segment in URL cannot contain colon")
            }
        }
        if !scheme.isEmpty || !rest.hasPrefix("///"), rest.hasPrefix("//") {
            let body = rest.utf8.dropFirst(2)
            let end = body.firstIndex(of: 0x2F) ?? body.endIndex
            let authority = String(rest[body.startIndex..<end])
            rest = String(rest[end...])
            try parseAuthority(authority)
        }
        path = try GoEscape.decode(rest, .path)
        rawPath = GoEscape.encode(path, .path) == rest ? "" : rest
    }

    private static func scheme(of text: String) throws(ParseError) -> (String, String) {
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x61...0x7A, 0x41...0x5A: continue
            case 0x30...0x39, 0x2B, 0x2D, 0x2E:
                if index == 0 { return ("", text) }
            case 0x3A:
                if index == 0 { throw ParseError(description: "missing protocol scheme") }
                return (String(text.utf8.prefix(index)) ?? "", String(text.utf8.dropFirst(index + 1)) ?? "")
            default: return ("", text)
            }
        }
        return ("", text)
    }

    private mutating func parseAuthority(_ authority: String) throws(ParseError) {
        guard let at = authority.lastIndex(of: "@") else {
            host = try Self.parseHost(authority)
            return
        }
        host = try Self.parseHost(String(authority[authority.index(after: at)...]))
        let user = String(authority[..<at])
        guard user.utf8.allSatisfy(GoEscape.isUserinfo) else {
            throw ParseError(description: "net/url: invalid userinfo")
        }
        _ = try GoEscape.decode(user, .userinfo)
        userinfo = user
    }

    private static func parseHost(_ host: String) throws(ParseError) -> String {
        if host.hasPrefix("[") {
            guard let close = host.lastIndex(of: "]") else { throw ParseError(description: "missing ']' in host") }
            let port = String(host[host.index(after: close)...])
            guard isOptionalPort(port) else {
                throw ParseError(description: "invalid port \(GoText.quoted(port)) after host")
            }
            if let zone = host.range(ofText: "%25"), zone < close {
                let name = try GoEscape.decode(String(host[..<zone]), .host)
                let zoneText = try GoEscape.decode(String(host[zone..<close]), .zone)
                return name + zoneText + (try GoEscape.decode(String(host[close...]), .host))
            }
        } else if let colon = host.lastIndex(of: ":") {
            let port = String(host[colon...])
            guard isOptionalPort(port) else {
                throw ParseError(description: "invalid port \(GoText.quoted(port)) after host")
            }
        }
        return try GoEscape.decode(host, .host)
    }

    private static func isOptionalPort(_ text: String) -> Bool {
        text.isEmpty || text.utf8.first == 0x3A && text.utf8.dropFirst().allSatisfy(\.isDigit)
    }

    private static func cut(_ text: String, at separator: UInt8) -> (String, String?) {
        guard let index = text.utf8.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
    }
}

extension String {
    /// Where a text begins first, byte for byte.
    package func range(ofText text: StaticString) -> String.Index? {
        let needle = text.withUTF8Buffer { Array($0) }
        guard let first = needle.first else { return startIndex }
        var rest = utf8[...]
        while let at = rest.firstIndex(of: first) {
            if utf8[at...].starts(with: needle) { return at }
            rest = rest[utf8.index(after: at)...]
        }
        return nil
    }
}
