import Synchronization

/// What every connection to one registry knows about logging in, so that one of them asks and all of them may go on.
package final class TokenCache: Sendable {
    struct Token: Sendable {
        let authorization: Authorization
        let expires: ContinuousClock.Instant
    }

    enum Kind: Sendable {
        /// Nothing was asked for yet.
        case none
        case basic(Authorization)
        case bearer(HTTPChallenge)
    }

    private struct State {
        var kind = Kind.none
        var tokens: [String: Token] = [:]
    }

    package let credential: Credential?
    let reach: CredentialScope
    private let state = Mutex(State())

    package init(credential: Credential?, reach: CredentialScope = CredentialScope()) {
        self.credential = credential
        self.reach = reach
    }

    var kind: Kind { state.withLock { $0.kind } }

    func learn(_ kind: Kind) { state.withLock { $0.kind = kind } }

    /// A token for exactly these scopes that holds for ten seconds more.
    func token(_ scopes: [String]) -> Token? {
        let soon = ContinuousClock.now + .seconds(10)
        return state.withLock { $0.tokens[scopes.joined(separator: " ")] }.flatMap { $0.expires > soon ? $0 : nil }
    }

    func keep(_ token: Token, for scopes: [String]) {
        state.withLock { $0.tokens[scopes.joined(separator: " ")] = token }
    }

    func forget(_ scopes: [String]) {
        state.withLock { $0.tokens[scopes.joined(separator: " ")] = nil }
    }
}
