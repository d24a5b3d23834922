import GoData

extension RegistryClient {
    /// What came of answering a challenge.
    package struct Login: Sendable {
        package typealias Withheld = CredentialScope.Withheld

        /// The origin that got the credential.
        package var sentTo: String?
        package var withheld: Withheld?
        /// The token server's answer: the one that counts for whoever asks.
        package var token: HTTPExchange?
        /// Why a node takes no token out of that answer, in containerd's words.
        package var tokenProblem: String?
        package var authorization: Authorization?
        /// `token` is the answer to a POST after which containerd asks no more, and a GET is given a token.
        package var isGivenByGETOnly = false

        /// The token of a token server's answer.
        fileprivate mutating func take(_ body: [UInt8], toPOST isPost: Bool = false) {
            do throws(JSONError) {
                let answer = try TokenAnswer(body, toPOST: isPost)
                let token = answer.accessToken.isEmpty ? answer.token : answer.accessToken
                authorization = Authorization(bearer: token)
                if token.isEmpty { tokenProblem = "authorization server did not include a token in the response" }
            } catch {
                tokenProblem =
                    "unable to decode token response: " + TokenAnswer.words(error, body: body, toPOST: isPost)
            }
        }
    }

    func fetchToken(_ challenge: HTTPChallenge, scope: String?) -> Login {
        guard let realm = challenge.realm.flatMap(HTTPURL.init) else { return Login(withheld: .unknownChallenge) }
        if let withheld = reach.withheld(from: realm, of: root, ownCredential) { return Login(withheld: withheld) }
        let scopes = (scope ?? "").split(separator: " ").prefix(8).map(String.init)
        var query: [(name: String, value: String)] = []
        if let service = challenge.service { query.append(("service", service)) }
        for one in scopes { query.append(("scope", one)) }
        guard let url = realm.adding(query: query) else { return Login(withheld: .unknownChallenge) }
        guard asksForTokensAsNodes, let credential = ownCredential, credential.hasPassword else {
            return login(HTTPRequest(.get, url, authorization: ownCredential?.basic), realm)
        }
        let form = HTTPBody(
            .bytes(credential.nodeForm(service: challenge.service, scopes: scopes)),
            type: TokenWay.formType
        )
        let posted = login(HTTPRequest(.post, realm, body: form), realm)
        guard posted.authorization == nil else { return posted }
        // A refresh token is no password: a GET with it is no other way in.
        let isToken = credential.isRefreshToken || credential.username.isEmpty
        guard !isToken || Self.turnsToGET(posted, credential) else { return posted }
        let got = login(HTTPRequest(.get, url, authorization: credential.basic), realm)
        guard !Self.turnsToGET(posted, credential), got.authorization != nil else { return got }
        var login = posted
        login.isGivenByGETOnly = true
        return login
    }

    private static func turnsToGET(_ posted: Login, _ credential: Credential) -> Bool {
        guard let status = posted.token?.response?.status else { return false }
        return TokenWay.turnsToGET(
            afterPOST: status,
            hasUsername: !credential.isRefreshToken && !credential.username.isEmpty
        )
    }

    private func login(_ request: HTTPRequest, _ realm: HTTPURL) -> Login {
        let exchange = followed(request)
        var login = Login(sentTo: nil, withheld: ownCredential == nil ? .noCredential : nil, token: exchange)
        // It was handed over only if the server proved who it is.
        if ownCredential != nil, exchange.response != nil { login.sentTo = realm.origin }
        if let response = exchange.response, TokenWay.isRead(response.status) {
            login.take(response.body, toPOST: request.method == .post)
        }
        return login
    }

    /// Where the answer sends, as Go's client does: POST becomes GET before 307, and a login stays with its host. Nothing is
    /// followed to where the login may not go.
    private func followed(_ request: HTTPRequest) -> HTTPExchange {
        var request = request
        var exchange = perform(request)
        for _ in 0..<9 {
            guard let response = exchange.response, [301, 302, 303, 307, 308].contains(response.status),
                let next = response.headers["location"].flatMap(request.url.resolving),
                reach.withheld(from: next, of: root, ownCredential) == nil
            else { break }
            if request.method == .post, response.status < 307 { (request.method, request.body) = (.get, nil) }
            if next.host != request.url.host { request.authorization = nil }
            request.url = next
            let handshake = exchange.handshake
            exchange = perform(request)
            exchange.handshake = exchange.handshake ?? handshake
        }
        return exchange
    }
}
