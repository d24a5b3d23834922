import MirrorCore

/// What the answers mean, derived anew and never stored.
extension WizardState {
    package var clusterConfig: ClusterConfig? {
        if case .read(let config) = cluster { config } else { nil }
    }

    /// Where the mirrors belong: the page's rule for this cluster and operation.
    package var placement: MirrorPlacement {
        clusterConfig?.placement(for: answers.operation) ?? MirrorPlacement(type: nil, operation: answers.operation)
    }

    package var place: MirrorPlace { placement.place }

    package var validated: ValidatedMirrors { validate(answers.mirrors, for: place) }

    package var issuesOfCurrentMirror: [ValidationIssue] { validated.issues.filter { $0.mirror == mirrorIndex } }

    /// Whether the answers differ from the file.
    package var isChanged: Bool { answers.mirrors != baseline }

    /// Whether the next session should be able to take this one up.
    package var isWorthKeeping: Bool { isChanged || answers.push != PushAnswers() }

    /// A field's name across steps and mirrors.
    package func visitKey(_ field: Field, of step: StepID) -> String { "\(step).\(field.id).\(mirrorIndex)" }

    /// The findings about the current mirror, as answered now.
    package var findings: [Finding] { probe.current.map(diagnose) ?? [] }

    /// Mirrors and context for the renderers of node files, as far as the answers are valid.
    package var configuration: MirrorConfiguration? { validated.mirrors.map(MirrorConfiguration.init) }
}
