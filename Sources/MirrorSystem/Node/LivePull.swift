import Glibc
import MirrorCore
import RegistryClient

/// Makes the attempts of a plan, from this machine or through a node, with the node's CA files, and says what each host
/// answered.
///
/// Only what finds the name is asked: HEAD and GET of manifests, and tokens by GET. Nothing is downloaded.
package struct LivePull {
    package struct Exchange: Equatable, Sendable {
        /// Index of the attempt.
        package let attempt: Int
        package let request: RegistryRequest
        package let answer: RegistryAnswer
    }

    private let plan: PullPlan
    private let view: NodeView
    private let limits: HTTPLimits

    package init(plan: PullPlan, view: NodeView, secondsPerRequest: Int = 10) {
        self.plan = plan
        self.view = view
        let milliseconds = secondsPerRequest * 1000
        limits = HTTPLimits(
            connectMilliseconds: milliseconds,
            totalMilliseconds: milliseconds,
            bodyBytes: 4 << 20
        )
    }

    /// This machine, or a tree: the unit's files say which proxies containerd has.
    package init(plan: PullPlan, files: any NodeFiles) {
        let environment = NodeReport(gathering: files).environment
        self.init(plan: plan, view: NodeView(files: files, proxies: ProxySettings(environment: environment)))
    }

    /// - Parameter each: after every exchange.
    package func run(
        credentials: RegistryCredentials,
        each: (Exchange) -> Void = { _ in }
    ) -> (exchanges: [Exchange], outcome: PullFlow.Outcome) {
        for secret in credentials.secrets { SaidBack.note(secret) }
        var exchanges: [Exchange] = []
        var flow = plan.flow(credentials: credentials)
        let outcome = flow.run { request in
            let answer = answer(request)
            let exchange = Exchange(attempt: request.endpoint ?? 0, request: request, answer: answer)
            exchanges.append(exchange)
            each(exchange)
            return answer
        }
        if case .failed(let text) = outcome { return (exchanges, .failed(URLLogin.masked(SaidBack.masked(text)))) }
        return (exchanges, outcome)
    }

    private func answer(_ request: RegistryRequest) -> RegistryAnswer {
        guard let method = HTTPRequest.Method(rawValue: request.method), let url = HTTPURL(request.url) else {
            return .failure(.other("\(request.method) is not made by a trace"))
        }
        let exchange: HTTPExchange
        do throws(HTTPFailure) {
            let tls = request.endpoint.map { plan.attempts[$0].endpoint.tls } ?? RegistryEndpoint.TLS()
            exchange = try view.transport(tls).perform(live(request, method, url)) { _ in true }
        } catch {
            return .failure(.other(TransportFailure(error).words))
        }
        switch exchange.result {
        case .success(let response):
            // What OpenSSL took, the node's Go may refuse.
            if let failure = goFailure(exchange, request, host: url.host) { return .failure(failure) }
            let headers = response.headers.fields.map { HTTPField($0.name, $0.value) }
            return .response(RegistryResponse(status: response.status, headers: headers, body: response.body))
        case .failure(let failure):
            return .failure(exchangeFailure(failure, exchange, request, host: url.host))
        }
    }

    private func live(_ request: RegistryRequest, _ method: HTTPRequest.Method, _ url: HTTPURL) -> HTTPRequest {
        // A form holds a login; like every other, it goes nowhere in clear.
        let form = url.isHTTPS ? request.form?.reveal { Array($0.utf8) } : nil
        var live = HTTPRequest(
            method,
            url,
            accept: request.headers.filter { $0.name == "Accept" }.map(\.value),
            authorization: request.authorization?.reveal { Authorization(header: $0) },
            body: form.map { HTTPBody(.bytes($0), type: "application/x-www-form-urlencoded") },
            limits: limits
        )
        // `[host.….header]` may hold a login too.
        if url.isHTTPS {
            live.fields = request.headers.filter { $0.name != "Accept" }.map { ($0.name, $0.value) }
            for field in live.fields where field.name.lowercased() != "user-agent" {
                SaidBack.note(Secret(field.value))
            }
        }
        return live
    }

    /// What the Go of this containerd says of the server's certificates; `nil` when it takes them, or was told not to look.
    private func goFailure(
        _ exchange: HTTPExchange,
        _ request: RegistryRequest,
        host: String
    ) -> ExchangeFailure? {
        let tls = request.endpoint.map { plan.attempts[$0].endpoint.tls } ?? RegistryEndpoint.TLS()
        guard let handshake = exchange.handshake, !handshake.chain.isEmpty, tls.skipVerify != true else { return nil }
        return GoCertificateWords.failure(
            handshake,
            pool: view.certificates(tls).map(\.der),
            host: host,
            now: Int64(time(nil)),
            release: GoRelease(of: plan.rules.version)
        )
    }

    private func exchangeFailure(
        _ failure: HTTPFailure,
        _ exchange: HTTPExchange,
        _ request: RegistryRequest,
        host: String
    ) -> ExchangeFailure {
        switch failure {
        case .refused: .refused
        case .nameNotResolved: .noSuchHost(host)
        case .timedOut(.shakingHands): .handshakeTimeout
        case .timedOut: .timeout
        case .unreachable: .other("dial tcp: connect: no route to host")
        case .proxy(let failure):
            .other("proxyconnect tcp: " + TransportFailure(.proxy(failure)).words.replacing("proxy: ", with: ""))
        case .closed: .endOfFile
        case .notTLS: .httpOnHTTPS
        case .certificateRejected:
            goFailure(exchange, request, host: host) ?? .x509("certificate signed by unknown authority")
        default: .other(TransportFailure(failure).words)
        }
    }
}
