import MirrorCore

/// The `hosts` entries that are missing in a cluster config file.
package struct AuditRemedies: Sendable {
    private let path: String
    private let place: MirrorPlace
    private let isUsualPlace: Bool
    package let mirrors: [RegistryMirror]

    /// - Parameters:
    ///   - path: of the file, as it was given.
    ///   - place: whose mirrors count.
    package init(_ config: ClusterConfig, path: String, place: MirrorPlace, mirrors: [RegistryMirror]) {
        self.path = path
        self.place = place
        self.mirrors = mirrors
        isUsualPlace = config.placement(for: .update).place == place
    }

    /// - Parameters:
    ///   - mirror: index of the mirror that is to serve them.
    /// - Returns: `nil` for what no `hosts` list can hold.
    package func command(adding registryHosts: [String], to mirror: Int) -> ShellCommand? {
        let hosts = registryHosts.compactMap { RegistryHost($0)?.name }
        guard !hosts.isEmpty, hosts.count == registryHosts.count else { return nil }
        var words = ["mirrorctl", "apply"] + ShellCommand.option("--cluster-config", path)
        if !isUsualPlace { words += ["--place", place.rawValue] }
        if mirrors.isEmpty {
            words += ["--endpoint", "https://HOST:PORT"] + hosts.flatMap { ["--host", $0] }
        } else {
            words += ["--mirror", "\(mirror + 1)"] + hosts.flatMap { ["--add-host", $0] }
        }
        return ShellCommand(words)
    }

    /// The file's mirrors as they would be with one that serves these registry hosts, and no other.
    package func serving(_ registryHosts: [String], by mirror: Int) -> [RegistryMirror] {
        guard mirrors.indices.contains(mirror) else { return [] }
        let one = mirrors[mirror]
        return [
            RegistryMirror(
                endpoint: one.endpoint,
                hosts: registryHosts.compactMap { RegistryHost($0) },
                caCert: one.caCert,
                pullCredential: one.pullCredential
            )
        ]
    }
}
