import MirrorCore
import RegistryClient

/// Where a probe's connections begin, and whose CA files and logins it uses.
package struct ProbeOrigin: Sendable {
    let connector: (any HTTPConnector)?
    let readCAFile: @Sendable (String?) -> (CAFileFacts, Trust)
    let readLogin: @Sendable (String?, MirrorEndpoint) -> (DockerConfigFacts, Credential?, DockerConfig?)

    package static let thisMachine = ProbeOrigin(
        connector: nil,
        readCAFile: { MirrorSystem.readCAFile($0) },
        readLogin: { readDockerConfig($0, for: $1) }
    )

    /// A node: its CA files from its report, its logins from its configuration.
    package static func node(_ connector: any HTTPConnector, pull: NodePull) -> ProbeOrigin {
        let (files, system, credentials) = (pull.files, pull.systemCAs, pull.credentials)
        return ProbeOrigin(
            connector: connector,
            readCAFile: { path in
                let bundle = system.map { Certificate.all(inPEM: $0).map(\.der) }
                guard let path else { return (.notGiven, bundle.map { .certificates($0) } ?? .system) }
                let bytes = (try? files.read(path)) ?? []
                let own = Certificate.all(inPEM: bytes)
                let trusted = own.map(\.der)
                guard !own.isEmpty else { return (.noCertificate(seen: sniffed(bytes)), .certificates(bundle ?? [])) }
                return (
                    .loaded(own.map { CertificateFacts($0) }),
                    bundle.map { .certificates($0 + trusted) } ?? .systemAnd(trusted)
                )
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
