import MirrorCore

/// What is to be looked at before an upgrade: everything an operator answers.
package struct ReadyQuestion: Equatable, Sendable {
    package static let usualDays = 30

    package var target: UpgradeTarget
    package var clusterConfigPath: String
    /// Files or folders with images.
    package var packages: [String] = []
    package var live: LiveSource?
    /// A folder with nodes' reports.
    package var reports: String?
    /// What ends within so many days is wrong.
    package var days = ReadyQuestion.usualDays
    /// Files with what the cluster config file only names as Secrets.
    package var caCertPath: String?
    package var dockerConfigPath: String?

    package init(target: UpgradeTarget, clusterConfigPath: String) {
        self.target = target
        self.clusterConfigPath = clusterConfigPath
    }

    /// The subcommand that asks it.
    package var command: ShellCommand {
        func option(_ name: String, _ value: String) -> [String] { ShellCommand.option(name, value) }
        var words = ["mirrorctl", "ready", "--to", "\(target)"] + option("--cluster-config", clusterConfigPath)
        for package in packages { words += option("--package", package) }
        switch live {
        case .saved(let path): words += option("--live", path)
        case .kubectl(let kubeconfig): words += option("--kubeconfig", kubeconfig)
        case nil: break
        }
        if let reports { words += option("--reports", reports) }
        if let caCertPath { words += option("--ca-cert", caCertPath) }
        if let dockerConfigPath { words += option("--docker-config", dockerConfigPath) }
        if days != Self.usualDays { words += ["--within", "\(days)d"] }
        return ShellCommand(words)
    }

    /// `30d`, `4w`, `30`: days; `nil` for anything else, and beyond a hundred years.
    package static func days(_ text: String) -> Int? {
        let unit = text.last == "w" ? 7 : 1
        let digits = text.last == "d" || text.last == "w" ? text.dropLast() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits),
            count <= 36_500 / unit
        else { return nil }
        return count * unit
    }
}
