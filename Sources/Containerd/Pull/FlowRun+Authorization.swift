import GoData
import Secrets

/// Endpoints without settings of their own share an authorizer.
struct AuthorizerKey: Hashable {
    /// `nil` for the shared one.
    let endpoint: Int?
    let host: String
}

/// `authHandler` of authorizer.go: how a host's challenge is answered.
struct AuthHandler: Equatable {
    let challenge: RegistryChallenge
    let credential: RegistryCredential
    /// `Bearer …` or the error, by scopes.
    var tokens: [String: Result<Secret, AuthError>] = [:]
}

extension FlowRun {
    private func key(_ endpoint: Int, host: String) -> AuthorizerKey {
        let target = input.endpoints[endpoint]
        let hasOwn =
            input.isLegacy || target.tls.isExplicit || !target.headers.isEmpty || !target.emptyHeaders.isEmpty
            || target.dialTimeout != nil
        return AuthorizerKey(endpoint: hasOwn ? endpoint : nil, host: host)
    }

    /// The `Authorization` header; none before the host has asked for one.
    mutating func authorization(for url: String, _ endpoint: Int) throws(FlowStop) -> Secret? {
        let key = key(endpoint, host: Self.host(of: url))
        guard let handler = handlers[key] else { return nil }
        if handler.challenge.scheme == .basic { return handler.credential.basicAuthorization }
        let scopes = try scopes(of: handler.challenge)
        let name = scopes.joined(separator: " ")
        let token: Result<Secret, AuthError>
        if let known = handler.tokens[name] {
            token = known
        } else {
            token = try fetchToken(handler, scopes, endpoint: endpoint)
            handlers[key]?.tokens[name] = token
        }
        switch token {
        case .success(let token): return Secret(token.reveal { "Bearer " + $0 })
        case .failure(let error): throw .error("failed to authorize: " + error.text)
        }
    }

    private func scopes(of challenge: RegistryChallenge) throws(FlowStop) -> [String] {
        let own: String
        do throws(ImageReferenceError) {
            own = try TokenScope.repository(ReferenceSpec(input.reference).locator)
        } catch {
            throw .error(error.description)
        }
        let asked = challenge.parameters["scope"].map {
            $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        }
        return TokenScope.merged([own], challenge: asked ?? [])
    }

    /// `AddResponses`: is there a way to answer the challenge?
    mutating func addChallenge(_ responses: [FlowResponse], endpoint: Int) throws(FlowStop) -> Bool {
        guard let last = responses.last else { return false }
        let host = Self.host(of: last.request.url)
        let key = key(endpoint, host: host)
        for challenge in RegistryChallenge.parse(last.response.values("WWW-Authenticate")) {
            switch challenge.scheme {
            case .bearer:
                if let message = challenge.parameters["error"], !message.isEmpty {
                    handlers[key] = nil
                    let previous = responses.dropLast().last?.request
                    if previous?.method == last.request.method, previous?.url == last.request.url {
                        throw .error("server message: \(message): authorization failed", .invalidAuthorization)
                    }
                }
                if handlers[key] != nil { return true }
                let credential = try credential(endpoint, host)
                guard let realm = challenge.parameters["realm"] else {
                    throw .error("no realm specified for token auth challenge")
                }
                do throws(GoURL.ParseError) { _ = try GoURL(realm) } catch {
                    throw .error("invalid token auth challenge realm: \(error.description)")
                }
                handlers[key] = AuthHandler(challenge: challenge, credential: credential)
                return true
            case .basic where input.credentials != nil:
                let credential = try credential(endpoint, host)
                guard !credential.username.isEmpty, !credential.secret.isEmpty else {
                    guard rules.refusesBasicWithoutCredentials else { continue }
                    throw .error("authorization failed: no basic auth credentials", .invalidAuthorization)
                }
                handlers[key] = AuthHandler(challenge: challenge, credential: credential)
                return true
            default: continue
            }
        }
        return false
    }

    private func credential(_ endpoint: Int, _ challenger: String) throws(FlowStop) -> RegistryCredential {
        guard let credentials = input.credentials else { return .anonymous }
        do throws(AuthError) {
            return try credentials.credential(endpoint: input.endpoints[endpoint].host, challenger: challenger)
        } catch {
            throw .error(error.text)
        }
    }

    // MARK: Tokens

    /// With a secret a POST, on some refusals a GET; without one a GET.
    private mutating func fetchToken(
        _ handler: AuthHandler,
        _ scopes: [String],
        endpoint: Int
    ) throws(FlowStop) -> Result<Secret, AuthError> {
        guard !handler.credential.secret.isEmpty else {
            return try getToken(handler, scopes, endpoint).mapError {
                AuthError("failed to fetch anonymous token: " + $0.error.text)
            }
        }
        var result = try postToken(handler, scopes, endpoint)
        if case .failure(let failure) = result {
            let hasUsername = !handler.credential.username.isEmpty
            if TokenWay.turnsToGET(afterPOST: failure.status, hasUsername: hasUsername) {
                result = try getToken(handler, scopes, endpoint)
            }
        }
        return result.mapError { AuthError("failed to fetch oauth token: " + $0.error.text) }
    }

    private struct TokenFailure: Error {
        let error: AuthError
        var status = 0
    }

    private mutating func getToken(
        _ handler: AuthHandler,
        _ scopes: [String],
        _ endpoint: Int
    ) throws(FlowStop) -> Result<Secret, TokenFailure> {
        let realm = handler.challenge.parameters["realm"] ?? ""
        var query = (try? GoURL(realm)).map { Self.queryItems($0.rawQuery) } ?? []
        if let service = handler.challenge.parameters["service"], !service.isEmpty {
            query.append(("service", service))
        }
        query += scopes.map { ("scope", $0) }
        var request = tokenRequest(handler, endpoint)
        request.url = String(request.url.prefix { $0 != "?" }) + (query.isEmpty ? "" : "?" + GoEscape.query(query))
        if !handler.credential.secret.isEmpty { request.authorization = handler.credential.basicAuthorization }
        return try token(request, readsTokenKey: true)
    }

    private mutating func postToken(
        _ handler: AuthHandler,
        _ scopes: [String],
        _ endpoint: Int
    ) throws(FlowStop) -> Result<Secret, TokenFailure> {
        var request = tokenRequest(handler, endpoint)
        request.method = "POST"
        request.headers.insert(
            HTTPField("Content-Type", TokenWay.formType),
            at: 0
        )
        let credential = handler.credential
        request.form = Secret(
            credential.secret.reveal { secret in
                var form = [
                    ("service", handler.challenge.parameters["service"] ?? ""), ("client_id", TokenWay.clientID),
                ]
                if !scopes.isEmpty { form.append(("scope", scopes.joined(separator: " "))) }
                if credential.username.isEmpty {
                    form += [("grant_type", "refresh_token"), ("refresh_token", secret)]
                } else {
                    form += [("grant_type", "password"), ("username", credential.username), ("password", secret)]
                }
                return GoEscape.query(form)
            }
        )
        return try token(request, readsTokenKey: false)
    }

    private func tokenRequest(_ handler: AuthHandler, _ endpoint: Int) -> RegistryRequest {
        let realm = handler.challenge.parameters["realm"] ?? ""
        let own = rules.sendsHostHeaderToTokenServer ? input.endpoints[endpoint].headers : []
        let hasAgent = own.contains { $0.name == "User-Agent" && !$0.value.isEmpty }
        let agent = hasAgent ? [] : [HTTPField("User-Agent", "containerd/\(rules.version)")]
        return RegistryRequest(
            method: "GET",
            url: (try? GoURL(realm))?.description ?? realm,
            headers: agent + own,
            purpose: .token,
            endpoint: endpoint
        )
    }

    private mutating func token(
        _ request: RegistryRequest,
        readsTokenKey: Bool
    ) throws(FlowStop) -> Result<Secret, TokenFailure> {
        var request = request
        switch try follow(&request, redirected: { (_, _) throws(FlowStop) in }) {
        case .failure(let failure): return .failure(TokenFailure(error: AuthError(failure.text)))
        case .success(let found):
            guard TokenWay.isRead(found.status) else {
                return .failure(TokenFailure(error: AuthError(found.statusError(rules)), status: found.status))
            }
            do throws(AuthError) {
                return .success(try RegistryErrorBody.token(found.response.body, readsTokenKey: readsTokenKey))
            } catch {
                return .failure(TokenFailure(error: error))
            }
        }
    }

    private static func queryItems(_ query: String) -> [(key: String, value: String)] {
        query.split(separator: "&").compactMap { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = try? GoEscape.decode(String(parts[0]), .query) else { return nil }
            let value = parts.count == 2 ? String(parts[1]) : ""
            return (try? GoEscape.decode(value, .query)).map { (key, $0) }
        }
    }
}
