import Secrets

/// One HTTP request that containerd makes; whoever runs it follows no redirects and adds no headers.
package struct RegistryRequest: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable { case manifest, blob, token, foreignLayer }

    package var method: String
    package var url: String
    package var headers: [HTTPField]
    package var authorization: Secret?
    /// `application/x-www-form-urlencoded`
    package var form: Secret?
    package var purpose: Purpose
    /// Index into the hosts of the pull; `nil` for a foreign layer.
    package var endpoint: Int?
    /// Reached through a redirect.
    package var isRedirect = false
}

package enum RegistryAnswer: Equatable, Sendable {
    case response(RegistryResponse)
    case failure(ExchangeFailure)
}

package struct RegistryResponse: Equatable, Sendable {
    package let status: Int
    package let headers: [HTTPField]
    package let body: [UInt8]

    package init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Names are compared without case.
    package func values(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    package func value(_ name: String) -> String { values(name).first ?? "" }
}

/// Why there was no answer, in the words of Go's `net/http`.
package enum ExchangeFailure: Error, Equatable, Sendable {
    case refused
    case timeout
    case noSuchHost(String)
    /// The certificate was refused; the text after `x509: `.
    case x509(String)
    /// Plain http on an https port.
    case httpOnHTTPS
    case handshakeTimeout
    case endOfFile
    case reset
    case other(String)

    package var text: String {
        switch self {
        case .refused: "dial tcp: connect: connection refused"
        case .timeout: "dial tcp: i/o timeout"
        case .noSuchHost(let host): "dial tcp: lookup \(host): no such host"
        case .x509(let text): "tls: failed to verify certificate: x509: \(text)"
        case .httpOnHTTPS: "http: server gave HTTP response to HTTPS client"
        case .handshakeTimeout: "net/http: TLS handshake timeout"
        case .endOfFile: "EOF"
        case .reset: "read tcp: read: connection reset by peer"
        case .other(let text): text
        }
    }

    var isTimeout: Bool { self == .timeout || self == .handshakeTimeout }
}
