/// `collector.sh`, as it is run on a node.
package enum CollectorScript {
    package static let text = String(decoding: PackageResources.collector_sh, as: UTF8.self)

    /// What is wanted besides; set before the script itself.
    package struct Wishes: Equatable, Sendable {
        /// Passwords come along; else they are masked on the node.
        package var keepsSecrets = false
        /// The system's CA bundle comes along.
        package var takesSystemCAs = false

        package init(keepsSecrets: Bool = false, takesSystemCAs: Bool = false) {
            self.keepsSecrets = keepsSecrets
            self.takesSystemCAs = takesSystemCAs
        }
    }

    static func bytes(_ wishes: Wishes) -> [UInt8] {
        var settings = wishes.keepsSecrets ? "MIRRORCTL_SECRETS=keep\n" : "MIRRORCTL_SECRETS=mask\n"
        if wishes.takesSystemCAs { settings += "MIRRORCTL_SYSTEM_CAS=1\n" }
        // Not everything between us and a shell tells it that its input has ended.
        return Array((settings + text + "\nexit\n").utf8)
    }

    /// Reads the script from standard input as root when we are it or `sudo -n` makes us it, else as we are.
    static let shell =
        "if [ \"$(id -u)\" != 0 ] && sudo -n true 2>/dev/null </dev/null; then exec sudo -n /bin/sh; fi; exec /bin/sh"
}
