import GoData

/// Why a run stands still.
enum FlowStop: Error, Equatable {
    case needsAnswer(RegistryRequest)
    case failed(FlowFailure)

    static func error(_ text: String, _ kind: FlowFailure.Kind = .other) -> FlowStop {
        .failed(FlowFailure(text: text, kind: kind))
    }
}

/// An error of containerd.
struct FlowFailure: Equatable {
    enum Kind: Equatable { case notFound, invalidAuthorization, other }

    var text: String
    var kind: Kind
}

/// An answer with the request that got it, redirects followed.
struct FlowResponse: Equatable {
    let response: RegistryResponse
    /// The last request of the chain.
    let request: RegistryRequest

    var status: Int { response.status }

    /// `ErrUnexpectedStatus`
    func statusError(_ rules: ContainerdRules) -> String {
        guard rules.namesRequestInStatusErrors else { return "unexpected status: \(HTTPStatus.line(status))" }
        return "unexpected status from \(request.method) request to \(request.url): \(HTTPStatus.line(status))"
    }
}

/// One run of containerd's procedure over the answers that there are; stops where the next one is missing.
struct FlowRun {
    let input: PullFlow.Input
    private let answers: [RegistryAnswer]
    private var used = 0
    /// By authorizer and host.
    var handlers: [AuthorizerKey: AuthHandler] = [:]
    /// Hosts that fell back to http, by endpoint.
    private var fallbackHosts: [Int: String] = [:]

    var rules: ContainerdRules { input.rules }

    init(_ input: PullFlow.Input, answers: [RegistryAnswer]) {
        self.input = input
        self.answers = answers
    }

    mutating func perform() throws(FlowStop) -> PullFlow.Outcome {
        let spec: ReferenceSpec
        do throws(ImageReferenceError) { spec = try ReferenceSpec(input.reference) } catch {
            throw .error(error.description)
        }
        switch input.operation {
        case .resolve: return try resolve(spec)
        case .fetch(let descriptor): return try fetch(descriptor, spec)
        }
    }

    // MARK: Transport

    private mutating func exchange(_ request: RegistryRequest) throws(FlowStop) -> RegistryAnswer {
        guard used < answers.count else { throw .needsAnswer(request) }
        used += 1
        return answers[used - 1]
    }

    /// One round trip, with `httpFallback` where the endpoint has it.
    mutating func roundTrip(
        _ request: RegistryRequest
    ) throws(FlowStop) -> Result<FlowResponse, ExchangeFailure> {
        guard let endpoint = request.endpoint, input.endpoints[endpoint].fallsBackToHTTP else {
            return Self.result(try exchange(request), request)
        }
        let host = Self.host(of: request.url)
        if fallbackHosts[endpoint] != host {
            let answer = try exchange(request)
            guard case .failure(let failure) = answer, fallsBack(after: failure, host: host) else {
                return Self.result(answer, request)
            }
            fallbackHosts[endpoint] = host
        }
        var plain = request
        if plain.url.hasPrefix("https://") { plain.url = "http://" + plain.url.dropFirst("https://".count) }
        return Self.result(try exchange(plain), plain)
    }

    private static func result(
        _ answer: RegistryAnswer,
        _ request: RegistryRequest
    ) -> Result<FlowResponse, ExchangeFailure> {
        switch answer {
        case .response(let response): .success(FlowResponse(response: response, request: request))
        case .failure(let failure): .failure(failure)
        }
    }

    private func fallsBack(after failure: ExchangeFailure, host: String) -> Bool {
        switch failure {
        case .httpOnHTTPS: return true
        case .handshakeTimeout where rules.fallsBackOnHandshakeTimeout: return true
        // containerd looks for the words only.
        case .other(let text) where rules.fallsBackOnHandshakeTimeout && text.contains("TLS handshake timeout"):
            return true
        case .refused, .timeout, .handshakeTimeout:
            let port = GoText.splitHostPort(host)?.port ?? ""
            return rules.fallsBackAcrossDefaultPorts && port.isEmpty
        default: return false
        }
    }

    /// The authority of a URL, port included.
    static func host(of url: String) -> String { (try? GoURL(url))?.host ?? "" }
}
