import MirrorCore

/// A node behind the operator's OpenSSH client, with its config, agent, jumps and known_hosts.
package struct SSHTarget: Equatable, Sendable {
    /// A name or an address, or a `Host` of the client's config.
    package var host: String
    package var user: String?
    package var privateKeyPath: String?
    /// Instead of the operator's own: `ssh -F`.
    package var configPath: String?

    /// One of this machine's own addresses: nobody has to be asked over SSH.
    package var isThisMachine: Bool { OwnAddresses.all.contains(host) }

    package init(host: String, user: String? = nil, privateKeyPath: String? = nil, configPath: String? = nil) {
        self.host = host
        self.user = user
        self.privateKeyPath = privateKeyPath
        self.configPath = configPath
    }

    /// Reads `[USER@]HOST`; `nil` for what OpenSSH would take for an option, and for blanks and control characters.
    package init?(_ text: String, configPath: String? = nil) {
        let at = text.lastIndex(of: "@")
        let host = at.map { text[text.index(after: $0)...] } ?? text[...]
        let user = at.map { String(text[..<$0]) }
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
        guard isPlain, !host.isEmpty, !host.hasPrefix("-"), user.map({ !$0.isEmpty && !$0.hasPrefix("-") }) ?? true
        else { return nil }
        self.init(host: String(host), user: user, configPath: configPath)
    }

    /// Nobody is asked anything: no passwords, no unknown host keys.
    func arguments(connectSeconds: Int) -> [String] {
        var words = configPath.map { ["-F", $0] } ?? []
        words += ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=\(connectSeconds)"]
        words += ["-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3"]
        if let user { words += ["-l", user] }
        if let privateKeyPath { words += ["-i", privateKeyPath] }
        return words
    }
}
