import Texts

/// Which entry of the Docker config was used, or exactly why none was.
package struct DockerConfigUse: Equatable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case used
        /// The registry wanted no login.
        case notAsked
        case notGiven, unreadable, malformed
        /// The key is there, and what it holds cannot be sent.
        case empty, badBase64, identityToken
        case unpadded, urlAlphabet, plain, twice, noColon, noUser, noPassword, notUTF8
        case helper
        /// No key matches; the nearest one has this against it.
        case scheme, path, port, letterCase, outside
        case noEntry
        /// There is a good entry, and it was not sent.
        case plainHTTP, realmNotHTTPS, foreignRealm, unknownChallenge, tokenServerUnreached
    }

    package let reason: Reason
    /// The key used, or the nearest one.
    package let key: String?
    package let username: String?
    package let path: String?
    /// `600`
    package let mode: String?
    /// Every key that looks as if it were meant.
    package let nearMisses: [DockerConfigEntry.NearMiss]
    private let detail: String?

    package init(_ report: ProbeReport) {
        path = report.plan.pullCredentialConfigPath
        mode = report.dockerConfigMode.map { String($0, radix: 8) }
        var (key, username, detail): (String?, String?, String?) = (nil, nil, nil)
        var near: [DockerConfigEntry.NearMiss] = []
        switch report.dockerConfig {
        case .notGiven: reason = .notGiven
        case .unreadable(let trouble): (reason, detail) = (.unreadable, trouble.words)
        case .malformed(let trouble):
            reason = .malformed
            detail = trouble?.evidence.first ?? trouble?.kind.rawValue
        case .loaded(.found(let found, let user)):
            (key, username) = (found, user)
            reason = Self.whetherSent(report.login)
        case .loaded(.helper(let name, let setting)): (reason, detail) = (.helper, "\(setting): \(name)")
        case .loaded(.unusable(let found, let fault)):
            key = found
            reason = Reason(rawValue: fault.rawValue) ?? .badBase64
        case .loaded(.none(let misses, let keys)):
            near = misses
            key = misses.first?.key
            detail = keys.isEmpty ? "–" : keys.prefix(10).joined(separator: ", ")
            reason = misses.first.flatMap { Reason(rawValue: $0.reason.rawValue) } ?? .noEntry
        }
        (self.key, self.username, self.detail, nearMisses) = (key, username, detail, near)
        wanted = report.plan.endpoint.hostAndPort
    }

    private let wanted: String

    private static func whetherSent(_ login: LoginFacts?) -> Reason {
        guard let login else { return .notAsked }
        switch login.sent {
        case .sent: return .used
        case .nothing(.plainHTTP): return .plainHTTP
        case .nothing(.realmNotHTTPS): return .realmNotHTTPS
        case .nothing(.foreignRealm): return .foreignRealm
        case .nothing(.unknownChallenge): return .unknownChallenge
        case .nothing(.noCredential): return .tokenServerUnreached
        }
    }

    /// `entry.REASON`
    package var phrase: Phrase {
        Phrase(
            "entry.\(reason.rawValue)",
            [
                "key": key ?? "–", "username": username ?? "–", "path": path ?? "–", "wanted": wanted,
                "detail": detail ?? "–",
            ]
        )
    }
}
