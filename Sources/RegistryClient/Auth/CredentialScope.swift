/// Where a login may go: over https only, to the registry itself, or to the token server it names when that is on the
/// registry's host or the operator's own. Whatever sends a login asks here.
package struct CredentialScope: Sendable {
    /// Why a login was kept back.
    package enum Withheld: String, Equatable, Sendable {
        case noCredential
        /// The registry is `http://`.
        case plainHTTP
        /// The token server is not `https://`.
        case realmNotHTTPS
        /// The token server is on another host, which nothing says is the operator's.
        case foreignRealm
        case unknownChallenge
    }

    private let owns: @Sendable (HTTPURL) -> Bool

    /// - Parameter owns: whether a token server on another host than the registry is the operator's own.
    package init(owns: @escaping @Sendable (HTTPURL) -> Bool = { _ in false }) { self.owns = owns }

    /// The operator's own, on whatever host it is.
    package func hasOwn(_ url: HTTPURL) -> Bool { owns(url) }

    /// Why nothing may be sent to a token server; `nil` when it may be asked, with `credential` when there is one.
    func withheld(from realm: HTTPURL, of root: HTTPURL, _ credential: Credential?) -> Withheld? {
        guard root.isHTTPS else { return .plainHTTP }
        guard realm.isHTTPS else { return .realmNotHTTPS }
        guard credential == nil || realm.host == root.host || owns(realm) else { return .foreignRealm }
        return nil
    }
}
