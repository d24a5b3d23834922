import Diagnosis
import MirrorCore

/// What the answers mean, derived anew and never stored.
extension WizardState {
    package var clusterConfig: ClusterConfig? {
        if case .read(let config) = mirrors.cluster { config } else { nil }
    }

    /// Where the mirrors belong: the page's rule for this cluster, its version and the operation, and where that leaves a
    /// choice, the answer.
    package var placement: MirrorPlacement {
        let usual =
            clusterConfig?.placement(for: answers.operation)
            ?? MirrorPlacement(type: nil, operation: answers.operation)
        return usual.alternative == nil ? usual : usual.choosing(answers.place)
    }

    package var place: MirrorPlace { placement.place }

    /// The lines that the cluster's nodes are on; those of today's releases while no version is known.
    package var nodeLines: [NodeLine] {
        let releases = ReleaseTable.current
        let groups = clusterConfig?.nodeGroups ?? []
        if groups.isEmpty { return releases.currentLines }
        return releases.lines.filter { line in groups.contains { $0.lines().contains(line) } }
    }

    package var validated: ValidatedMirrors { validate(answers.mirrors, for: place) }

    package var issuesOfCurrentMirror: [ValidationIssue] { validated.issues.filter { $0.mirror == mirrorIndex } }

    /// Whether the answers differ from the file.
    package var isChanged: Bool { answers.mirrors != mirrors.baseline }

    /// A field of the current mirror, as it is remembered that it was left.
    package func visit(_ field: Field, of step: StepID) -> FieldVisit {
        FieldVisit(step: step, field: field.id, mirror: mirrorIndex)
    }

    /// The findings about the current mirror, as answered now.
    package var findings: [Finding] {
        let all = mirrors.probe.current.map(diagnose) ?? []
        // What a file would show is not known, so it is no finding.
        return uncheckedCASecret == nil ? all : all.filter { $0.field != .caCertPath }
    }

    /// Mirrors and context for the renderers of node files, as far as the answers are valid.
    package var configuration: MirrorConfiguration? { validated.mirrors.map(MirrorConfiguration.init) }
}
