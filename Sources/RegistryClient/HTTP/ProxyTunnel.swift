import Glibc

/// The way to a server through a proxy, over streams that a connector makes: CONNECT for https, and for http no more than
/// the connection, because the request itself is the proxy's then.
struct ProxyTunnel {
    private let connector: any HTTPConnector
    private let proxy: HTTPProxy
    private let milliseconds: Int

    init(_ connector: any HTTPConnector, _ proxy: HTTPProxy, _ milliseconds: Int) {
        self.connector = connector
        self.proxy = proxy
        self.milliseconds = milliseconds
    }

    func open(to url: HTTPURL) throws(HTTPFailure) -> Int32 {
        guard let place = HTTPURL(proxy.url), !place.isHTTPS else { throw .other("\(proxy.url): only http proxies") }
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        let stream: Int32
        do throws(HTTPFailure) {
            stream = try connector.connect(host: place.host, port: place.port, milliseconds: milliseconds)
        } catch {
            switch error {
            case .refused: throw .proxy(.refused)
            case .nameNotResolved: throw .proxy(.nameNotResolved)
            case .unreachable: throw .proxy(.unreachable)
            case .timedOut: throw .proxy(.timedOut)
            default: throw error
            }
        }
        guard url.isHTTPS else { return stream }
        do throws(HTTPFailure) {
            try ask(stream, url, end)
            return stream
        } catch {
            close(stream)
            throw error
        }
    }

    private func ask(_ stream: Int32, _ url: HTTPURL, _ end: ContinuousClock.Instant) throws(HTTPFailure) {
        let place = "\(url.host.contains(":") ? "[\(url.host)]" : url.host):\(url.port)"
        var lines = ["CONNECT \(place) HTTP/1.1", "Host: \(place)", "User-Agent: mirrorctl"]
        if let authorization = proxy.authorization { lines.append(authorization) }
        var bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { send(stream, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .proxy(.noProxy) }
            bytes = bytes.dropFirst(count)
        }
        let head = try answer(stream, end)
        let text = String(decoding: head, as: UTF8.self)
        let words = text.split(separator: " ", maxSplits: 2)
        guard text.hasPrefix("HTTP/"), words.count >= 2, let status = Int(words[1].prefix(3)) else {
            throw .proxy(.noProxy)
        }
        let all = text.split(whereSeparator: \.isNewline).prefix(8).map { String($0.prefix(4096)) }
        switch status {
        case 200...299: return
        case 401, 407: throw .proxy(.wantsLogin(answer: all))
        default: throw .proxy(.refusedTunnel(status: status, answer: all))
        }
    }

    /// A header block, and not a byte more: what follows is the server's.
    private func answer(_ stream: Int32, _ end: ContinuousClock.Instant) throws(HTTPFailure) -> [UInt8] {
        var head: [UInt8] = []
        while head.count < 8192, !head.hasEnd {
            let left = ContinuousClock.now.duration(to: end).components
            let time = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            var waiting = pollfd(fd: stream, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(max(0, min(time, 3_600_000))))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { throw .proxy(.silent) }
            var byte: UInt8 = 0
            let count = recv(stream, &byte, 1, 0)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw .proxy(.noProxy) }
            head.append(byte)
        }
        guard head.hasEnd else { throw .proxy(.noProxy) }
        return head
    }
}
