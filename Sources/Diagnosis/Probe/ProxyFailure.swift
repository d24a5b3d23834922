/// What went wrong at the proxy, or between it and us.
package enum ProxyFailure: Equatable, Sendable, Codable {
    case nameNotResolved, refused, unreachable
    /// It does not take the connection.
    case timedOut
    /// It takes the connection and does not answer CONNECT.
    case silent
    /// It hangs up, or answers in another protocol.
    case noProxy
    /// 407; the lines of its answer.
    case wantsLogin(answer: [String])
    /// It would have to be reached over https.
    case overTLS
    case refusedTunnel(status: Int, answer: [String])
}
