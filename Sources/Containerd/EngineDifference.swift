/// What one containerd does otherwise than an older one with the same `hosts.toml`, as far as mirrors notice.
package enum EngineDifference: String, CaseIterable, Equatable, Sendable {
    case transferService, tokenServerHeaders, serverErrorRetries, transportRetries, userAgent, noSchema1, dialTimeout
    case referrers, headerTimeout, manifestStatus, forbiddenBody, blobsAfterStatus, requestInErrors

    /// What the newer has and the older has not; ADD A DIFFERENCE HERE.
    private func isIn(_ rules: ContainerdRules) -> Bool {
        switch self {
        case .transferService: rules.hasTransferService
        case .tokenServerHeaders: rules.sendsHostHeaderToTokenServer
        case .serverErrorRetries: rules.retriesServerErrors
        case .transportRetries: rules.retriesTransportErrors
        case .userAgent: rules.hostHeaderReplacesUserAgent
        case .noSchema1: !rules.readsSchema1
        case .dialTimeout: rules.knowsDialTimeout
        case .referrers: rules.knowsReferrers
        case .headerTimeout: rules.hasResponseHeaderTimeout
        case .manifestStatus: rules.checksStatusOfManifestGET
        case .forbiddenBody: rules.fetchesBodyOfForbidden
        case .blobsAfterStatus: !rules.skipsBlobsAfterStatus
        case .requestInErrors: rules.namesMethodInFetchErrors
        }
    }

    package static func between(_ older: ContainerdVersion, _ newer: ContainerdVersion) -> [EngineDifference] {
        let (old, new) = (older.rules, newer.rules)
        return allCases.filter { $0.isIn(new) && !$0.isIn(old) }
    }
}
