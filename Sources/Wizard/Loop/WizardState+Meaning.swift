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

    package var validated: ValidatedMirrors { checked.validated(answers.mirrors, at: place) }

    package var issuesOfCurrentMirror: [ValidationIssue] { validated.issues.filter { $0.mirror == mirrorIndex } }

    /// Whether the answers differ from the file.
    package var isChanged: Bool { answers.mirrors != mirrors.baseline }

    /// A field of the current mirror, as it is remembered that it was left.
    package func visit(_ field: Field, of step: StepID) -> FieldVisit {
        FieldVisit(step: step, field: field.id, mirror: mirrorIndex)
    }

    /// The findings about the current mirror, as answered now.
    package var findings: [Finding] {
        mirrors.probe.current.map { findings(of: $0, mirror) } ?? []
    }

    package func hasIssue(_ field: DraftField) -> Bool { issuesOfCurrentMirror.contains { $0.field == field } }

    /// What is so with an answer of the current mirror: whether it is valid, and what the probe found of it. Where one has
    /// been is no mark.
    package func status(of field: DraftField) -> StepStatus {
        if hasIssue(field) { return .wrong }
        let severities = findings.filter { $0.field == field }.map(\.severity)
        if severities.contains(.error) { return .wrong }
        let isUnchecked = uncheckedCASecret != nil && (field == .caCertSecret || field == .caCertPath)
        if severities.contains(.warning) || isUnchecked { return .doubtful }
        return mirrors.probe.current?.isFinished == true && !isEmpty(field) ? .done : .pending
    }

    private func isEmpty(_ field: DraftField) -> Bool {
        switch field {
        case .endpoint: mirror.endpoint.isEmpty
        case .mirrorNamespace: mirror.mirrorNamespace.isEmpty && namespaceInURL == nil
        case .caCertPath: mirror.caCertPath.isEmpty
        case .pullCredentialConfigPath: mirror.pullCredentialConfigPath.isEmpty
        case .hosts: false
        // Only a file shows whether a Secret is good.
        case .caCertSecret: mirror.caCertPath.isEmpty
        case .pullCredentialSecret: mirror.pullCredentialConfigPath.isEmpty
        case .clusterConfig: true
        }
    }

    /// The namespace, where it was typed with the address.
    var namespaceInURL: String? {
        guard mirror.mirrorNamespace.isEmpty, let syntax = try? EndpointSyntax(mirror.endpoint) else { return nil }
        return syntax.namespace
    }

    /// Mirrors and context for the renderers of node files, as far as the answers are valid.
    package var configuration: MirrorConfiguration? { validated.mirrors.map(MirrorConfiguration.init) }
}
