import MirrorCore
import Texts

/// What is known of one mirror of the list.
package enum MirrorVerdict: Equatable, Sendable {
    /// An answer cannot be used.
    case unusable(ValidationIssue)
    /// The probe runs, or is about to.
    case awaited
    /// The CA is in this Secret, which is not read here: only a file shows whether nodes would trust the mirror.
    case uncheckedCA(secret: String)
    /// The first of what the probe found.
    case found(Finding)
    case good

    package var isWrong: Bool {
        switch self {
        case .unusable: true
        case .found(let finding): finding.severity == .error
        case .awaited, .uncheckedCA, .good: false
        }
    }

    package var isDoubtful: Bool {
        switch self {
        case .uncheckedCA: true
        case .found(let finding): finding.severity == .warning
        case .unusable, .awaited, .good: false
        }
    }
}

extension WizardState {
    package func verdict(_ index: Int) -> MirrorVerdict {
        if let issue = validated.issues.first(where: { $0.mirror == index }) { return .unusable(issue) }
        guard answers.mirrors.indices.contains(index), let plan = plan(of: answers.mirrors[index]),
            let report = mirrors.probe.reports.last(where: { $0.plan.isSameButForRehearsal(as: plan) }),
            report.isFinished
        else { return .awaited }
        let draft = answers.mirrors[index]
        let isCAUnknown = report.tls?.problems.contains { $0.kind == .issuerUnknown } == true
        if place == .spec, !draft.caCertSecret.isEmpty, draft.caCertPath.isEmpty, isCAUnknown {
            return .uncheckedCA(secret: draft.caCertSecret)
        }
        guard let first = diagnose(report).first(where: { $0.severity != .info }) else { return .good }
        return .found(first)
    }
}

extension ProbePlan {
    fileprivate func isSameButForRehearsal(as other: ProbePlan) -> Bool {
        var same = other
        same.rehearsesPush = rehearsesPush
        return same == self
    }
}
