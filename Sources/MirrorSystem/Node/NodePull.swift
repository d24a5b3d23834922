import Containerd
import Diagnosis
import MirrorCore
import RegistryClient
import Threads

/// Whose files a pull is explained by, and where its live attempts begin.
package struct NodePull: Sendable {
    package let files: any NodeFiles
    package let configPath: String
    /// `--config` of the unit names it.
    package let isConfigNamed: Bool
    package let version: ContainerdVersion
    package let isVersionGuessed: Bool
    /// The version that the node has, when another one was asked about.
    package let present: ContainerdVersion?
    /// The node that connections begin at; `nil` for this machine.
    package let connection: (any NodeLink)?
    package let view: NodeView
    /// What the node said; `nil` for this machine and for a tree.
    package let report: NodeReport?
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
        let unit = ContainerdUnit(in: files)
        (configPath, isConfigNamed) = (unit.configPath, unit.isConfigNamed)
        connection = nil
        report = nil
        view = NodeView(files: files)
    }

    /// A node that was asked just now.
    package init(report: NodeReport, connection: (any NodeLink)?, givenVersion: ContainerdVersion? = nil) {
        let guess = ContainerdVersion.guess(from: report.files, configPath: report.configPath)
        files = report.files
        (configPath, isConfigNamed) = (report.configPath, report.isConfigNamed)
        version = givenVersion ?? report.containerdVersion ?? guess
        isVersionGuessed = givenVersion == nil && report.containerdVersion == nil
        present = givenVersion == nil ? nil : report.containerdVersion
        self.connection = connection
        self.report = report
        view = NodeView(
            files: report.files,
            connector: connection,
            systemCAs: report.systemCAPath.flatMap { try? report.files.read($0) },
            proxies: ProxySettings(environment: report.environment)
        )
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

    /// Asks a node through a pod that runs there; with `isLive` it stays for the attempts.
    package static func ask(
        through connection: PodConnection,
        isLive: Bool,
        givenVersion: ContainerdVersion?,
        deadlineSeconds: Int = 30,
        cancellation: Cancellation = Cancellation()
    ) throws(NodeFailure) -> NodePull {
        let wishes = CollectorScript.Wishes(keepsSecrets: isLive, takesSystemCAs: isLive)
        let collector = NodeCollector(deadlineSeconds: deadlineSeconds, wishes: wishes)
        let outcome = collector.collect(through: connection, cancellation: cancellation)
        if case .report(let report) = outcome, isLive {
            return NodePull(report: report, connection: connection, givenVersion: givenVersion)
        }
        connection.close()
        switch outcome {
        case .report(let report): return NodePull(report: report, connection: nil, givenVersion: givenVersion)
        case .failure(let failure): throw failure
        }
    }

    /// With the logins of the configuration, as far as they could be read.
    package func with(_ credentials: RegistryCredentials) -> NodePull {
        var pull = self
        pull.credentials = credentials
        return pull
    }

    package func live(_ plan: PullPlan) -> LivePull {
        report == nil ? LivePull(plan: plan, files: files) : LivePull(plan: plan, view: view)
    }

    /// Probes the mirrors of a plan from the node: each address once.
    /// - Parameter without: attempts that are left out.
    package func probes(_ plan: PullPlan, without: Set<Int> = [], deadlineSeconds: Int = 30) -> [ProbeReport] {
        guard connection != nil else { return [] }
        var seen: Set<MirrorEndpoint> = []
        return plan.resolving.compactMap { attempt in
            guard !attempt.isUpstream, !without.contains(attempt.index),
                let endpoint = MirrorEndpoint(attempt.endpoint), seen.insert(endpoint).inserted
            else { return nil }
            let tls = attempt.endpoint.tls
            let probe = ProbePlan(
                endpoint: endpoint,
                caCertPath: tls.caFiles?.first,
                images: [plan.reference.normalized],
                deadlineSeconds: deadlineSeconds
            )
            return Prober(from: .node(view, tls, credentials)).probe(probe)
        }
    }

    /// The configuration as the version reads it.
    package func explainer(files: (any NodeFiles)? = nil) throws(PullExplainer.StartError) -> PullExplainer {
        try PullExplainer(
            version: version,
            files: files ?? self.files,
            configPath: configPath,
            isConfigNamed: isConfigNamed
        )
    }

    /// What stands between the node and a mirror of the plan, and what a tree lacks.
    package func findings(_ plan: PullPlan, node: String) -> [Finding] {
        let hosts = Set(plan.resolving.map(\.endpoint.host))
        let report = report ?? NodeReport(gathering: files)
        var inspection = NodeInspection(target: node, outcome: .report(report), now: 0)
        inspection.givenVersion = version
        let judgement = NodeJudgement(inspection)
        return judgement.treeFindings
            + judgement.proxyFindings.filter { hosts.contains($0.arguments["endpoint"] ?? "") }
    }
}
