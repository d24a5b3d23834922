import GoData

/// A proxy that requests go through: CONNECT for https, the whole URL for http.
package struct HTTPProxy: Sendable {
    /// `http://HOST:PORT`; also `https`, `socks5` and `socks5h`.
    package let url: String
    package let credential: Credential?

    package init(url: String, credential: Credential? = nil) {
        self.url = url
        self.credential = credential
    }

    /// `Proxy-Authorization: Basic …`
    var authorization: String? {
        credential.map { credential in
            credential.revealPassword { password in
                "Proxy-Authorization: Basic " + Base64.encode(Array("\(credential.username):\(password)".utf8))
            }
        }
    }
}

/// What went wrong at the proxy, or between it and us.
package enum HTTPProxyFailure: Equatable, Sendable {
    case nameNotResolved
    case refused
    case unreachable
    /// It does not take the connection.
    case timedOut
    /// It takes the connection, and does not answer CONNECT in time.
    case silent
    /// It takes the connection and closes it, or answers in another protocol.
    case noProxy
    /// 407
    case wantsLogin(answer: [String])
    /// It would have to be reached over https.
    case overTLS
    /// Any other status: the lines of its answer.
    case refusedTunnel(status: Int, answer: [String])
}
