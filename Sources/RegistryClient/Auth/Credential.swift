import GoData

/// A user name with a password that cannot print itself.
package struct Credential: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    package let username: String
    private let password: String

    package init(username: String, password: String) {
        self.username = username
        self.password = password
        MetSecrets.note(password)
        if !password.isEmpty, username != Self.refreshUser { MetSecrets.note("\(username):\(password)") }
    }

    package var description: String { "Credential(\(username), ‹redacted›)" }
    package var customMirror: Mirror { Mirror(self, children: ["username": username]) }

    /// Hands the password to the one place that stores it.
    package func revealPassword<Value>(_ body: (String) -> Value) -> Value { body(password) }

    package var basic: Authorization {
        Authorization(scheme: "Basic", value: Base64.encode(Array("\(username):\(password)".utf8)))
    }

    /// An OAuth2 refresh token (`identitytoken` of a Docker config), which only a token server understands.
    package init(refreshToken: String) {
        self.init(username: Self.refreshUser, password: refreshToken)
    }

    /// It means something to a token server only.
    var isRefreshToken: Bool { username == Self.refreshUser }

    /// The form that asks for an access token (Docker's "OAuth2 token authentication"); `nil` for a user name with a
    /// password.
    func refreshForm(service: String?, scopes: some Collection<String>) -> [UInt8]? {
        isRefreshToken ? form(client: "mirrorctl", service: service, scopes: scopes) : nil
    }

    /// The form that containerd sends for any login.
    func nodeForm(service: String?, scopes: some Collection<String>) -> [UInt8] {
        form(client: TokenWay.clientID, service: service ?? "", scopes: scopes)
    }

    private func form(client: String, service: String?, scopes: some Collection<String>) -> [UInt8] {
        var fields = [("client_id", client)]
        fields +=
            isRefreshToken || username.isEmpty
            ? [("grant_type", "refresh_token"), ("refresh_token", password)]
            : [("grant_type", "password"), ("username", username), ("password", password)]
        if let service { fields.append(("service", service)) }
        if !scopes.isEmpty { fields.append(("scope", scopes.joined(separator: " "))) }
        return Array(fields.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&").utf8)
    }

    /// Without a password containerd asks as somebody unknown.
    var hasPassword: Bool { !password.isEmpty }

    /// Docker's name for a login that is a token.
    private static let refreshUser = "<token>"
}

/// The value of an `Authorization` header; it cannot print itself.
package struct Authorization: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    package let scheme: String
    private let value: String

    init(scheme: String, value: String) {
        self.scheme = scheme
        self.value = value
        MetSecrets.note(value)
    }

    /// `nil` for a token that would not fit into one header line.
    package init?(bearer token: String) {
        guard !token.isEmpty, token.utf8.count <= 32 << 10, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        self.init(scheme: "Bearer", value: token)
    }

    /// `Basic …` or `Bearer …` as another component made it; `nil` for what is neither, or would not fit.
    package init?(header: String) {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0] == "Basic" || parts[0] == "Bearer", parts[1].utf8.count <= 32 << 10,
            parts[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.init(scheme: String(parts[0]), value: String(parts[1]))
    }

    package var description: String { "\(scheme) ‹redacted›" }
    package var customMirror: Mirror { Mirror(self, children: ["scheme": scheme]) }

    /// Hands the header's value to the one place that sends it.
    func withHeaderValue(_ body: (String) -> Void) { body("\(scheme) \(value)") }
}
