import MirrorCore
import Texts

/// What may have made a pull fail besides what the log shows: known troubles of GDC releases that no mirror is to blame for.
/// The log is no evidence for any of them, and none is among `findings`.
extension PullTrace {
    /// - Parameter versions: of the cluster's nodes; empty when they are not known.
    package func possibleCauses(
        versions: [GDCVersion] = [],
        releases: ReleaseTable = .current
    ) -> [Finding] {
        guard result == .failed, let error, error.fault.leavesOpen || cause != nil else { return [] }
        return Self.possibleCauses(versions: versions, releases: releases)
    }

    /// The same for what shows a pull failing and no reason, as `ImagePullBackOff` does.
    package static func possibleCauses(
        versions: [GDCVersion],
        releases: ReleaseTable = .current
    ) -> [Finding] {
        releases.changes.compactMap { change in
            guard let effect = change.pulls else { return nil }
            let affected = versions.filter(change.endangersPulls)
            guard versions.isEmpty || !affected.isEmpty else { return nil }
            let since = change.since.map(\.description).joined(separator: ", ")
            let names = affected.map(\.description).joined(separator: ", ")
            let key = versions.isEmpty ? "trace.possible.\(effect.side.rawValue)" : "trace.possible.affected"
            return Finding(
                code: effect.finding,
                severity: .info,
                evidence: [],
                arguments: ["source": change.source],
                parts: ["when": Phrase(key, ["since": since, "versions": names])]
            )
        }
    }

    /// Codes that only the table of releases names.
    package static var possibleCodes: [FindingCode] {
        ReleaseTable.current.changes.compactMap { change in
            change.pulls.map { FindingCode(code: $0.finding, severity: .info) }
        }
    }
}

extension PullFault {
    /// Not a fault that says by itself why the pull failed.
    fileprivate var leavesOpen: Bool {
        switch self {
        case .ownStore, .inspection, .runtimeDown, .noImageService, .gaveUp, .other: true
        default: !isOfPuller
        }
    }
}
