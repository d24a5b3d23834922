import Containerd
import Diagnosis
import Operations

/// What `why` says of one image on one node's files.
struct WhyVerdict {
    let plan: PullPlan
    var findings: [Finding]

    /// - Parameter present: the version that the node has, when it is asked about another one.
    init(_ explainer: PullExplainer, _ plan: PullPlan, present: ContainerdVersion?, configPath: String) {
        self.plan = plan
        var findings = PullJudge(explainer).findings(for: plan)
        if let present {
            let files = explainer.files
            findings += VersionComparison.findings(for: plan, present: present, files: files, configPath: configPath)
        }
        self.findings = findings
    }

    /// Judges a bundle again; `nil` when its image is none.
    init?(_ bundle: EvidenceBundle) throws(PullExplainer.StartError) {
        guard let version = ContainerdVersion(bundle.containerdVersion), let image = bundle.image else { return nil }
        var explainer = try PullExplainer(
            version: version,
            files: bundle.files,
            configPath: bundle.configPath,
            isConfigNamed: bundle.isConfigNamed
        )
        guard let plan = try? explainer.explain(image) else { return nil }
        let present = bundle.presentVersion.flatMap { ContainerdVersion($0) }
        self.init(explainer, plan, present: present, configPath: bundle.configPath)
        add(bundle.findings, bundle.probes)
    }

    /// What was seen besides the files: each finding once.
    mutating func add(_ more: [Finding], _ probes: [ProbeReport]) {
        findings = findings.adding(more, probed: probes)
    }

    var hasProblem: Bool { !plan.usesMirror || findings.contains { $0.severity == .error } }

    func print(_ output: OutputOptions, live: NodeLive? = nil) throws {
        let findings = findings.map(\.withoutSecrets)
        if output.isJSON {
            try output.print(WhyJSON(plan: plan, findings: findings, live: live))
        } else {
            Console.out(WhyText(plan: plan, findings: findings, live: live).text)
        }
        if hasProblem || live?.isGood(plan) == false { throw ExitStatus.problem.exit }
    }

    /// Why nothing can be pulled at all.
    static func print(
        _ error: PullExplainer.StartError,
        _ version: ContainerdVersion,
        image: String,
        _ output: OutputOptions
    ) throws {
        let finding = VersionComparison.doesNotStart(error, version: version)
        if output.isJSON {
            try output.print(WhyJSON(image: image, version: version, error: error, findings: [finding]))
        } else {
            Console.out(texts(error.verdict(version)) + "\n\n" + FindingText(finding).text)
        }
    }
}
