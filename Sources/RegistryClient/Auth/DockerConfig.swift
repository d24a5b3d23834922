/// A Docker `config.json`, as far as pulling needs it.
package struct DockerConfig: Equatable, Sendable {
    /// Why a config cannot be read.
    package enum ParseError: Error, Equatable, Sendable {
        case notJSON
        /// Not an object, or `auths` is not one.
        case noObject
    }

    /// What the config has for one `HOST[:PORT]`.
    package enum Lookup: Equatable, Sendable {
        case found(key: String, Credential)
        /// There is an entry, but nothing in it can be sent.
        case unusable(key: String, Fault)
        /// A helper program holds it, which a node cannot run.
        case helper(String, Setting)
        case none(nearMisses: [NearMiss])
    }

    /// Which setting names the helper.
    package enum Setting: String, Sendable { case credHelpers, credsStore }

    package enum Fault: String, Equatable, Sendable {
        case empty, badBase64, identityToken
    }

    package struct NearMiss: Equatable, Sendable {
        /// What keeps the key from matching; the first that applies.
        package enum Reason: String, Sendable { case scheme, path, letterCase, port }
        package let key: String
        package let reason: Reason

        package init(key: String, reason: Reason) {
            self.key = key
            self.reason = reason
        }
    }

    private let auths: [String: JSONValue]
    private let helpers: [String: String]
    private let store: String?

    package init(parsing bytes: [UInt8]) throws(ParseError) {
        guard let root = JSONValue(parsing: bytes) else { throw .notJSON }
        guard let members = root.members else { throw .noObject }
        if let auths = members["auths"], auths.members == nil { throw .noObject }
        auths = members["auths"]?.members ?? [:]
        helpers = (members["credHelpers"]?.members ?? [:]).compactMapValues(\.string)
        store = members["credsStore"]?.string
    }

    /// Keys of `auths`, sorted.
    package var keys: [String] { auths.keys.sorted() }

    /// Looks for exactly `hostAndPort`, which is what containerd's own table is keyed by.
    package func lookup(_ hostAndPort: String) -> Lookup {
        if let helper = helpers[hostAndPort] { return .helper(helper, .credHelpers) }
        if let entry = auths[hostAndPort] { return read(entry, key: hostAndPort) }
        let near = keys.compactMap { nearMiss($0, hostAndPort) }
        if near.isEmpty, let store { return .helper(store, .credsStore) }
        return .none(nearMisses: near)
    }

    /// What a push logs in with: an identity token before a password, as Docker's own client does. `nil` when the config has
    /// nothing that can be sent.
    package func pushCredential(_ hostAndPort: String) -> Credential? {
        guard helpers[hostAndPort] == nil else { return nil }
        if let token = auths[hostAndPort]?["identitytoken"]?.string, !token.isEmpty {
            return Credential(refreshToken: token)
        }
        return if case .found(_, let credential) = lookup(hostAndPort) { credential } else { nil }
    }

    /// The key that is meant for `hostAndPort` although it does not match: with a scheme, a path or other letter case.
    package func keyMeant(for hostAndPort: String) -> String? {
        if auths[hostAndPort] != nil { return hostAndPort }
        return keys.first { key in
            var rest = key[...]
            for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
            return rest.prefix { $0 != "/" }.lowercased() == hostAndPort.lowercased()
        }
    }

    private func read(_ entry: JSONValue, key: String) -> Lookup {
        if let encoded = entry["auth"]?.string, !encoded.isEmpty {
            guard let bytes = decodedBase64(encoded), let text = String(validating: bytes, as: UTF8.self),
                let colon = text.firstIndex(of: ":"), colon != text.startIndex
            else { return .unusable(key: key, .badBase64) }
            // Docker pads passwords with NUL bytes in old files.
            let password = text[text.index(after: colon)...].filter { $0 != "\0" }
            return .found(key: key, Credential(username: String(text[..<colon]), password: password))
        }
        if let username = entry["username"]?.string, let password = entry["password"]?.string, !username.isEmpty {
            return .found(key: key, Credential(username: username, password: password))
        }
        if let token = entry["identitytoken"]?.string, !token.isEmpty { return .unusable(key: key, .identityToken) }
        // `docker login` with a helper leaves an empty entry behind.
        return store.map { .helper($0, .credsStore) } ?? .unusable(key: key, .empty)
    }

    private func nearMiss(_ key: String, _ wanted: String) -> NearMiss? {
        var rest = key[...]
        var reason: NearMiss.Reason?
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            reason = .scheme
        }
        if let slash = rest.firstIndex(of: "/") {
            rest = rest[..<slash]
            reason = reason ?? .path
        }
        if rest == wanted { return reason.map { NearMiss(key: key, reason: $0) } }
        if rest.lowercased() == wanted.lowercased() { return NearMiss(key: key, reason: reason ?? .letterCase) }
        let (host, _) = splitPort(rest)
        let (wantedHost, _) = splitPort(wanted[...])
        return host.lowercased() == wantedHost.lowercased() ? NearMiss(key: key, reason: reason ?? .port) : nil
    }

    private func splitPort(_ text: Substring) -> (host: Substring, port: Substring?) {
        guard let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") else { return (text, nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }
}
