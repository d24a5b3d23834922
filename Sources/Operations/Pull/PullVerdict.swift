import Containerd
import Diagnosis
import MirrorSystem

/// What is said of one image on one node's files.
package struct PullVerdict: Sendable {
    package let plan: PullPlan
    package private(set) var findings: [Finding]

    /// - Parameter present: the version that the node has, when it is asked about another one.
    private init(_ explainer: PullExplainer, _ plan: PullPlan, present: ContainerdVersion?, configPath: String) {
        self.plan = plan
        var findings = PullJudge(explainer).findings(for: plan)
        if let present {
            let files = explainer.files
            findings += VersionComparison.findings(for: plan, present: present, files: files, configPath: configPath)
        }
        self.findings = findings
    }

    package init(_ image: String, _ explainer: inout PullExplainer, of pull: NodePull) throws(PullRefusal) {
        let plan = try explainer.plan(for: image)
        self.init(explainer, plan, present: pull.present, configPath: pull.configPath)
    }

    /// Judges a bundle again; `nil` when its image is none.
    package init?(_ bundle: EvidenceBundle) throws(PullRefusal) {
        guard let version = ContainerdVersion(bundle.containerdVersion), let image = bundle.image else { return nil }
        var explainer: PullExplainer
        do throws(PullExplainer.StartError) {
            explainer = try PullExplainer(
                version: version,
                files: bundle.files,
                configPath: bundle.configPath,
                isConfigNamed: bundle.isConfigNamed
            )
        } catch {
            throw .noStart(error, version)
        }
        guard let plan = try? explainer.plan(for: image) else { return nil }
        let present = bundle.presentVersion.flatMap { ContainerdVersion($0) }
        self.init(explainer, plan, present: present, configPath: bundle.configPath)
        add(bundle.findings, bundle.probes)
    }

    /// What was seen besides the files: each finding once.
    package mutating func add(_ more: [Finding], _ probes: [ProbeReport] = []) {
        findings = findings.adding(more, probed: probes)
    }

    package var hasProblem: Bool { !plan.usesMirror || findings.contains { $0.severity == .error } }
}
