import Diagnosis
import MirrorCore

/// The probe of the current mirror, and what earlier ones found.
package struct ProbeState: Equatable, Sendable {
    /// The probe under way.
    package var running: RequestID?
    /// What a probe would ask now; changes with the answers.
    package var plan: ProbePlan?
    /// The wake-up that would start the next one.
    package var scheduled: RequestID?
    /// One report for each plan that was probed, the latest last.
    package var reports: [ProbeReport] = []
    /// The probes of the other mirrors under way.
    package var others: RequestID?
    var othersAsked: [ProbePlan] = []
    /// The operator wants a push rehearsed, until the answers change.
    package var rehearses = false
    /// Advances while a probe runs, for the sign of life on the screen.
    package var frame = 0

    /// The report that belongs to the answers as they are now.
    package var current: ProbeReport? {
        guard let plan else { return nil }
        return reports.last { $0.plan == plan }
    }

    package mutating func store(_ report: ProbeReport) {
        reports.removeAll { $0.plan == report.plan }
        reports.append(report)
        if reports.count > 64 { reports.removeFirst() }
    }
}

extension WizardState {
    /// The probe that the current mirror calls for; `nil` while its endpoint, CA or namespace cannot be used.
    package var wantedPlan: ProbePlan? {
        var plan = plan(of: mirror)
        plan?.rehearsesPush = mirrors.probe.rehearses
        return plan
    }

    /// What a probe of this mirror asks.
    func plan(of mirror: MirrorDraft) -> ProbePlan? {
        var draft = mirror
        // Hosts and Secrets have no say in how the mirror answers; paths have, also for a cluster's spec form.
        draft.hosts = []
        guard let mirror = validate([draft], for: .header).mirrors?.first else { return nil }
        let image = answers.probeImage.trimmingBlanks
        var plan = ProbePlan(endpoint: mirror.endpoint, images: image.isEmpty ? [] : [image])
        switch mirrors.cluster {
        case .read(let config): plan.nodeProxy = config.cluster.map { $0.proxy ?? ClusterConfig.Proxy.absent }
        // The file that is read anew is most likely the same.
        case .reading: plan.nodeProxy = mirrors.probe.plan?.nodeProxy
        case .none, .failed, .repairable: break
        }
        if case .file(let path) = mirror.caCert { plan.caCertPath = path }
        if case .file(let path) = mirror.pullCredential { plan.pullCredentialConfigPath = path }
        return plan
    }
}
