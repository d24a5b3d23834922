import Synchronization

/// The first TLS handshake with each origin, whoever made it.
package final class HandshakeLog: Sendable {
    /// More than a registry, its token server and its storage are not looked at.
    private static let most = 8
    private let met = Mutex<[(url: HTTPURL, handshake: TLSHandshake)]>([])

    package init() {}

    func note(_ handshake: TLSHandshake?, with url: HTTPURL) {
        guard let handshake else { return }
        met.withLock { met in
            guard met.count < Self.most, !met.contains(where: { $0.url.origin == url.origin }) else { return }
            met.append((url, handshake))
        }
    }

    /// In the order they were met.
    package var all: [(url: HTTPURL, handshake: TLSHandshake)] { met.withLock { $0 } }
}
