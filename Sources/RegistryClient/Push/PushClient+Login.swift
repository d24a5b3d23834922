import GoData

/// What a registry wants to see before it lets us in.
extension PushClient {
    typealias Answer = Result<Authorization?, RegistryError>

    /// What is known to be wanted; a token that has run out is fetched anew first.
    func authorization(_ scopes: [String]) -> Answer {
        switch tokens.kind {
        case .none: return .success(nil)
        case .basic(let basic): return .success(basic)
        case .bearer(let challenge):
            guard !scopes.isEmpty else { return .success(nil) }
            if let token = tokens.token(scopes) { return .success(token.authorization) }
            return fetchToken(challenge, scopes).map { $0 }
        }
    }

    /// Answers a challenge; `nil` when there is nothing better to send than what was refused.
    /// - Parameter refused: what was sent in vain; the same is not sent again.
    func authorization(_ challenges: [HTTPChallenge], _ scopes: [String], refused: Authorization?) -> Answer {
        if let bearer = challenges.first(where: { $0.scheme == "bearer" }) {
            let wanted =
                scopes.isEmpty ? (bearer.scope.map { $0.split(separator: " ").map(String.init) } ?? []) : scopes
            tokens.forget(wanted)
            switch fetchToken(bearer, wanted) {
            case .success(let fetched):
                tokens.learn(.bearer(bearer))
                return .success(fetched == refused ? nil : fetched)
            // The token server does not know the login: the registry's own 401 says it.
            case .failure(.tokenServer(_, .refused(let refusal))) where [401, 403].contains(refusal.status):
                return .success(nil)
            case .failure(let trouble): return .failure(trouble)
            }
        }
        guard challenges.contains(where: { $0.scheme == "basic" }) else { return .success(nil) }
        guard root.isHTTPS else { return .failure(.loginWithheld(.plainHTTP, from: root.origin)) }
        guard let credential = tokens.credential,
            !credential.isRefreshToken, refused != credential.basic
        else { return .success(nil) }
        tokens.learn(.basic(credential.basic))
        return .success(credential.basic)
    }

    private func fetchToken(_ challenge: HTTPChallenge, _ scopes: [String]) -> Result<Authorization, RegistryError> {
        guard let realm = challenge.realm.flatMap(HTTPURL.init) else {
            return .failure(.unexpectedResponse(status: 401, what: "realm"))
        }
        if let withheld = tokens.reach.withheld(from: realm, of: root, tokens.credential) {
            return .failure(.loginWithheld(withheld, from: realm.origin))
        }
        guard let request = tokenRequest(realm, challenge.service, scopes.prefix(8)) else {
            return .failure(.unexpectedResponse(status: 401, what: "realm"))
        }
        return perform(request).flatMap { response in
            guard response.status == 200 else { return .failure(trouble(response)) }
            let json = JSONValue(parsing: response.body)
            let text = json?["token"]?.string ?? json?["access_token"]?.string
            guard let authorization = text.flatMap(Authorization.init(bearer:)) else {
                return .failure(.unexpectedResponse(status: 200, what: "token"))
            }
            // Without a word a token holds a minute (Docker's token specification).
            let seconds = json?["expires_in"]?.integer ?? 60
            tokens.keep(
                TokenCache.Token(authorization: authorization, expires: .now + .seconds(min(max(seconds, 1), 86_400))),
                for: scopes
            )
            return .success(authorization)
        }.mapError { .tokenServer(realm.origin, $0) }
    }

    /// `GET` with the login, or `POST` with a refresh token.
    private func tokenRequest(_ realm: HTTPURL, _ service: String?, _ scopes: ArraySlice<String>) -> HTTPRequest? {
        if let form = tokens.credential?.refreshForm(service: service, scopes: scopes) {
            let body = HTTPBody(.bytes(form), type: "application/x-www-form-urlencoded")
            return HTTPRequest(.post, realm, accept: ["application/json"], body: body, limits: Self.tokenLimits)
        }
        var query: [(name: String, value: String)] = []
        if let service { query.append(("service", service)) }
        for scope in scopes { query.append(("scope", scope)) }
        return realm.adding(query: query).map {
            HTTPRequest(.get, $0, authorization: tokens.credential?.basic, limits: Self.tokenLimits)
        }
    }

    private static var tokenLimits: HTTPLimits {
        HTTPLimits(connectMilliseconds: 15_000, totalMilliseconds: 30_000, trickleSeconds: 10)
    }
}
