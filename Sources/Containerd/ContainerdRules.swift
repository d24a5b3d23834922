import TOML

/// What one containerd release does, rule by rule. The values here are those of 1.6.0; `history` changes them.
package struct ContainerdRules: Equatable, Sendable {
    package enum HTTPSFirst: Equatable, Sendable {
        /// `http` stays `http`.
        case never
        case always
        /// Only with a port in the URL that is not 80.
        case withPortOtherThan80
        case unlessPort80
    }

    package enum LocalhostDefault: Equatable, Sendable { case https, http, byPort }

    package enum DefaultConfigPath: Equatable, Sendable {
        case none
        /// Part of the default configuration, so that `mirrors` conflict with it.
        case inDefaults
        /// Filled in when the plugin starts, if neither `config_path` nor `mirrors` are set.
        case atStart
    }

    package let version: ContainerdVersion

    // Image references.
    package fileprivate(set) var uppercaseNameIsDomain = false
    package fileprivate(set) var acceptsIPv6 = false
    package fileprivate(set) var lowercaseErrorNamesRepository = false
    package fileprivate(set) var lengthLimitCountsPathOnly = false

    // config.toml.
    package fileprivate(set) var highestConfigVersion = 2
    package fileprivate(set) var refusesNewerVersions = false
    /// In a file of version 2 a plugin's URI begins with `io.containerd.`; before, four parts were enough.
    package fileprivate(set) var wantsContainerdPrefix = false
    /// A relative pattern of `imports` starts at the file's directory, and not at the daemon's.
    package fileprivate(set) var joinsRelativeGlobs = false
    package fileprivate(set) var registryPlugin = "io.containerd.grpc.v1.cri"
    package fileprivate(set) var deepMergesImports = false
    package fileprivate(set) var migratesEachFile = false
    package fileprivate(set) var refusesNewerDropIn = false
    package fileprivate(set) var defaultConfigPath = DefaultConfigPath.none
    package fileprivate(set) var readsLegacyTLS = true
    package fileprivate(set) var hasTransferService = false

    // TOML and hosts.toml.
    package fileprivate(set) var dialect = TOMLDialect.goTOMLv1
    package fileprivate(set) var ignoresKeyCase = false
    package fileprivate(set) var listsHostsByHeader = false
    package fileprivate(set) var requiresHostTree = true
    package fileprivate(set) var knowsDialTimeout = false
    package fileprivate(set) var dialTimeoutCountsAsTLS = false
    package fileprivate(set) var knowsReferrers = false
    package fileprivate(set) var logsPathOfBrokenFile = false

    // http and https.
    package fileprivate(set) var httpsFirst = HTTPSFirst.never
    package fileprivate(set) var localhostDefault = LocalhostDefault.https
    package fileprivate(set) var fallsBackOnHandshakeTimeout = false
    package fileprivate(set) var fallsBackAcrossDefaultPorts = false
    package fileprivate(set) var hasResponseHeaderTimeout = false

    // Requests.
    package fileprivate(set) var namesRequestInStatusErrors = false
    package fileprivate(set) var refusesBasicWithoutCredentials = false
    package fileprivate(set) var credentialsFollowChallenge = false
    package fileprivate(set) var ranksResolveErrors = false
    package fileprivate(set) var skipsBlobsAfterStatus = false
    package fileprivate(set) var retriesServerErrors = false
    package fileprivate(set) var retriesTransportErrors = false
    package fileprivate(set) var maximumRequests = 6
    package fileprivate(set) var checksStatusOfManifestGET = false
    package fileprivate(set) var fetchesBodyOfForbidden = false
    package fileprivate(set) var readsSchema1 = true
    package fileprivate(set) var namesMethodInFetchErrors = false
    package fileprivate(set) var sendsHostHeaderToTokenServer = false
    package fileprivate(set) var hostHeaderReplacesUserAgent = false

    package init(version: ContainerdVersion) {
        self.version = version
        for change in Self.history where change.applies(to: version) { change.apply(&self) }
    }
}

extension ContainerdRules {
    /// A change of behaviour: the first release of each branch that has it; every later branch has it too.
    struct Change: Sendable {
        let since: [ContainerdVersion]
        /// The first later branch that lost it again.
        var until: ContainerdVersion?
        let apply: @Sendable (inout ContainerdRules) -> Void

        func applies(to version: ContainerdVersion) -> Bool {
            if let until, version >= until { return false }
            guard let newest = since.max() else { return false }
            return version >= newest || since.contains { version.isSameBranch(as: $0) && version >= $0 }
        }
    }

    private typealias Version = ContainerdVersion

    /// ADD A CHANGE HERE, in the order of releases.
    static let history: [Change] = [
        Change(since: [Version(1, 6, 9), Version(1, 7, 0)]) { $0.localhostDefault = .http },
        Change(since: [Version(1, 7)]) {
            $0.uppercaseNameIsDomain = true
            $0.acceptsIPv6 = true
            $0.wantsContainerdPrefix = true
        },
        Change(since: [Version(1, 7, 7)]) {
            $0.httpsFirst = .always
            $0.localhostDefault = .byPort
        },
        Change(since: [Version(1, 6, 25), Version(1, 7, 8)]) {
            $0.httpsFirst = .withPortOtherThan80
            $0.localhostDefault = .byPort
            $0.namesRequestInStatusErrors = true
            $0.refusesBasicWithoutCredentials = true
        },
        Change(since: [Version(1, 6, 29), Version(1, 7, 16)]) { $0.joinsRelativeGlobs = true },
        Change(since: [Version(1, 6, 32), Version(1, 7, 16)]) { $0.fallsBackOnHandshakeTimeout = true },
        Change(since: [Version(1, 6, 32), Version(1, 7, 17)]) { $0.refusesNewerVersions = true },
        Change(since: [Version(1, 7, 19)]) {
            $0.lowercaseErrorNamesRepository = true
            $0.lengthLimitCountsPathOnly = true
        },
        Change(since: [Version(1, 7, 24), Version(2, 0)]) {
            $0.httpsFirst = .unlessPort80
            $0.fallsBackAcrossDefaultPorts = true
        },
        Change(since: [Version(1, 7, 32), Version(2, 0)]) { $0.requiresHostTree = false },
        Change(since: [Version(2, 0)]) {
            $0.highestConfigVersion = 3
            $0.registryPlugin = "io.containerd.cri.v1.images"
            $0.deepMergesImports = true
            $0.readsLegacyTLS = false
            $0.dialect = .goTOMLv2
            $0.ignoresKeyCase = true
            $0.listsHostsByHeader = true
            $0.logsPathOfBrokenFile = true
            $0.credentialsFollowChallenge = true
            $0.ranksResolveErrors = true
        },
        Change(since: [Version(2, 0, 7), Version(2, 1)]) { $0.knowsDialTimeout = true },
        Change(since: [Version(2, 0, 7)], until: Version(2, 1)) { $0.dialTimeoutCountsAsTLS = true },
        Change(since: [Version(2, 1)]) {
            $0.hasTransferService = true
            $0.retriesServerErrors = true
            $0.readsSchema1 = false
            $0.namesMethodInFetchErrors = true
            $0.sendsHostHeaderToTokenServer = true
            $0.hostHeaderReplacesUserAgent = true
        },
        Change(since: [Version(2, 2)]) {
            $0.knowsReferrers = true
            $0.defaultConfigPath = .inDefaults
        },
        Change(since: [Version(2, 2, 2)]) { $0.defaultConfigPath = .atStart },
        Change(since: [Version(2, 0, 11), Version(2, 2, 6), Version(2, 3)]) { $0.skipsBlobsAfterStatus = true },
        Change(since: [Version(2, 3)]) {
            $0.highestConfigVersion = 4
            $0.migratesEachFile = true
            $0.checksStatusOfManifestGET = true
            $0.hasResponseHeaderTimeout = true
        },
        Change(since: [Version(2, 3)], until: Version(2, 3, 5)) { $0.refusesNewerDropIn = true },
        Change(since: [Version(2, 3, 2)]) {
            $0.retriesTransportErrors = true
            $0.maximumRequests = 5
        },
        Change(since: [Version(2, 3, 3)]) { $0.fetchesBodyOfForbidden = true },
    ]
}
