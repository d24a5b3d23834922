import Secrets

/// Where a push goes, and how it gets in.
package struct PushTarget: Equatable, Sendable {
    package enum Login: Equatable, Sendable {
        case none
        case user(String, Secret)
        /// A Docker config file; its entry for the registry.
        case dockerConfig(path: String)
    }

    /// The registry and the mirror's namespace.
    package let endpoint: MirrorEndpoint
    package let caCertPath: String?
    package let login: Login

    package init(endpoint: MirrorEndpoint, caCertPath: String?, login: Login) {
        self.endpoint = endpoint
        self.caCertPath = caCertPath
        self.login = login
    }
}

/// What is done with a package and a registry.
package enum PushWork: Equatable, Sendable {
    /// Sends what is missing.
    case push
    /// Looks at what would be sent.
    case dryRun
    /// Reads everything back that should be there.
    case verify
}
