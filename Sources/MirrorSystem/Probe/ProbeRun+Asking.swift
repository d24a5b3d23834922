import Diagnosis
import MirrorCore
import RegistryClient

// What is asked beside the endpoint's own protocol, to tell what was seen apart from what it looks like: always without
// credentials.
extension ProbeRun {
    func judged(_ handshake: TLSHandshake, for host: String) -> TLSFacts {
        TLSFacts(handshake, pool: report.caFile.certificates.map(\.der), host: host, now: report.startedAt)
    }

    /// A server that refuses Go's greeting is greeted once more, with everything that OpenSSL has.
    func lookWider(_ failure: HTTPFailure) {
        guard failure == .tlsVersion || failure == .greetingRefused, !cancellation.isCancelled,
            let url = HTTPURL(plan.endpoint.rootURL + "/v2/")
        else { return }
        for offer in [TLSOffer.everything, .everythingBefore13] where report.widerTLS?.version == nil {
            guard
                let transport = try? HTTPTransport(
                    trust: .anyone,
                    proxy: proxies,
                    connector: origin.connector,
                    offer: offer
                )
            else { return }
            let handshake = ask(HTTPRequest(.head, url), transport).handshake
            report.widerTLS = handshake.map { isUnverified ? TLSFacts($0) : judged($0, for: url.host) }
        }
    }

    /// http where https got no TLS, and the other way round.
    /// - Parameter failure: `nil` when the answer's own words ask for TLS.
    func askOtherProtocol(_ failure: HTTPFailure?) {
        let isHTTPS = plan.endpoint.scheme == .https
        switch failure {
        case nil where !isHTTPS, .closed, .notTLS, .notHTTP, .timedOut(.shakingHands), .timedOut(.requesting),
            .timedOut(.answering):
            break
        default: return
        }
        // TLS spoke already.
        if isHTTPS, report.tls?.version != nil { return }
        let (host, port) = (plan.endpoint.host, plan.endpoint.effectivePort)
        let other = MirrorEndpoint(scheme: isHTTPS ? .http : .https, host: host, port: port)
        // A proxy would answer for itself.
        guard !cancellation.isCancelled, let url = HTTPURL(other.rootURL + "/v2/"), proxies(url) == nil,
            let transport = try? HTTPTransport(trust: .anyone, connector: origin.connector)
        else { return }
        let exchange = ask(HTTPRequest(.get, url), transport)
        report.otherProtocol = isHTTPS ? inClear(exchange) : greeted(exchange)
    }

    private func inClear(_ exchange: HTTPExchange) -> OtherProtocolFacts {
        OtherProtocolFacts(
            scheme: "http",
            answer: exchange.response.map(HTTPFacts.init),
            failure: exchange.failure.map(TransportFailure.init)
        )
    }

    private func greeted(_ exchange: HTTPExchange) -> OtherProtocolFacts {
        let failure = exchange.failure.map(TransportFailure.init)
        let isTLS: Bool =
            switch exchange.failure {
            case .tlsVersion, .greetingRefused, .clientCertificateRequired, .certificateRejected: true
            default: false
            }
        let version = exchange.handshake?.version ?? (isTLS ? failure?.words : nil)
        return OtherProtocolFacts(scheme: "https", tls: version, failure: failure)
    }

    /// A short while, within the probe's own deadline.
    private func ask(_ request: HTTPRequest, _ transport: HTTPTransport) -> HTTPExchange {
        var request = request
        request.limits = limits
        request.limits.totalMilliseconds = min(request.limits.totalMilliseconds, 3_000)
        return transport.perform(request) { [cancellation] _ in !cancellation.isCancelled }
    }
}
