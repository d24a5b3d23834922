import Diagnosis
import MirrorCore

/// A mark is about every mirror of the list: the others are probed beside the current one, when the list is opened or
/// changes, and with ^R.
extension WizardState {
    /// What a probe of each mirror but the current one would ask; those that cannot be used are left out.
    package var otherPlans: [(mirror: Int, plan: ProbePlan)] {
        answers.mirrors.indices.filter { $0 != mirrorIndex }.compactMap { index in
            plan(of: answers.mirrors[index]).map { (index, $0) }
        }
    }

    mutating func probeOthers(anew: Bool) -> [Effect] {
        guard anew || mirrors.probe.others == nil else { return [] }
        let plans = otherPlans.map(\.plan).filter { plan in
            anew || !mirrors.probe.reports.contains { $0.plan == plan && $0.isFinished }
        }
        guard !plans.isEmpty else { return [] }
        if anew { mirrors.probe.reports.removeAll { plans.contains($0.plan) } }
        let request = nextRequest()
        mirrors.probe.others = request
        mirrors.probe.othersAsked = plans
        let isSpinning = mirrors.probe.running != nil
        return [.probeOthers(request, plans)] + (isSpinning ? [] : [.wake(.spin, milliseconds: Self.spinInterval)])
    }

    mutating func otherProbed(_ request: RequestID, _ report: ProbeReport) {
        guard mirrors.probe.others == request else { return }
        mirrors.probe.store(report)
    }

    /// What came to the list meanwhile is next.
    mutating func othersProbed(_ request: RequestID) -> [Effect] {
        guard mirrors.probe.others == request else { return [] }
        mirrors.probe.others = nil
        let asked = mirrors.probe.othersAsked
        return otherPlans.contains { !asked.contains($0.plan) } ? probeOthers(anew: false) : []
    }

    /// What is known of a mirror as it is answered now; `nil` until its probe has ended.
    func report(of index: Int) -> ProbeReport? {
        guard let plan = plan(of: answers.mirrors[index]),
            let report = mirrors.probe.reports.last(where: { $0.plan.isSameButForRehearsal(as: plan) }),
            report.isFinished
        else { return nil }
        return report
    }

    /// Findings of a mirror, as far as they say something that is known.
    func findings(of report: ProbeReport, _ draft: MirrorDraft) -> [Finding] {
        let isUnchecked = lacksCAFile(draft, report)
        // A file that is about to be made is not there yet.
        var isBeingMade = false
        if mirrors.login.isOpen, draft == mirror, case .unreadable = report.dockerConfig { isBeingMade = true }
        return diagnose(report).filter { finding in
            // What a file would show is not known, so it is no finding.
            !(isUnchecked && finding.field == .caCertPath)
                && !(isBeingMade && finding.field == .pullCredentialConfigPath)
        }
    }
}

extension ProbePlan {
    fileprivate func isSameButForRehearsal(as other: ProbePlan) -> Bool {
        var same = other
        same.rehearsesPush = rehearsesPush
        return same == self
    }
}
