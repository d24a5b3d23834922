import Diagnosis
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
    /// One for each mirror of the list.
    package var verdicts: [MirrorVerdict] {
        let issues = validated.issues
        return answers.mirrors.indices.map { index in
            if let issue = issues.first(where: { $0.mirror == index }) { return .unusable(issue) }
            let draft = answers.mirrors[index]
            guard let report = report(of: index) else { return .awaited }
            if lacksCAFile(draft, report) { return .uncheckedCA(secret: draft.caCertSecret) }
            guard let first = findings(of: report, draft).first(where: { $0.severity != .info }) else { return .good }
            return .found(first)
        }
    }

    /// The Secret with the current mirror's CA, where only its file would show whether nodes trust the mirror.
    package var uncheckedCASecret: String? {
        guard let report = mirrors.probe.current, report.isFinished, lacksCAFile(mirror, report) else { return nil }
        return mirror.caCertSecret
    }

    func lacksCAFile(_ draft: MirrorDraft, _ report: ProbeReport) -> Bool {
        !draft.caCertSecret.isEmpty && draft.caCertPath.isEmpty && place == .spec
            && report.tls?.problems.contains { $0.kind == .issuerUnknown } == true
    }
}
