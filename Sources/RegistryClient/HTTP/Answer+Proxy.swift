import CCurl
import Glibc

extension Answer {
    /// `nil` when there is no proxy, or when it has done its part.
    func proxyFailure(_ code: CURLcode) -> HTTPProxyFailure? {
        guard isProxied else { return nil }
        if code == CURLE_COULDNT_RESOLVE_PROXY { return .nameNotResolved }
        // What follows the tunnel is between us and the registry.
        guard mc_exchange_milestone(exchange).rawValue < MC_REQUESTING.rawValue, mc_peer_greeted(peer) == 0 else {
            return nil
        }
        let status = mc_get_long(easy, CURLINFO_HTTP_CONNECTCODE)
        // tinyproxy says 401 to a wrong login.
        if status == 407 || status == 401 { return .wantsLogin(answer: tunnelLines) }
        if status != 0, !(200...299).contains(status) { return .refusedTunnel(status: status, answer: tunnelLines) }
        switch code {
        case CURLE_COULDNT_CONNECT: return notConnected
        case CURLE_OPERATION_TIMEDOUT where mc_exchange_milestone(exchange) == MC_STARTED: return .nameNotResolved
        case CURLE_OPERATION_TIMEDOUT: return mc_exchange_proxy_connected(exchange) != 0 ? .silent : .timedOut
        default: return .noProxy
        }
    }

    private var notConnected: HTTPProxyFailure {
        switch Int32(truncatingIfNeeded: mc_get_long(easy, CURLINFO_OS_ERRNO)) {
        case ECONNREFUSED: .refused
        case ETIMEDOUT: .timedOut
        default: .unreachable
        }
    }

    private var tunnelLines: [String] { lines(bytes(mc_exchange_tunnel)) }

    /// The lines of a header block, at most eight.
    func lines(_ block: [UInt8]) -> [String] {
        block.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(8).map {
            String(decoding: $0.prefix(4096), as: UTF8.self)
        }
    }
}

extension [UInt8] {
    /// The empty line after a header block.
    var hasEnd: Bool { suffix(2) == [0x0A, 0x0A] || suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A] }
}
