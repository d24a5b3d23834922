import GoData
import Secrets

/// Credentials as CRI hands them over and as `registry.configs."…".auth` holds them.
package struct RegistryAuth: Equatable, Sendable {
    package var username = ""
    package var password = Secret("")
    /// base64 of `user:password`.
    package var auth = Secret("")
    package var identityToken = Secret("")
    /// A URL; credentials go to its host only.
    package var serverAddress = ""
    package var source: SourcePosition?

    package init() {}

    package init(username: String, password: Secret) {
        self.username = username
        self.password = password
    }

    /// What a challenge is answered with: `ParseAuth` of CRI's `image_pull.go`.
    ///
    /// - Parameter host: who sent the challenge, with the port.
    /// - Throws: the text that containerd fails with.
    package func credential(for host: String) throws(AuthError) -> RegistryCredential {
        if !serverAddress.isEmpty {
            let url: GoURL
            do throws(GoURL.ParseError) { url = try GoURL(serverAddress) } catch {
                throw AuthError("parse server address: \(error.description)")
            }
            guard url.host == host else { return .anonymous }
        }
        if !username.isEmpty { return RegistryCredential(username: username, secret: password) }
        if !identityToken.isEmpty { return RegistryCredential(username: "", secret: identityToken) }
        return auth.isEmpty ? .anonymous : try decoded()
    }

    private func decoded() throws(AuthError) -> RegistryCredential {
        let text = auth.reveal { $0 }
        var bytes: [UInt8]
        do throws(Base64.CorruptInput) { bytes = try Base64.decodeStrictly(text) } catch {
            throw AuthError(error.description)
        }
        // Go decodes into a buffer that has room for the padding.
        bytes += Array(repeating: 0, count: max(0, text.utf8.count / 4 * 3 - bytes.count))
        let pair = String(decoding: bytes, as: UTF8.self)
        guard let colon = pair.firstIndex(of: ":") else {
            throw AuthError("invalid decoded auth: \(GoText.quoted(pair))")
        }
        var password = pair[pair.index(after: colon)...]
        while password.last == "\0" { password = password.dropLast() }
        while password.first == "\0" { password = password.dropFirst() }
        return RegistryCredential(username: String(pair[..<colon]), secret: Secret(String(password)))
    }
}

package struct AuthError: Error, Equatable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// A user name and a password, or no name and a refresh token, or nothing.
package struct RegistryCredential: Equatable, Sendable {
    package let username: String
    package let secret: Secret

    package init(username: String, secret: Secret) {
        self.username = username
        self.secret = secret
    }

    package static let anonymous = RegistryCredential(username: "", secret: Secret(""))

    package var isAnonymous: Bool { username.isEmpty && secret.isEmpty }

    /// `Basic …`
    var basicAuthorization: Secret {
        Secret("Basic " + Base64.encode(Array(secret.reveal { username + ":" + $0 }.utf8)))
    }
}

/// Where credentials are looked for when a host asks for them.
package struct RegistryCredentials: Equatable, Sendable {
    /// What came with the pull request; even when empty it wins over `byHost`.
    package var fromCRI: RegistryAuth?
    /// `configs."HOST".auth`
    package var byHost: [String: RegistryAuth] = [:]
    /// 1.x without `config_path` looks under the endpoint's host, everyone else under that of the 401.
    package var isKeyedByEndpoint = false

    package init(fromCRI: RegistryAuth? = nil, byHost: [String: RegistryAuth] = [:], isKeyedByEndpoint: Bool = false) {
        self.fromCRI = fromCRI
        self.byHost = byHost
        self.isKeyedByEndpoint = isKeyedByEndpoint
    }

    package func auth(endpoint: String, challenger: String) -> RegistryAuth? {
        fromCRI ?? byHost[isKeyedByEndpoint ? endpoint : challenger]
    }

    func credential(endpoint: String, challenger: String) throws(AuthError) -> RegistryCredential {
        try auth(endpoint: endpoint, challenger: challenger)?.credential(for: challenger) ?? .anonymous
    }
}
