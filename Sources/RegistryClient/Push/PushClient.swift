import Glibc

/// One connection that writes to a registry; logins are shared through a `TokenCache`.
///
/// A body is never sent before it is known which login the registry wants. A login goes where `CredentialScope` lets it.
package final class PushClient {
    /// `https://HOST:PORT`
    package let root: HTTPURL
    private let transport: HTTPTransport
    let tokens: TokenCache
    private let continues: () -> Bool
    private let turn: (() -> Void) -> Void
    private let handshakes: HandshakeLog?

    /// - Parameters:
    ///   - continues: asked about twenty times a second; `false` cancels.
    ///   - turn: runs each request when it may run; one that is not run at all counts as cancelled.
    package init(
        root: HTTPURL,
        transport: HTTPTransport,
        tokens: TokenCache,
        handshakes: HandshakeLog? = nil,
        continues: @escaping () -> Bool = { true },
        turn: @escaping (() -> Void) -> Void = { $0() }
    ) {
        self.root = root
        self.transport = transport
        self.tokens = tokens
        self.handshakes = handshakes
        self.continues = continues
        self.turn = turn
    }

    /// Nothing of a large body may be lost to a slow line, and a registry may take its time with what it was given: only a
    /// standstill ends such an exchange. What asks for little is answered soon, and every answer that has begun comes to its end.
    private static func limits(_ method: HTTPRequest.Method, isFirst: Bool) -> HTTPLimits {
        let isGiving = method == .put || method == .patch
        return HTTPLimits(
            connectMilliseconds: 15_000,
            totalMilliseconds: 3_600_000,
            stallSeconds: isFirst ? 15 : isGiving ? 90 : 45,
            trickleSeconds: 10,
            bodyBytes: 8 << 20
        )
    }

    /// `GET /v2/`, answering the challenge: what every later request profits from.
    package func begin() -> Result<HTTPResponse, RegistryError> {
        send(.get, root.origin + "/v2/", scopes: [], isFirst: true)
            .flatMap { $0.status == 200 ? .success($0) : .failure(trouble($0)) }
    }

    /// One request, and once more with what the challenge asks for when the registry says 401.
    func send(
        _ method: HTTPRequest.Method,
        _ url: String,
        scopes: [String],
        accept: [String] = [],
        fields: [(name: String, value: String)] = [],
        body: HTTPBody? = nil,
        isFirst: Bool = false
    ) -> Result<HTTPResponse, RegistryError> {
        guard let url = HTTPURL(url) else { return .failure(.transport(.unsendable("URL"))) }
        var request = HTTPRequest(
            method,
            url,
            accept: accept,
            body: body,
            limits: Self.limits(method, isFirst: isFirst)
        )
        request.fields = fields
        guard url.origin == root.origin else { return perform(request) }
        return authorization(scopes).flatMap { known in
            request.authorization = known
            return perform(request).flatMap { first in
                guard first.status == 401 else { return .success(first) }
                return authorization(first.challenges, scopes, refused: known).flatMap { better in
                    guard let better else { return .success(first) }
                    request.authorization = better
                    return perform(request)
                }
            }
        }
    }

    /// Asks, and asks where the answer sends: a registry may keep what it has in another place. The login stays at the
    /// registry; from HTTPS nothing but HTTPS is followed.
    func following(
        _ method: HTTPRequest.Method,
        _ url: String,
        scopes: [String],
        accept: [String] = []
    ) -> Result<HTTPResponse, RegistryError> {
        var answer = send(method, url, scopes: scopes, accept: accept)
        for _ in 0..<Self.longestChain {
            guard case .success(let response) = answer, [301, 302, 303, 307, 308].contains(response.status),
                let next = response.headers["location"].flatMap(response.url.resolving), next.isHTTPS || !root.isHTTPS
            else { break }
            answer = send(method, next.text, scopes: scopes, accept: accept)
        }
        return answer
    }

    private static let longestChain = 5

    func perform(_ request: HTTPRequest) -> Result<HTTPResponse, RegistryError> {
        var result: Result<HTTPResponse, RegistryError> = .failure(.transport(.cancelled))
        turn {
            let exchange = transport.perform(request, continues: { _ in continues() })
            handshakes?.note(exchange.handshake, with: request.url)
            result = exchange.result.mapError(RegistryError.transport)
        }
        return result
    }

    func trouble(_ response: HTTPResponse) -> RegistryError {
        .refused(RegistryError.Refusal(response, now: Int64(time(nil))))
    }
}
