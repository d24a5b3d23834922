import CCurl
import Glibc

/// HTTP/1.1 over libcurl and OpenSSL, one exchange at a time on the caller's thread; connections are kept and reused.
///
/// It speaks the scheme it is told and no other, goes through the proxy it is given for a URL and else straight to the
/// address, whatever the environment says, and follows no redirect. A request with a control character in its line or a header
/// is not sent, whoever made it.
package final class HTTPTransport {
    private let multi: UnsafeMutableRawPointer
    private let trust: OpaquePointer
    private let peer: OpaquePointer
    private let proxy: @Sendable (HTTPURL) -> HTTPProxy?
    private let isForLookingOnly: Bool
    private let connector: (any HTTPConnector)?
    /// HTTP/2 over a Unix socket, as gRPC wants it; the URL's host is a name only.
    private let socketPath: String?
    /// What libcurl connects to when a connector makes the connections; see `mc_exchange_connect_by`.
    private let listener: (descriptor: Int32, name: [CChar])?

    /// - Parameters:
    ///   - connector: who makes the connections, to proxies too; `nil` for this machine.
    ///   - client: shown to servers that want a certificate.
    ///   - offer: anything but Go's own offer is for looking only, with `Trust.anyone`.
    /// - Throws: `HTTPFailure.other` when libcurl or OpenSSL has no memory.
    package init(
        trust: Trust,
        proxy: @escaping @Sendable (HTTPURL) -> HTTPProxy? = { _ in nil },
        connector: (any HTTPConnector)? = nil,
        client: ClientCertificate? = nil,
        offer: TLSOffer = .go,
        socketPath: String? = nil
    ) throws(HTTPFailure) {
        _ = Self.isInitialized
        guard let multi = curl_multi_init(), let store = trust.makeStore(offer), let peer = mc_peer_new() else {
            throw .other("out of memory")
        }
        self.connector = connector
        self.socketPath = socketPath
        var name = [CChar](repeating: 0, count: 108)
        let descriptor = connector == nil ? -1 : mc_listener_open(&name, 108)
        guard connector == nil || descriptor >= 0 else { throw .other("no socket") }
        listener = descriptor < 0 ? nil : (descriptor, name)
        client?.show(by: store)
        self.multi = multi
        self.trust = store
        self.peer = peer
        self.proxy = proxy
        isForLookingOnly = if case .anyone = trust { true } else { false }
    }

    deinit {
        // Connections point to the peer: they go first.
        mc_multi_close(multi)
        mc_peer_free(peer)
        mc_trust_free(trust)
        if let listener { close(listener.descriptor) }
    }

    private static let isInitialized: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Runs one exchange to its end. `continues` is asked about twenty times a second; `false` cancels.
    package func perform(_ request: HTTPRequest, continues: (HTTPMilestone) -> Bool) -> HTTPExchange {
        var request = request
        if isForLookingOnly { (request.authorization, request.body) = (nil, nil) }
        if let part = request.unsendablePart {
            return HTTPExchange(result: .failure(.unsendable(part)), addresses: [], timings: HTTPTimings())
        }
        guard let easy = curl_easy_init(),
            let exchange = mc_exchange_new(request.limits.headerBytes, request.limits.bodyBytes)
        else { return HTTPExchange(result: .failure(.other("out of memory")), addresses: [], timings: HTTPTimings()) }
        defer {
            mc_easy_close(easy)
            mc_exchange_free(exchange)
        }
        let proxy = proxy(request.url)
        let headers = configure(easy, request, proxy)
        defer { curl_slist_free_all(headers) }
        // libcurl holds it unretained until the handle is closed.
        let feed = HTTPFeed(request.body)
        feed?.attach(easy)
        defer { withExtendedLifetime(feed) {} }
        mc_exchange_attach(exchange, easy)
        let dial = connector.map { Dial($0, request, proxy) }
        if let dial, let listener {
            mc_listener_drain(listener.descriptor)
            mc_exchange_connect_by(
                exchange,
                easy,
                listener.name,
                { context in context.map { Unmanaged<Dial>.fromOpaque($0).takeUnretainedValue().connect() } ?? -1 },
                Unmanaged.passUnretained(dial).toOpaque()
            )
        }
        if let proxy, dial == nil { use(proxy, easy, exchange) }
        mc_peer_attach(peer, trust, easy)
        mc_peer_expect(peer, request.url.host)
        curl_multi_add_handle(multi, easy)
        let code = run(easy, exchange, request, continues)
        let answer = Answer(
            easy: easy,
            exchange: exchange,
            peer: peer,
            code: code,
            request: request,
            isProxied: proxy != nil
        )
        var value = answer.exchangeValue
        mc_multi_remove(multi, easy)
        if let dial {
            value.addresses = dial.wasAsked ? [request.url.host] : []
            if let failure = dial.failure { value.result = .failure(failure) }
        }
        return withExtendedLifetime(dial) { value }
    }

    private func use(_ proxy: HTTPProxy, _ easy: UnsafeMutableRawPointer, _ exchange: OpaquePointer) {
        guard let credential = proxy.credential else {
            mc_exchange_use_proxy(exchange, easy, proxy.url, nil, nil)
            return
        }
        _ = credential.revealPassword { password in
            mc_exchange_use_proxy(exchange, easy, proxy.url, credential.username, password)
        }
    }

    private func configure(
        _ easy: UnsafeMutableRawPointer,
        _ request: HTTPRequest,
        _ proxy: HTTPProxy?
    ) -> UnsafeMutablePointer<curl_slist>? {
        mc_set_string(easy, CURLOPT_URL, request.url.text)
        mc_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        mc_set_string(easy, CURLOPT_PROXY, "")
        mc_set_string(easy, CURLOPT_USERAGENT, "mirrorctl")
        mc_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        mc_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        mc_set_long(easy, CURLOPT_NOSIGNAL, 1)
        // A resolver that hangs is left behind, not waited for.
        mc_set_long(easy, CURLOPT_QUICK_EXIT, 1)
        mc_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, max(1, request.limits.connectMilliseconds))
        mc_set_long(easy, CURLOPT_TIMEOUT_MS, max(1, request.limits.totalMilliseconds))
        if request.limits.stallSeconds > 0 { mc_set_stall(easy, request.limits.stallSeconds) }
        if let socketPath {
            mc_set_string(easy, CURLOPT_UNIX_SOCKET_PATH, socketPath)
            mc_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE))
        }
        configureBody(easy, request)

        var list: UnsafeMutablePointer<curl_slist>?
        func add(_ line: String) { list = curl_slist_append(list, line) ?? list }
        if !request.accept.isEmpty { add("Accept: " + request.accept.joined(separator: ", ")) }
        if let body = request.body { add("Content-Type: " + body.type) }
        if socketPath != nil { add("TE: trailers") }
        if case .announced? = request.body?.content { add("Expect: 100-continue") }
        // What has begun is not held up for a "100 Continue".
        if case .stream? = request.body?.content { add("Expect:") }
        for (name, value) in request.fields { add("\(name): \(value)") }
        // Never in clear, whatever the caller thinks.
        if let authorization = request.authorization, request.url.isHTTPS {
            authorization.withHeaderValue { add("Authorization: " + $0) }
        }
        if let proxy, connector != nil, !request.url.isHTTPS {
            // The connection is one to the proxy, which libcurl does not know.
            mc_set_string(easy, CURLOPT_REQUEST_TARGET, request.url.text)
            if let line = proxy.authorization { add(line) }
        }
        mc_set_list(easy, CURLOPT_HTTPHEADER, list)
        return list
    }

    private func configureBody(_ easy: UnsafeMutableRawPointer, _ request: HTTPRequest) {
        switch request.method {
        case .get: break
        case .head: mc_set_long(easy, CURLOPT_NOBODY, 1)
        case .post, .patch, .put, .delete:
            switch request.body?.content {
            case .announced(let count): mc_set_announced_body(easy, count)
            case .bytes(let bytes): mc_set_body(easy, bytes, bytes.count)
            case .stream: break
            // Content-Length: 0, which some proxies insist on.
            case nil where request.method != .delete: mc_set_body(easy, [], 0)
            case nil: break
            }
            mc_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
    }

    /// `nil` when cancelled.
    private func run(
        _ easy: UnsafeMutableRawPointer,
        _ exchange: OpaquePointer,
        _ request: HTTPRequest,
        _ continues: (HTTPMilestone) -> Bool
    ) -> CURLcode? {
        var result = CURLE_OK
        let clock = ContinuousClock()
        // libcurl keeps the deadline itself; this one is for the time it spends elsewhere.
        let end = clock.now + .milliseconds(request.limits.totalMilliseconds + 250)
        var watch = AnswerWatch(request.limits)
        while true {
            switch mc_multi_turn(multi, easy, 50, &result) {
            case 0: break
            case 1: return result
            default: return CURLE_FAILED_INIT
            }
            mc_exchange_look(exchange)
            guard continues(Answer.milestone(exchange, peer)) else { return nil }
            let now = clock.now
            if now > end || watch.isOver(Self.received(easy, exchange, request), now: now) {
                return CURLE_OPERATION_TIMEDOUT
            }
        }
    }
}
