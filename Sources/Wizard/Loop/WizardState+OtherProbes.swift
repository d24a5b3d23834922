import Diagnosis

/// The probe's page is about every mirror of the list: the others are probed when it is opened, and with ^R.
extension WizardState {
    /// What a probe of each mirror but the current one would ask; those that cannot be used are left out.
    package var otherPlans: [(mirror: Int, plan: ProbePlan)] {
        answers.mirrors.indices.filter { $0 != mirrorIndex }.compactMap { index in
            plan(of: answers.mirrors[index]).map { (index, $0) }
        }
    }

    mutating func probeOthers(anew: Bool) -> [Effect] {
        let plans = otherPlans.map(\.plan).filter { plan in
            anew || !mirrors.probe.reports.contains { $0.plan == plan && $0.isFinished }
        }
        guard !plans.isEmpty, anew || mirrors.probe.others == nil else { return [] }
        if anew { mirrors.probe.reports.removeAll { plans.contains($0.plan) } }
        let request = nextRequest()
        mirrors.probe.others = request
        return [.probeOthers(request, plans), .wake(.spin, milliseconds: Self.spinInterval)]
    }

    mutating func otherProbed(_ request: RequestID, _ report: ProbeReport) {
        guard mirrors.probe.others == request else { return }
        mirrors.probe.store(report)
    }

    mutating func othersProbed(_ request: RequestID) {
        if mirrors.probe.others == request { mirrors.probe.others = nil }
    }
}
