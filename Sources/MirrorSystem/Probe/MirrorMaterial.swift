import Containerd
import Diagnosis
import MirrorCore
import RegistryClient
import Secrets
import Texts

/// What this machine has of the CA and the login that nodes use for a mirror.
package struct MirrorMaterial: Sendable {
    package let endpoint: MirrorEndpoint
    /// PEM; `nil` when none is known.
    package private(set) var ca: [UInt8]?
    package private(set) var login: RegistryAuth?
    /// Why nothing can be said of a mirror that does not take us as we come; `nil` when nodes have no other login.
    package private(set) var missingLogin: AuditDoubt.Login?
    /// Why the CA is not known: the path of a file, or a Secret.
    package private(set) var missingCA: Phrase?
    private var config: DockerConfig?

    /// - Parameters:
    ///   - folder: what relative paths of the mirror begin at, with its slash.
    ///   - caPath: for a mirror that names no file itself.
    ///   - dockerConfigPath: the same.
    package init(_ mirror: RegistryMirror, below folder: String, caPath: String?, dockerConfigPath: String?) {
        endpoint = mirror.endpoint
        readCA(mirror, folder, caPath)
        readLogin(mirror, folder, dockerConfigPath)
    }

    /// Nothing more can be known of it.
    package var isWhole: Bool { ca != nil && login != nil }

    private mutating func readCA(_ mirror: RegistryMirror, _ folder: String, _ given: String?) {
        var path = given
        if case .file(let file) = mirror.caCert { path = Self.path(file, folder) }
        guard let path else {
            if case .secret(let secret) = mirror.caCert {
                missingCA = Phrase("audit.ca.secret", ["secret": "\(secret)"])
            }
            return
        }
        guard case .success(let bytes) = readWhole(path, limit: 1 << 20), !Certificate.all(inPEM: bytes).isEmpty else {
            missingCA = Phrase("audit.ca.file", ["path": path])
            return
        }
        ca = bytes
    }

    private mutating func readLogin(_ mirror: RegistryMirror, _ folder: String, _ given: String?) {
        var path = given
        if case .file(let file) = mirror.pullCredential { path = Self.path(file, folder) }
        guard let path else {
            if case .secret(let secret) = mirror.pullCredential { missingLogin = .secret(secret) }
            return
        }
        let (_, credential, config) = readDockerConfig(path, for: mirror.endpoint)
        self.config = config
        guard let credential else {
            missingLogin = .file(path)
            return
        }
        login = RegistryAuth(
            username: credential.username,
            password: Secret(credential.revealPassword { $0 })
        )
    }

    private static func path(_ file: String, _ folder: String) -> String {
        file.hasPrefix("/") ? file : folder + file
    }

    /// Whether the login may go to a token server on another host: one that the operator's login file names. Those that the
    /// operator's CA has signed may have it, too, which only a connection tells.
    package func names(_ tokenServer: HTTPURL) -> Bool { CredentialScope(.system, config).hasOwn(tokenServer) }
}
