/// A host that containerd will ask, with everything it needs for that: `docker.RegistryHost`.
package struct RegistryEndpoint: Equatable, Sendable {
    /// Why this host is in the list.
    package enum Origin: Equatable, Sendable {
        /// `[host."…"]`
        case hostTable
        /// `server = …`
        case server
        /// Nothing names it: the upstream, appended by containerd.
        case upstream
        /// An entry of `mirrors."…".endpoint`.
        case mirror
    }

    package struct TLS: Equatable, Sendable {
        package var caFiles: [String]?
        /// The key's path is empty when it is in the certificate's file.
        package var clientPairs: [ClientPair]?
        package var skipVerify: Bool?
        /// Where the settings stand, when that is another file than the endpoint's own.
        package var source: SourcePosition?

        package init(
            caFiles: [String]? = nil,
            clientPairs: [ClientPair]? = nil,
            skipVerify: Bool? = nil,
            source: SourcePosition? = nil
        ) {
            self.caFiles = caFiles
            self.clientPairs = clientPairs
            self.skipVerify = skipVerify
            self.source = source
        }

        package var isExplicit: Bool { caFiles != nil || clientPairs != nil || skipVerify != nil }
    }

    package struct ClientPair: Hashable, Sendable {
        package let certificate: String
        package let key: String
    }

    /// What is asked first; see `fallsBackToHTTP`.
    package var scheme: String
    /// With the port, as written.
    package var host: String
    /// Goes before `/REPOSITORY`.
    package var path: String
    package var capabilities: RegistryCapabilities
    package var headers: [HTTPField]
    /// Names whose list of values is empty: nothing is sent for them, and they are there all the same.
    package var emptyHeaders: [String] = []
    package var tls: TLS
    /// `https` is tried first, `http` after certain failures.
    package var fallsBackToHTTP = false
    /// Go's spelling, `3s`.
    package var dialTimeout: String?
    package var origin: Origin
    package var source: SourcePosition?

    package init(
        scheme: String,
        host: String,
        path: String,
        capabilities: RegistryCapabilities,
        headers: [HTTPField] = [],
        tls: TLS = TLS(),
        origin: Origin,
        source: SourcePosition? = nil
    ) {
        self.scheme = scheme
        self.host = host
        self.path = path
        self.capabilities = capabilities
        self.headers = headers
        self.tls = tls
        self.origin = origin
        self.source = source
    }

    package var baseURL: String { scheme + "://" + host + path }

    /// `ns=` goes to everyone but the registry itself.
    package func isProxy(for registryHost: String) -> Bool {
        registryHost != host && !(registryHost == "docker.io" && host == "registry-1.docker.io")
    }
}

/// A header as it is sent, name and value.
package struct HTTPField: Equatable, Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
