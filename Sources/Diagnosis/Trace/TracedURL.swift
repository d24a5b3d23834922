import GoData

/// What an error text says about the request that it belongs to.
struct TracedURL: Equatable {
    let url: String?
    let host: String?

    init(error: String) {
        if let url = Self.url(in: error) {
            self.url = url
            // A line that was cut in the middle of a host does not name it.
            host =
                url.firstRange(of: "://").map { url[$0.upperBound...].contains("/") } == true ? Self.host(of: url) : nil
        } else if let range = error.firstRange(of: "pulling from host ") {
            url = nil
            host = String(error[range.upperBound...].prefix { $0 != " " })
        } else {
            url = nil
            host = nil
        }
    }

    /// The first URL; Go puts it in quotes, or a colon or blank after it.
    static func url(in text: String) -> String? {
        guard let start = text.firstRange(of: "http://") ?? text.firstRange(of: "https://") else { return nil }
        let begin =
            [text.firstRange(of: "https://")?.lowerBound, start.lowerBound].compactMap { $0 }.min() ?? start.lowerBound
        var url = text[begin...].prefix { !$0.isWhitespace && $0 != "\"" && $0 != "\\" && $0 != "'" }
        while url.last == ":" || url.last == "," { url.removeLast() }
        return String(url)
    }

    static func host(of url: String) -> String? {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let authority = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return host.isEmpty ? nil : String(host)
    }

    /// The URL asks for an image or a part of one.
    static func isOfObject(_ url: String) -> Bool { url.contains("/manifests/") || url.contains("/blobs/") }

    /// The URL asks for an object of this repository; a mirror's namespace may stand before it.
    static func asks(_ url: String, for repository: String) -> Bool {
        let path = url.prefix { $0 != "?" }
        return path.contains("/\(repository)/manifests/") || path.contains("/\(repository)/blobs/")
    }

    /// The registry host that a mirror is asked for; `nil` when it is not said or blotted out.
    static func registryHost(of url: String) -> String? {
        guard let range = url.firstRange(of: "?ns=") ?? url.firstRange(of: "&ns=") else { return nil }
        let value = String(url[range.upperBound...].prefix { $0 != "&" })
        let plain = (try? GoEscape.decode(value, .query)) ?? value
        return plain.isEmpty || plain.hasPrefix("[REDACTED") ? nil : plain
    }

    /// The repositories that a token was asked for, in the URL of a token server; `nil` without one.
    static func scopes(in text: String) -> [String]? {
        guard let url = url(in: text), let query = url.firstRange(of: "?") else { return nil }
        let scopes = url[query.upperBound...].split(separator: "&").compactMap { part -> String? in
            guard part.hasPrefix("scope="), let scope = try? GoEscape.decode(String(part.dropFirst(6)), .query) else {
                return nil
            }
            let words = scope.split(separator: ":", omittingEmptySubsequences: false)
            return words.count == 3 && words[0] == "repository" ? String(words[1]) : nil
        }
        return scopes.isEmpty ? nil : scopes
    }
}
