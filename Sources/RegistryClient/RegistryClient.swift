import GoData

/// Speaks the OCI distribution protocol to one registry; knows nothing about wizards or mirrors.
///
/// Credentials travel over https only: to the registry itself, or to the token server it names when that is https, passes
/// the same verification, and is on the same host or is the operator's own.
package final class RegistryClient {
    /// `https://HOST:PORT`
    package let root: HTTPURL
    private let transport: HTTPTransport
    private let credential: Credential?
    let reach: CredentialScope
    /// TLS handshakes by `https://HOST:PORT`, in the order they began.
    package private(set) var handshakes: [(origin: String, count: Int)] = []
    private let limits: () -> HTTPLimits
    private let continues: (HTTPMilestone) -> Bool
    /// A Basic login holds for every request, so it is sent at once from then on.
    private(set) var basic: Authorization?
    package var sendsBasic: Bool { basic != nil }
    /// Which challenges of a 401 are answered; all that stand there, unless somebody reads less.
    package var readChallenges: (HTTPResponse) -> [HTTPChallenge] = \.challenges
    /// How a token server is asked with a login: by GET, as a push does, or as containerd does.
    package var asksForTokensAsNodes = false

    /// - Parameters:
    ///   - reach: which token servers may have the login.
    ///   - limits: asked before each exchange: what is left of the caller's time.
    ///   - continues: asked about twenty times a second; `false` cancels.
    package init(
        root: HTTPURL,
        transport: HTTPTransport,
        credential: Credential? = nil,
        reach: CredentialScope = CredentialScope(),
        limits: @escaping () -> HTTPLimits = { HTTPLimits() },
        continues: @escaping (HTTPMilestone) -> Bool = { _ in true }
    ) {
        self.root = root
        self.transport = transport
        self.credential = credential
        self.reach = reach
        self.limits = limits
        self.continues = continues
    }

    var ownCredential: Credential? { credential }

    /// `GET /v2/`
    package func ping(authorization: Authorization? = nil) -> HTTPExchange {
        send(.get, "/v2/", authorization: authorization)
    }

    /// One request below the root; redirects are followed five times, and only on the same origin.
    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        accept: [String] = [],
        authorization: Authorization? = nil,
        body: HTTPBody? = nil
    ) -> HTTPExchange {
        guard let url = HTTPURL(root.origin + path) else {
            return HTTPExchange(result: .failure(.other("bad URL")), addresses: [], timings: HTTPTimings())
        }
        return send(HTTPRequest(method, url, accept: accept, authorization: authorization, body: body))
    }

    /// The same for a URL of the registry's own origin.
    func send(_ request: HTTPRequest) -> HTTPExchange {
        var request = request
        var exchange = perform(request)
        var handshake = exchange.handshake
        for _ in 0..<5 {
            guard let response = exchange.response, (300...399).contains(response.status),
                let next = response.headers["location"].flatMap(request.url.resolving), next.origin == root.origin
            else { break }
            request.url = next
            exchange = perform(request)
            handshake = handshake ?? exchange.handshake
        }
        exchange.handshake = exchange.handshake ?? handshake
        return exchange
    }

    func perform(_ request: HTTPRequest) -> HTTPExchange {
        var request = request
        request.limits = limits()
        let exchange = transport.perform(request, continues: continues)
        if exchange.handshake != nil {
            let origin = request.url.origin
            if let index = handshakes.firstIndex(where: { $0.origin == origin }) {
                handshakes[index].count += 1
            } else {
                handshakes.append((origin, 1))
            }
        }
        return exchange
    }

    /// Answers the strongest challenge we speak: Bearer (with a token, anonymous if need be), else Basic.
    package func answer(_ challenges: [HTTPChallenge], scope: String? = nil) -> Login {
        guard root.isHTTPS else { return Login(withheld: credential == nil ? .noCredential : .plainHTTP) }
        if let bearer = challenges.first(where: { $0.scheme == "bearer" }) {
            return fetchToken(bearer, scope: bearer.scope ?? scope)
        }
        guard challenges.contains(where: { $0.scheme == "basic" }) else { return Login(withheld: .unknownChallenge) }
        guard let credential else { return Login(withheld: .noCredential) }
        basic = credential.basic
        return Login(sentTo: root.origin, authorization: credential.basic)
    }

    /// Sends, and once more with what the challenge asks for when the registry says 401.
    package func sendAuthorized(
        _ method: HTTPRequest.Method,
        _ path: String,
        accept: [String] = [],
        body: HTTPBody? = nil,
        scope: String
    ) -> (exchange: HTTPExchange, login: Login?) {
        let first = send(method, path, accept: accept, authorization: basic, body: body)
        guard basic == nil, let response = first.response, response.status == 401 else { return (first, nil) }
        let login = answer(readChallenges(response), scope: scope)
        guard let authorization = login.authorization else { return (first, login) }
        return (send(method, path, accept: accept, authorization: authorization, body: body), login)
    }

    /// `repository` is `NAMESPACE/REPOSITORY`, `reference` a tag or a digest; both as the registry spells them.
    package func manifest(
        _ method: HTTPRequest.Method,
        repository: String,
        reference: String
    ) -> (exchange: HTTPExchange, login: Login?) {
        let path = "/v2/\(repository)/manifests/\(reference)"
        return sendAuthorized(method, path, accept: Self.manifestTypes, scope: "repository:\(repository):pull")
    }

    /// Whether the registry knows the repository; `nil` when it does not say.
    package func hasRepository(_ repository: String) -> Bool? {
        let path = "/v2/\(repository)/tags/list?n=1"
        switch sendAuthorized(.get, path, scope: "repository:\(repository):pull").exchange.response?.status {
        case 200: return true
        case 404: return false
        default: return nil
        }
    }

    /// The first page of repository names; `isComplete` when there is no second one.
    package func catalogue() -> (response: HTTPResponse, names: [String], isComplete: Bool)? {
        guard let response = sendAuthorized(.get, "/v2/_catalog?n=1000", scope: "registry:catalog:*").exchange.response,
            response.status == 200, !response.isTruncated,
            let names = JSONValue(parsing: response.body)?["repositories"]?.elements?.compactMap(\.string)
        else { return nil }
        return (response, names, response.headers["link"] == nil)
    }

    /// What containerd accepts.
    package static let manifestTypes = [
        "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.oci.image.index.v1+json",
        "*/*",
    ]
}

extension HTTPResponse {
    package var challenges: [HTTPChallenge] {
        headers.all("www-authenticate").prefix(8).flatMap(HTTPChallenge.parse)
    }

    /// `code` of each entry of an OCI error body.
    package var errorCodes: [String] { errorParts("code").map { String($0.prefix(4096)) } }

    /// `message` of each entry.
    package var errorMessages: [String] { errorParts("message") }

    private func errorParts(_ name: String) -> [String] {
        guard status >= 400, let errors = JSONValue(parsing: body)?["errors"]?.elements else { return [] }
        return errors.prefix(8).compactMap { $0[name]?.string }
    }
}
