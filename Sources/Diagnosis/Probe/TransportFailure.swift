/// Why a request got no HTTP answer.
package enum TransportFailure: Equatable, Sendable, Codable {
    case nameNotResolved
    case refused
    /// No route to the network or the host.
    case unreachable
    /// Nothing came within the deadline; the phase says what was waited for.
    case timedOut
    /// The peer closed the connection or reset it.
    case closed
    /// Something that is not TLS answered the TLS greeting; its first bytes.
    case notTLS(firstBytes: String)
    /// The answer does not begin as HTTP does.
    case notHTTP
    /// The peer speaks only TLS versions that Go refuses.
    case tlsVersion
    /// The peer refused the TLS greeting and gave no other reason: nothing in common, or reasons of its own.
    case greetingRefused
    case clientCertificateRequired
    /// The handshake was broken off because of the certificates: see `TLSFacts`.
    case certificateRejected
    case headersTooLarge
    /// The proxy in between is what failed.
    case proxy(ProxyFailure)
    /// libcurl's own words, bounded.
    case other(String)
}
