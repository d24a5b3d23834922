import GoData

/// A Docker `config.json`, as far as pulling needs it.
package struct DockerConfig: Equatable, Sendable {
    /// Why a config cannot be read.
    package enum ParseError: Error, Equatable, Sendable {
        /// Go's `encoding/json`, in which all that read this file are written, refuses it as a whole.
        case refused(JSONError)
        /// JSON, but a Secret that holds such a file.
        case secret
    }

    /// What the config has for one `HOST[:PORT]`.
    package enum Lookup: Equatable, Sendable {
        case found(key: String, Credential)
        /// There is an entry, but nothing in it can be sent.
        case unusable(key: String, DockerConfigEntryFault)
        /// A helper program holds it, which a node cannot run.
        case helper(String, Setting)
        case none(nearMisses: [NearMiss])
    }

    /// Which setting names the helper.
    package enum Setting: String, Sendable { case credHelpers, credsStore }

    package struct NearMiss: Equatable, Sendable {
        /// What keeps the key from matching; the first that applies.
        package enum Reason: String, Sendable {
            case scheme, path, letterCase, port
            /// The key stands beside `auths` or without one, as in a `.dockercfg`.
            case outside
        }
        package let key: String
        package let reason: Reason

        package init(key: String, reason: Reason) {
            self.key = key
            self.reason = reason
        }
    }

    let auths: [String: JSONValue]
    private let helpers: [String: String]
    private let store: String?
    /// Keys beside `auths` that hold what an entry holds.
    private let outside: [String]

    package init(parsing bytes: [UInt8]) throws(ParseError) {
        let root: JSONValue
        do throws(JSONError) { root = try Self.shape.read(bytes) } catch { throw .refused(error) }
        let plain = JSONValue(parsing: bytes)
        if plain?["kind"]?.string == "Secret", plain?["data"] != nil || plain?["stringData"] != nil { throw .secret }
        auths = root["auths"]?.members ?? [:]
        helpers = (root["credHelpers"]?.members ?? [:]).compactMapValues(\.string)
        store = root["credsStore"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        outside = (plain?.members ?? [:]).filter { $0.value["auth"]?.string != nil }.keys.sorted()
    }

    /// As `docker` declares the file; of `auths`, kubelet's fields are among them.
    private static let shape = JSONShape.object([
        "auths": .map(
            .object([
                "auth": .string, "username": .string, "password": .string, "email": .string, "identitytoken": .string,
                "registrytoken": .string, "serveraddress": .string,
            ])
        ),
        "credHelpers": .map(.string), "credsStore": .string, "HttpHeaders": .map(.string),
    ])

    /// Keys of `auths`, sorted.
    package var keys: [String] { auths.keys.sorted() }

    /// Entries whose `auth` is no login. docker and kubelet give up the whole file because of one.
    package var brokenKeys: [String] {
        keys.filter { auths[$0].flatMap(DockerConfigEntryFault.init(ofAuth:))?.refusesFile == true }
    }

    /// Looks for exactly `hostAndPort`, which is what containerd's own table is keyed by.
    package func lookup(_ hostAndPort: String) -> Lookup {
        if let helper = helpers[hostAndPort] { return .helper(helper, .credHelpers) }
        if let entry = auths[hostAndPort] { return read(entry, key: hostAndPort) }
        let inside = keys.compactMap { nearMiss($0, hostAndPort) }
        let near = inside + outside.filter { isMeant($0, hostAndPort) }.map { NearMiss(key: $0, reason: .outside) }
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
        return keys.first { isMeant($0, hostAndPort) }
    }

    private func isMeant(_ key: String, _ hostAndPort: String) -> Bool {
        var rest = key[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        return rest.prefix { $0 != "/" }.lowercased() == hostAndPort.lowercased()
    }

    private func read(_ entry: JSONValue, key: String) -> Lookup {
        let login = entry["auth"]?.string.flatMap { $0.isEmpty ? nil : decodedLogin($0) }
        switch login {
        case .success(let credential): return .found(key: key, credential)
        case .failure(let fault): return .unusable(key: key, fault)
        case nil: break
        }
        let (username, password) = (entry["username"]?.string ?? "", entry["password"]?.string ?? "")
        if !username.isEmpty, !password.isEmpty {
            return .found(key: key, Credential(username: username, password: password))
        }
        if let token = entry["identitytoken"]?.string, !token.isEmpty { return .unusable(key: key, .identityToken) }
        // `docker login` with a helper leaves an empty entry behind.
        if let store { return .helper(store, .credsStore) }
        return .unusable(key: key, username.isEmpty ? .empty : .noPassword)
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
