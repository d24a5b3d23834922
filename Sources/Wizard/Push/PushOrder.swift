import Diagnosis
import MirrorCore
import Secrets
import Texts

/// A push as it can be begun: every answer in use, and nothing wrong with any.
package struct PushOrder: Equatable, Sendable {
    package enum Work: String, Equatable, Sendable {
        /// Looks at what would be sent.
        case look
        /// Sends what is missing.
        case push
        /// Reads everything back that should be there.
        case audit
    }

    package enum Login: Equatable, Sendable {
        case none
        case user(String, Secret)
        case dockerConfig(path: String)
    }

    /// How layers are compressed that are plain in the package.
    package enum Compression: String, Equatable, Sendable { case gzip, zstd }

    package static let defaultThreads = 4

    package var work: Work
    package var source: String
    /// Signature and public key; both or none.
    package var signature: (file: String, key: String)? { signatureFile.map { ($0, publicKey) } }
    package var signatureFile: String?
    package var publicKey = ""
    package var endpoint: MirrorEndpoint
    package var caCertPath: String?
    package var login = Login.none
    package var compression = Compression.gzip
    package var threads = PushOrder.defaultThreads
    /// `20M`, as typed.
    package var limitRate: String?
    /// The cluster config file whose nodes find every image where it goes.
    package var checkAgainst: String?

    package init(_ work: Work, source: String, endpoint: MirrorEndpoint) {
        self.work = work
        self.source = source
        self.endpoint = endpoint
    }

    package var bytesPerSecond: Int? { limitRate.flatMap { byteCount(parsing: $0) } }

    /// The same answers, whatever is done with them.
    package func isAbout(_ other: PushOrder) -> Bool {
        var same = other
        same.work = work
        same.checkAgainst = checkAgainst
        return same == self
    }

    /// The subcommand that does it.
    package var command: ShellCommand {
        func option(_ name: String, _ value: String) -> [String] { ShellCommand.option(name, value) }
        var words =
            ["mirrorctl", "push", "images"] + option("--source", source)
            + ["--private-registry", endpoint.pushTarget]
        if let caCertPath { words += option("--cacert", caCertPath) }
        switch login {
        case .none: words.append("--need-credential=false")
        // It asks for the password.
        case .user(let name, _): words += option("--username", name)
        case .dockerConfig(let path): words += option("--docker-config", path)
        }
        if endpoint.scheme == .http { words.append("--allow-http") }
        if compression != .gzip { words += ["--compression", compression.rawValue] }
        if threads != Self.defaultThreads { words += ["--threads", "\(threads)"] }
        if let limitRate { words += ["--limit-rate", limitRate] }
        if let signature { words += option("--signature", signature.file) + option("--public-key", signature.key) }
        if let checkAgainst { words += option("--check-against", checkAgainst) }
        switch work {
        case .push: break
        case .look: words.append("--dry-run")
        case .audit: words.append("--verify-only")
        }
        return ShellCommand(words)
    }
}

extension WizardState {
    /// What would be begun; `nil` while something is missing or wrong.
    package func pushOrder(_ work: PushOrder.Work) -> PushOrder? {
        let source = answers.push.source.trimmingBlanks
        guard !source.isEmpty, pushIssues.isEmpty,
            let endpoint = try? MirrorEndpoint(pushTarget: pushRegistry.trimmingBlanks, isHTTP: pushIsHTTP)
        else { return nil }
        var order = PushOrder(work, source: source, endpoint: endpoint)
        order.signatureFile = answers.push.signature.trimmingBlanks.nilIfEmpty
        order.publicKey = answers.push.publicKey.trimmingBlanks
        // A CA is of no use without TLS, and a login is never sent without it.
        if endpoint.scheme == .https {
            order.caCertPath = pushCACertPath.trimmingBlanks.nilIfEmpty
            let user = answers.push.username.trimmingBlanks
            if !user.isEmpty {
                order.login = .user(user, push.password)
            } else if let path = pushDockerConfigPath.trimmingBlanks.nilIfEmpty {
                order.login = .dockerConfig(path: path)
            }
        }
        if answers.push.isZstd { order.compression = .zstd }
        order.threads = Int(answers.push.threads.trimmingBlanks) ?? PushOrder.defaultThreads
        order.limitRate = answers.push.limitRate.trimmingBlanks.nilIfEmpty
        if case .all = pushCover(endpoint) { order.checkAgainst = answers.clusterConfigPath }
        return order
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
