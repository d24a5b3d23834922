import CCurl

/// Whether an answer that has begun comes to its end: a server that drips a byte now and then never lets a line fall silent.
struct AnswerWatch {
    /// Bytes per second; a modem's line brings ten times as many.
    static let slowest = 128

    private let seconds: Int
    /// When counting began, and what was there by then.
    private var mark: (time: ContinuousClock.Instant, bytes: Int)?

    init(_ limits: HTTPLimits) { seconds = limits.trickleSeconds }

    /// - Parameter received: bytes of the answer so far; `nil` before it has begun.
    mutating func isOver(_ received: Int?, now: ContinuousClock.Instant) -> Bool {
        guard seconds > 0, let received else { return false }
        guard let mark else {
            self.mark = (now, received)
            return false
        }
        guard now - mark.time >= .seconds(seconds) else { return false }
        self.mark = (now, received)
        return received - mark.bytes < seconds * Self.slowest
    }
}

extension HTTPTransport {
    /// Bytes of the answer itself: neither those of a 1xx before it, nor any while our body is still on its way.
    static func received(_ easy: UnsafeMutableRawPointer, _ exchange: OpaquePointer, _ request: HTTPRequest) -> Int? {
        guard mc_exchange_milestone(exchange) == MC_ANSWERING, mc_get_long(easy, CURLINFO_RESPONSE_CODE) >= 200 else {
            return nil
        }
        if case .stream(let piece)? = request.body?.content,
            mc_get_time(easy, CURLINFO_SIZE_UPLOAD_T) < Int64(piece.count)
        {
            return nil
        }
        return mc_exchange_received(exchange)
    }
}
