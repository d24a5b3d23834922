/// Why an exchange brought no HTTP answer.
package enum HTTPFailure: Error, Equatable, Sendable {
    case cancelled
    case nameNotResolved
    case refused
    case unreachable
    /// What was waited for when the time ran out.
    case timedOut(HTTPMilestone)
    case closed
    case notTLS(firstBytes: [UInt8])
    case notHTTP
    /// The peer's alert, or ours, is protocol_version.
    case tlsVersion
    /// The peer refused our greeting with handshake_failure or insufficient_security and gave no other reason.
    case greetingRefused
    case clientCertificateRequired
    case certificateRejected
    case headersTooLarge
    /// What was to be sent holds a control character, and nothing was sent: what of the request it is.
    case unsendable(String)
    case proxy(HTTPProxyFailure)
    /// The server would take the announced body.
    case bodyWanted
    /// libcurl's own words.
    case other(String)
}

/// How far an exchange has come.
package enum HTTPMilestone: Int, Sendable, Comparable {
    case resolving, connecting, shakingHands, requesting, answering

    package static func < (left: HTTPMilestone, right: HTTPMilestone) -> Bool { left.rawValue < right.rawValue }
}
