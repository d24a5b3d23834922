import MirrorCore
import RegistryClient

/// Whose files a pull is explained by, and where its live attempts begin.
package struct NodePull: Sendable {
    package let files: any NodeFiles
    package let configPath: String
    package let version: ContainerdVersion
    package let isVersionGuessed: Bool
    /// The version that the node has, when another one was asked about.
    package let present: ContainerdVersion?
    /// The node that connections begin at; `nil` for this machine.
    package let connection: NodeConnection?
    /// The node's CA bundle, PEM.
    package let systemCAs: [UInt8]?
    package private(set) var credentials = RegistryCredentials()

    /// This machine, or a copied tree.
    package init(
        files: any NodeFiles,
        version: ContainerdVersion,
        isVersionGuessed: Bool,
        present: ContainerdVersion? = nil
    ) {
        self.present = present
        self.files = files
        self.version = version
        self.isVersionGuessed = isVersionGuessed
        configPath = ContainerdConfig.defaultPath
        connection = nil
        systemCAs = nil
    }

    /// A node that was asked just now.
    package init(report: NodeReport, connection: NodeConnection?, givenVersion: ContainerdVersion? = nil) {
        let guess = ContainerdVersion.guess(from: report.files, configPath: report.configPath)
        files = report.files
        configPath = report.configPath
        version = givenVersion ?? report.containerdVersion ?? guess
        isVersionGuessed = givenVersion == nil && report.containerdVersion == nil
        present = givenVersion == nil ? nil : report.containerdVersion
        self.connection = connection
        systemCAs = report.systemCAPath.flatMap { try? report.files.read($0) }
    }

    /// Asks a node over SSH; with `isLive` its connection stays for the attempts.
    package static func ask(
        _ target: SSHTarget,
        isLive: Bool,
        givenVersion: ContainerdVersion?,
        deadlineSeconds: Int = 30,
        cancellation: Cancellation = Cancellation()
    ) throws(NodeFailure) -> NodePull {
        let wishes = CollectorScript.Wishes(keepsSecrets: isLive, takesSystemCAs: isLive)
        let collector = NodeCollector(deadlineSeconds: deadlineSeconds, wishes: wishes)
        let connection =
            isLive ? try NodeConnection.open(target, deadlineSeconds: deadlineSeconds, cancellation: cancellation) : nil
        switch collector.collect(target, sharing: connection?.controlPath, cancellation: cancellation) {
        case .report(let report): return NodePull(report: report, connection: connection, givenVersion: givenVersion)
        case .failure(let failure):
            connection?.close()
            throw failure
        }
    }

    /// With the logins of the configuration, as far as they could be read.
    package func with(_ credentials: RegistryCredentials) -> NodePull {
        var pull = self
        pull.credentials = credentials
        return pull
    }

    package func live(_ plan: PullPlan) -> LivePull {
        LivePull(plan: plan, files: files, connector: connection, systemCAs: systemCAs)
    }

    /// Probes the mirrors of a plan from the node: each address once.
    package func probes(_ plan: PullPlan, deadlineSeconds: Int = 30) -> [ProbeReport] {
        guard let connection else { return [] }
        var seen: Set<MirrorEndpoint> = []
        return plan.resolving.compactMap { attempt in
            guard !attempt.isUpstream, attempt.endpoint.tls.skipVerify != true,
                let endpoint = MirrorEndpoint(attempt.endpoint), seen.insert(endpoint).inserted
            else { return nil }
            let probe = ProbePlan(
                endpoint: endpoint,
                caCertPath: attempt.endpoint.tls.caFiles?.first,
                images: [plan.reference.normalized],
                deadlineSeconds: deadlineSeconds
            )
            return Prober(from: .node(connection, pull: self)).probe(probe)
        }
    }
}
