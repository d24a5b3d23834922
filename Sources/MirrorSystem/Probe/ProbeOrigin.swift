import Containerd
import Diagnosis
import MirrorCore
import RegistryClient

/// Where a probe's connections begin, and whose CA files, logins and proxies it uses.
package struct ProbeOrigin: Sendable {
    let connector: (any HTTPConnector)?
    /// `nil` for this machine's variables.
    var proxies: ProxySettings?
    var client: ClientCertificate?
    let readCAFile: @Sendable (String?) -> (CAFileFacts, Trust)
    let readLogin: @Sendable (String?, MirrorEndpoint) -> (DockerConfigFacts, Credential?, DockerConfig?)

    package static let thisMachine = through(nil)

    /// This machine's files and logins; the connections begin elsewhere.
    package static func through(_ connector: (any HTTPConnector)?) -> ProbeOrigin {
        ProbeOrigin(
            connector: connector,
            readCAFile: { MirrorSystem.readCAFile($0) },
            readLogin: { readDockerConfig($0, for: $1) }
        )
    }

    /// A node: its proxies, its CA files from its report, its logins from its configuration.
    /// - Parameter tls: of the endpoint that is probed; all of its CA files count, not only the one that the plan names.
    static func node(_ view: NodeView, _ tls: RegistryEndpoint.TLS, _ credentials: RegistryCredentials) -> ProbeOrigin {
        ProbeOrigin(
            connector: view.connector,
            proxies: view.proxies,
            client: view.client(tls),
            readCAFile: { path in
                let own = view.certificates(tls)
                guard tls.skipVerify != true, path != nil || !own.isEmpty else { return (.notGiven, view.trust(tls)) }
                guard !own.isEmpty else {
                    let bytes = path.flatMap { try? view.files.read($0) } ?? []
                    return (.noCertificate(seen: sniffed(bytes)), view.trust(tls))
                }
                return (.loaded(own.map { CertificateFacts($0) }), view.trust(tls))
            },
            readLogin: { _, endpoint in
                let host = endpoint.hostAndPort
                guard let found = try? credentials.auth(endpoint: host, challenger: host)?.credential(for: host),
                    !found.isAnonymous
                else { return (.notGiven, nil, nil) }
                let credential = found.secret.reveal { Credential(username: found.username, password: $0) }
                return (.loaded(.found(key: bounded(host), username: bounded(found.username))), credential, nil)
            }
        )
    }
}
