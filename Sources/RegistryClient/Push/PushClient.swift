import Glibc

/// One connection that writes to a registry; logins are shared through a `LoginBook`.
///
/// A body is never sent before it is known which login the registry wants. Credentials travel over https only: to the
/// registry's own origin, or to the token server it names.
package final class PushClient {
    /// `https://HOST:PORT`
    package let root: HTTPURL
    private let transport: HTTPTransport
    private let book: LoginBook
    private let continues: () -> Bool

    /// - Parameter continues: asked about twenty times a second; `false` cancels.
    package init(
        root: HTTPURL,
        transport: HTTPTransport,
        book: LoginBook,
        continues: @escaping () -> Bool = { true }
    ) {
        self.root = root
        self.transport = transport
        self.book = book
        self.continues = continues
    }

    /// Nothing of a large body may be lost to a slow line, so only a standstill ends an exchange.
    static let patient = HTTPLimits(
        connectMilliseconds: 15_000,
        totalMilliseconds: 3_600_000,
        stallSeconds: 90,
        bodyBytes: 8 << 20
    )

    /// `GET /v2/`, answering the challenge: what every later request profits from.
    package func begin() -> Result<HTTPResponse, RegistryTrouble> {
        send(.get, root.origin + "/v2/", scopes: [])
            .flatMap { $0.status == 200 ? .success($0) : .failure(trouble($0)) }
    }

    /// One request, and once more with what the challenge asks for when the registry says 401.
    func send(
        _ method: HTTPRequest.Method,
        _ url: String,
        scopes: [String],
        accept: [String] = [],
        fields: [(name: String, value: String)] = [],
        body: HTTPBody? = nil
    ) -> Result<HTTPResponse, RegistryTrouble> {
        guard let url = HTTPURL(url) else { return .failure(.nonsense(status: 0, what: "URL")) }
        var request = HTTPRequest(method, url, accept: accept, body: body, limits: Self.patient)
        request.fields = fields
        let isOurs = url.origin == root.origin
        request.authorization = isOurs ? authorization(scopes) : nil
        let first = transport.perform(request, continues: { _ in continues() }).result.mapError(
            RegistryTrouble.transport
        )
        guard isOurs, case .success(let response) = first, response.status == 401,
            let better = authorization(response.challenges, scopes, refused: request.authorization)
        else { return first }
        request.authorization = better
        return transport.perform(request, continues: { _ in continues() }).result.mapError(RegistryTrouble.transport)
    }

    func trouble(_ response: HTTPResponse) -> RegistryTrouble {
        .refused(RegistryTrouble.Refusal(response, now: Int64(time(nil))))
    }

    // MARK: - Login

    /// What is known to be wanted; a token that has run out is fetched anew first.
    private func authorization(_ scopes: [String]) -> Authorization? {
        switch book.kind {
        case .none: return nil
        case .basic(let basic): return basic
        case .bearer(let challenge):
            guard !scopes.isEmpty else { return nil }
            return book.token(scopes)?.authorization ?? fetchToken(challenge, scopes)
        }
    }

    /// - Parameter refused: what was sent in vain; the same is not sent again.
    private func authorization(
        _ challenges: [HTTPChallenge],
        _ scopes: [String],
        refused: Authorization?
    ) -> Authorization? {
        guard root.isHTTPS else { return nil }
        if let bearer = challenges.first(where: { $0.scheme == "bearer" }) {
            book.learn(.bearer(bearer))
            let wanted =
                scopes.isEmpty ? (bearer.scope.map { $0.split(separator: " ").map(String.init) } ?? []) : scopes
            book.forget(wanted)
            let fetched = fetchToken(bearer, wanted)
            return fetched == refused ? nil : fetched
        }
        guard challenges.contains(where: { $0.scheme == "basic" }), let credential = book.credential,
            refused != credential.basic
        else { return nil }
        book.learn(.basic(credential.basic))
        return credential.basic
    }

    private func fetchToken(_ challenge: HTTPChallenge, _ scopes: [String]) -> Authorization? {
        guard let realm = challenge.realm.flatMap(HTTPURL.init), realm.isHTTPS else { return nil }
        var query: [(name: String, value: String)] = []
        if let service = challenge.service { query.append(("service", service)) }
        for scope in scopes.prefix(8) { query.append(("scope", scope)) }
        let request: HTTPRequest
        if let refresh = book.credential?.refreshForm(query) {
            var post = HTTPRequest(
                .post,
                realm,
                body: HTTPBody(.bytes(refresh), type: "application/x-www-form-urlencoded")
            )
            post.accept = ["application/json"]
            request = post
        } else {
            guard let url = realm.adding(query: query) else { return nil }
            request = HTTPRequest(.get, url, authorization: book.credential?.basic)
        }
        guard let response = transport.perform(request, continues: { _ in continues() }).response,
            response.status == 200, let json = JSONValue(parsing: response.body),
            let authorization = (json["token"]?.string ?? json["access_token"]?.string)
                .flatMap(Authorization.init(bearer:))
        else { return nil }
        // Without a word a token holds a minute (Docker's token specification).
        let seconds = JSONNumbers(response.body).expiresIn ?? 60
        let token = LoginBook.Token(
            authorization: authorization,
            expires: .now + .seconds(min(max(seconds, 1), 86_400))
        )
        book.keep(token, for: scopes)
        return authorization
    }
}
