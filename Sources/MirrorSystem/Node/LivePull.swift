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
    private let files: any NodeFiles
    private let limits: HTTPLimits
    private let connector: (any HTTPConnector)?
    private let systemCAs: [UInt8]?

    /// - Parameter connector: the node that the connections begin at; `nil` for this machine.
    /// - Parameter systemCAs: the node's own CA bundle, PEM; `nil` for this machine's.
    package init(
        plan: PullPlan,
        files: any NodeFiles,
        connector: (any HTTPConnector)? = nil,
        systemCAs: [UInt8]? = nil,
        secondsPerRequest: Int = 10
    ) {
        self.plan = plan
        self.files = files
        self.connector = connector
        self.systemCAs = systemCAs
        let milliseconds = secondsPerRequest * 1000
        limits = HTTPLimits(
            connectMilliseconds: milliseconds,
            totalMilliseconds: milliseconds,
            bodyBytes: 4 << 20
        )
    }

    /// - Parameter each: after every exchange.
    package func run(
        credentials: RegistryCredentials,
        each: (Exchange) -> Void = { _ in }
    ) -> (exchanges: [Exchange], outcome: PullFlow.Outcome) {
        var exchanges: [Exchange] = []
        var flow = plan.flow(credentials: credentials)
        let outcome = flow.run { request in
            let answer = answer(request)
            let exchange = Exchange(attempt: request.endpoint ?? 0, request: request, answer: answer)
            exchanges.append(exchange)
            each(exchange)
            return answer
        }
        return (exchanges, outcome)
    }

    private func answer(_ request: RegistryRequest) -> RegistryAnswer {
        guard let method = HTTPRequest.Method(rawValue: request.method), let url = HTTPURL(request.url) else {
            return .failure(.other("\(request.method) is not made by a trace"))
        }
        let skipsVerification = request.endpoint.map { plan.attempts[$0].endpoint.tls.skipVerify == true } ?? false
        guard !skipsVerification || !url.isHTTPS else {
            return .failure(.other("a trace does not talk to a host whose certificate is not verified"))
        }
        let exchange: HTTPExchange
        do throws(HTTPFailure) {
            let transport = try HTTPTransport(trust: try trust(request.endpoint), connector: connector)
            let accept = request.headers.filter { $0.name == "Accept" }.map(\.value)
            let live = HTTPRequest(
                method,
                url,
                accept: accept,
                authorization: authorization(request),
                limits: limits
            )
            exchange = transport.perform(live) { _ in true }
        } catch {
            return .failure(.other("\(error)"))
        }
        switch exchange.result {
        case .success(let response):
            let headers = response.headers.fields.map { HTTPField($0.name, $0.value) }
            return .response(RegistryResponse(status: response.status, headers: headers, body: response.body))
        case .failure(let failure):
            return .failure(exchangeFailure(failure, exchange, host: url.host))
        }
    }

    /// The system's CAs and the endpoint's own, as containerd adds them.
    private func trust(_ endpoint: Int?) throws(HTTPFailure) -> Trust {
        let paths = endpoint.flatMap { plan.attempts[$0].endpoint.tls.caFiles } ?? []
        guard !paths.isEmpty || systemCAs != nil else { return .system }
        var pem = systemCAs ?? []
        for path in paths { pem += (try? files.read(path)) ?? [] }
        let certificates = Certificate.all(inPEM: pem).map(\.der)
        return systemCAs == nil ? .systemAnd(certificates) : .certificates(certificates)
    }

    private func authorization(_ request: RegistryRequest) -> Authorization? {
        request.authorization?.reveal { Authorization(header: $0) }
    }

    private func exchangeFailure(_ failure: HTTPFailure, _ exchange: HTTPExchange, host: String) -> ExchangeFailure {
        switch failure {
        case .refused: .refused
        case .nameNotResolved: .noSuchHost(host)
        case .timedOut(.shakingHands): .handshakeTimeout
        case .timedOut: .timeout
        case .closed: .endOfFile
        case .notTLS: .httpOnHTTPS
        case .certificateRejected: .x509(exchange.handshake?.problems.first?.text ?? "certificate refused")
        default: .other("\(failure)")
        }
    }
}
