/// How the registry asked for a login and what became of it.
package struct LoginFacts: Equatable, Sendable, Codable {
    /// As containerd reads them: one for each header line.
    package var challenges: [ChallengeFacts]
    /// All that the header lines hold.
    package var offered: [ChallengeFacts]?
    package var sent: CredentialSent
    /// The token server's answer, for a Bearer challenge.
    package var token: HTTPFacts?
    /// Why a node takes no token out of that answer, in containerd's words.
    package var tokenProblem: String?
    /// Why the token server gave no answer.
    package var tokenFailure: TransportFailure?
    /// The token server's handshake, when it was refused.
    package var tokenTLS: TLSFacts?
    /// `true` when the token server's answer held a token.
    package var hasToken: Bool
    /// The answer to `GET /v2/` with what was sent.
    package var answer: HTTPFacts?

    package init(
        challenges: [ChallengeFacts],
        sent: CredentialSent = .nothing(.noCredential),
        token: HTTPFacts? = nil,
        tokenFailure: TransportFailure? = nil,
        hasToken: Bool = false,
        answer: HTTPFacts? = nil
    ) {
        self.challenges = challenges
        self.sent = sent
        self.token = token
        self.tokenFailure = tokenFailure
        self.hasToken = hasToken
        self.answer = answer
    }
}

/// One challenge of a `WWW-Authenticate` header.
package struct ChallengeFacts: Equatable, Sendable, Codable {
    /// Lower case: `basic`, `bearer`, or something a node does not speak.
    package var scheme: String
    package var realm: String?
    package var service: String?
    package var scope: String?

    package init(scheme: String, realm: String? = nil, service: String? = nil, scope: String? = nil) {
        self.scheme = scheme
        self.realm = realm
        self.service = service
        self.scope = scope
    }
}

/// Whether the credential left this machine.
package enum CredentialSent: Equatable, Sendable, Codable {
    /// `origin` is `https://HOST:PORT`.
    case sent(origin: String)
    case nothing(Reason)

    package enum Reason: Equatable, Sendable, Codable {
        case noCredential
        /// The endpoint is `http://`.
        case plainHTTP
        /// The token server's address is not `https://`.
        case realmNotHTTPS
        /// The token server is another host, and nothing says that it is the operator's.
        case foreignRealm
        /// The challenge names neither Basic nor a Bearer realm.
        case unknownChallenge
    }

    package var wasSent: Bool { if case .sent = self { true } else { false } }
}

/// How a token server answers the POST that containerd sends with a login, where a GET is given a token.
package struct TokenByGETFacts: Equatable, Sendable, Codable {
    /// `nil` when there was none.
    package var answer: HTTPFacts?
    /// The status, what kept the token from being read, or why there was no answer.
    package var words: String

    package init(answer: HTTPFacts?, words: String) {
        self.answer = answer
        self.words = words
    }
}
