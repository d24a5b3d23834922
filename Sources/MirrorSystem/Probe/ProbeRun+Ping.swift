import Diagnosis
import RegistryClient
import Texts

extension ProbeRun {
    /// Resolve, connect, TLS and `GET /v2/`; the challenges of a 401, or `nil` when there is no registry to go on with.
    func ping(_ client: RegistryClient) -> [HTTPChallenge]? {
        start(.resolve)
        let exchange = client.ping()
        guard !cancellation.isCancelled else { return nil }
        report.addresses = exchange.addresses.map { bounded($0) }
        if let handshake = exchange.handshake {
            report.tls = isUnverified ? TLSFacts(handshake) : judged(handshake, for: client.root.host)
            if isUnverified { report.tls?.problems = [] }
        }
        switch exchange.result {
        case .failure(let failure):
            failed(failure, exchange)
            lookAtClock()
            lookWider(failure)
            askOtherProtocol(failure)
            return nil
        case .success(let response):
            let challenges = answered(response, exchange)
            if report.saysTLSIsWanted { askOtherProtocol(nil) }
            if challenges == nil, (200...499).contains(response.status) { lookBelowPaths(client) }
            return challenges
        }
    }

    /// Marks what has been passed while the exchange still runs.
    func reached(_ milestone: HTTPMilestone) {
        guard report[.ping].status == .pending || report[.ping].status == .running else { return }
        var next = report
        let order: [(ProbePhase.Kind, HTTPMilestone)] = [
            (.resolve, .resolving), (.connect, .connecting), (.tls, .shakingHands), (.ping, .requesting),
        ]
        for (kind, own) in order where milestone >= own {
            if kind == .tls, plan.endpoint.scheme == .http { continue }
            next[kind].status = milestone > own && kind != .ping ? .passed : .running
        }
        if next != report { report = next }
    }

    private func answered(_ response: HTTPResponse, _ exchange: HTTPExchange) -> [HTTPChallenge]? {
        passConnection(exchange, upTo: .ping)
        let facts = HTTPFacts(response)
        report.ping = facts
        let times = exchange.timings
        let took = times.total - max(times.secured, times.connected)
        let isAnswer = response.status == 401 || (200...299).contains(response.status) && report.isRegistry
        guard isAnswer else {
            fail(.ping, took, .seen(facts.summary))
            return nil
        }
        pass(.ping, took, .seen(facts.summary))
        return Self.nodeChallenges(response)
    }

    /// The connection's phases before `kind`, with their times.
    private func passConnection(_ exchange: HTTPExchange, upTo kind: ProbePhase.Kind) {
        let times = exchange.timings
        let address = exchange.addresses.last.map { bounded($0) } ?? plan.endpoint.address
        for phase in ProbePhase.Kind.allCases {
            if phase == kind { return }
            switch phase {
            case .resolve:
                pass(.resolve, times.resolved, .seen(exchange.addresses.map { bounded($0) }.joined(separator: ", ")))
            case .connect:
                let place = report.proxy?.text ?? "\(address):\(plan.endpoint.effectivePort)"
                pass(.connect, times.connected - times.resolved, .seen(place))
            case .tls where plan.endpoint.scheme == .http: skip(.tls, Phrase("probe.noTLS"))
            case .tls: pass(.tls, times.secured - times.connected, .seen(report.tls?.version ?? ""))
            default: return
            }
        }
    }

    private func failed(_ failure: HTTPFailure, _ exchange: HTTPExchange) {
        let times = exchange.timings
        let kind: ProbePhase.Kind =
            switch failure {
            case .nameNotResolved, .timedOut(.resolving): .resolve
            case .proxy(.nameNotResolved): .resolve
            case .refused, .unreachable, .timedOut(.connecting), .proxy: .connect
            case .certificateRejected, .notTLS, .tlsVersion, .greetingRefused, .clientCertificateRequired,
                .timedOut(.shakingHands):
                .tls
            case .timedOut, .headersTooLarge, .notHTTP: .ping
            case .closed, .other, .cancelled, .bodyWanted, .unsendable:
                times.connected == 0
                    ? .connect : plan.endpoint.scheme == .https && times.secured == 0 ? .tls : .ping
            }
        passConnection(exchange, upTo: kind)
        let begun: Double =
            switch kind {
            case .resolve: 0
            case .connect: times.resolved
            case .tls: times.connected
            default: max(times.secured, times.connected)
            }
        fail(kind, TransportFailure(failure), times.total - begun)
    }

    /// Where a certificate's dates are in question, the server's own clock is asked for: without trust, and without sending
    /// anything but the question.
    private func lookAtClock() {
        guard let tls = report.tls, tls.has(.expired) || tls.has(.notYetValid), !cancellation.isCancelled,
            let url = HTTPURL(plan.endpoint.rootURL + "/v2/"),
            let transport = try? HTTPTransport(trust: .anyone, proxy: proxies, connector: origin.connector)
        else { return }
        var request = HTTPRequest(.head, url)
        request.limits = limits
        let exchange = transport.perform(request) { [cancellation] _ in !cancellation.isCancelled }
        report.unverifiedDate = exchange.response?.headers.date
    }
}
