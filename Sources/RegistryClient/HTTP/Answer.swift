import CCurl
import Glibc

/// Reads what libcurl and OpenSSL know when an exchange has ended.
struct Answer {
    let easy: UnsafeMutableRawPointer
    let exchange: OpaquePointer
    let peer: OpaquePointer
    /// `nil` when cancelled.
    let code: CURLcode?
    let request: HTTPRequest
    let isProxied: Bool

    var exchangeValue: HTTPExchange {
        HTTPExchange(
            result: result,
            addresses: String(cString: mc_exchange_addresses(exchange)).split(separator: "\n").map(String.init),
            handshake: TLSHandshake(peer),
            timings: timings
        )
    }

    static func milestone(_ exchange: OpaquePointer, _ peer: OpaquePointer) -> HTTPMilestone {
        switch mc_exchange_milestone(exchange) {
        case MC_STARTED: .resolving
        case MC_CONNECTING: mc_peer_greeted(peer) != 0 ? .shakingHands : .connecting
        case MC_REQUESTING: .requesting
        default: .answering
        }
    }

    private var timings: HTTPTimings {
        func milliseconds(_ info: CURLINFO) -> Double { Double(mc_get_time(easy, info)) / 1000 }
        return HTTPTimings(
            resolved: milliseconds(CURLINFO_NAMELOOKUP_TIME_T),
            connected: milliseconds(CURLINFO_CONNECT_TIME_T),
            secured: milliseconds(CURLINFO_APPCONNECT_TIME_T),
            firstByte: milliseconds(CURLINFO_STARTTRANSFER_TIME_T),
            total: milliseconds(CURLINFO_TOTAL_TIME_T)
        )
    }

    private var result: Result<HTTPResponse, HTTPFailure> {
        guard let code else { return .failure(.cancelled) }
        switch code {
        case CURLE_OK where isProxied && mc_get_long(easy, CURLINFO_RESPONSE_CODE) == 407:
            return .failure(.proxy(.wantsLogin(answer: lines(headerBlock))))
        case CURLE_OK: return .success(response(.whole))
        // Status and headers stand.
        case CURLE_WRITE_ERROR where mc_exchange_body_overflowed(exchange) != 0: return .success(response(.cut))
        case CURLE_PARTIAL_FILE: return .success(response(.broken))
        case CURLE_RECV_ERROR where headerBlock.hasEnd: return .success(response(.broken))
        default: return .failure(proxyFailure(code).map(HTTPFailure.proxy) ?? failure(code))
        }
    }

    func bytes(_ read: (OpaquePointer, UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
        var length = 0
        let start = read(exchange, &length)
        return Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
    }

    private var headerBlock: [UInt8] { bytes(mc_exchange_headers) }

    private func response(_ end: HTTPBodyEnd) -> HTTPResponse {
        return HTTPResponse(
            url: request.url,
            status: mc_get_long(easy, CURLINFO_RESPONSE_CODE),
            headers: HTTPHeaders(block: headerBlock),
            body: bytes(mc_exchange_body),
            end: end
        )
    }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        if mc_exchange_headers_overflowed(exchange) != 0 { return .headersTooLarge }
        switch code {
        // Only a body that is announced is read by a callback that breaks off.
        case CURLE_ABORTED_BY_CALLBACK where request.body != nil: return .bodyWanted
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotResolved
        case CURLE_OPERATION_TIMEDOUT: return .timedOut(waitedFor)
        case CURLE_COULDNT_CONNECT: return notConnected(code)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
        // A header line longer than libcurl takes.
        case CURLE_OUT_OF_MEMORY: return .headersTooLarge
        default: break
        }
        if let failure = handshakeFailure { return failure }
        switch code {
        // Its alert may be lost when the server hangs up on the request that is already on its way.
        case _ where mc_peer_wants_certificate(peer) != 0: return .clientCertificateRequired
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: return .closed
        // OpenSSL met the end of the stream before any answer.
        case CURLE_SSL_CONNECT_ERROR where firstBytes.isEmpty: return .closed
        default: return .other(String(cString: curl_easy_strerror(code)))
        }
    }

    private func notConnected(_ code: CURLcode) -> HTTPFailure {
        switch Int32(truncatingIfNeeded: mc_get_long(easy, CURLINFO_OS_ERRNO)) {
        case ECONNREFUSED: .refused
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: .unreachable
        case ETIMEDOUT: .timedOut(.connecting)
        case ECONNRESET: .closed
        default: .other(String(cString: curl_easy_strerror(code)))
        }
    }

    private var waitedFor: HTTPMilestone {
        Self.milestone(exchange, peer)
    }

    private var firstBytes: [UInt8] {
        var count = 0
        let start = mc_peer_first_bytes(peer, &count)
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// RFC 8446 section 6: 40 handshake_failure, 42 bad_certificate, 70 protocol_version, 71 insufficient_security,
    /// 116 certificate_required.
    private var handshakeFailure: HTTPFailure? {
        guard request.url.isHTTPS else { return nil }
        if mc_peer_chain_count(peer) > 0, mc_peer_verified(peer) == 0 { return .certificateRejected }
        let received = mc_peer_alert_received(peer)
        if mc_peer_wants_certificate(peer) != 0, [40, 42, 116].contains(received) { return .clientCertificateRequired }
        if received == 70 || mc_peer_alert_sent(peer) == 70, isTLSRecord { return .tlsVersion }
        if [40, 71].contains(received), isTLSRecord { return .greetingRefused }
        return !firstBytes.isEmpty && !isTLSRecord ? .notTLS(firstBytes: firstBytes) : nil
    }

    /// A TLS record begins with its type (20 to 24) and 3 as major version.
    private var isTLSRecord: Bool {
        firstBytes.count >= 2 && (20...24).contains(firstBytes[0]) && firstBytes[1] == 3
    }
}
