import CCurl

/// Which certificates a chain may end in.
package enum Trust: Sendable {
    /// The system's store.
    case system
    /// Exactly these, DER, and no store beside them.
    case certificates([[UInt8]])
    /// The system's store and these, DER: what containerd makes of `ca`.
    case systemAnd([[UInt8]])
    /// Whoever answers, to look at: such a transport sends no credential and no body.
    case anyone
    /// Whoever answers, because the configuration says so (`skip_verify`): such a server gets all that a verified one would.
    case unverified

    /// An `mc_trust`; the caller frees it.
    func makeStore(_ offer: TLSOffer) -> OpaquePointer? {
        guard let store = mc_trust_new() else { return nil }
        switch offer {
        case .go: break
        case .everything: mc_trust_offer_all(store, 0)
        case .everythingBefore13: mc_trust_offer_all(store, 1)
        }
        switch self {
        case .system: mc_trust_add_system(store)
        case .certificates(let all):
            for der in all { mc_trust_add(store, der, der.count) }
        case .systemAnd(let all):
            mc_trust_add_system(store)
            for der in all { mc_trust_add(store, der, der.count) }
        case .anyone, .unverified: mc_trust_anyone(store)
        }
        return store
    }
}

/// What the TLS greeting offers.
package enum TLSOffer: Sendable {
    /// What Go's crypto/tls does.
    case go
    /// Down to TLS 1.0, every cipher and curve that OpenSSL has: to look at what a server would take.
    case everything
    /// The same up to TLS 1.2: a server that prefers TLS 1.3 refuses a key that 1.3 does not know, instead of going back.
    case everythingBefore13
}

/// What a client shows to a server that wants a certificate, PEM.
package struct ClientCertificate: Sendable {
    private let certificates: [UInt8]
    private let key: [UInt8]

    /// - Parameters:
    ///   - certificates: its own first, then its chain.
    ///   - key: without a passphrase; it may stand in the same file.
    package init(certificates: [UInt8], key: [UInt8]) {
        self.certificates = certificates
        self.key = key
    }

    /// - Returns: `false` when the key is not the certificate's, or one of them is none; nothing is shown then.
    @discardableResult
    func show(by store: OpaquePointer) -> Bool {
        mc_trust_show(store, certificates, certificates.count, key, key.count) == 1
    }
}
