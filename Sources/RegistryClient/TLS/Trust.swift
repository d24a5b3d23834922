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

    /// An `mc_trust`; the caller frees it.
    func makeStore() -> OpaquePointer? {
        guard let store = mc_trust_new() else { return nil }
        switch self {
        case .system: mc_trust_add_system(store)
        case .certificates(let all):
            for der in all { mc_trust_add(store, der, der.count) }
        case .systemAnd(let all):
            mc_trust_add_system(store)
            for der in all { mc_trust_add(store, der, der.count) }
        case .anyone: mc_trust_anyone(store)
        }
        return store
    }
}
