import Texts

/// Something an operator has to know before a change of mirrors is written: that it would have no effect, or another
/// one than meant.
package struct EditConcern: Equatable, Sendable {
    package enum Severity: String, Equatable, Sendable, CaseIterable {
        /// The change would have no effect: it is refused, with the one that would.
        case refusal
        case warning
        case note
    }

    package let severity: Severity
    /// Its texts are `concern.ID`, and `concern.fix.ID` for what to do.
    package let id: String
    package let arguments: [String: String]

    package init(_ severity: Severity, _ id: String, _ arguments: [String: String] = [:]) {
        self.severity = severity
        self.id = id
        self.arguments = arguments
    }

    /// Notes on a file that a concern says with more.
    package static let notesWithConcern: Set<String> = [
        "cluster.note.registryMeant", "cluster.note.mirrorMeant", "cluster.note.placeholder",
        "cluster.note.notExpanded",
    ]

    package var problem: Phrase { Phrase("concern.\(id)", arguments) }
    package var fix: Phrase { Phrase("concern.fix.\(id)", arguments) }
}

/// A change of mirrors and what is known of its cluster.
package struct IntendedEdit: Equatable, Sendable {
    /// The file as it is.
    package var config: ClusterConfig
    package var place: MirrorPlace
    package var operation: ClusterOperation
    package var mirrors: [RegistryMirror]
    /// Mirrors in the spec of the running cluster, when it was asked.
    package var live: [MirrorDraft]?
    /// What is at the paths that the header names, when it was looked at.
    package var pathFacts: [PathFact]
    package var releases: ReleaseTable

    package init(
        config: ClusterConfig,
        place: MirrorPlace,
        operation: ClusterOperation,
        mirrors: [RegistryMirror],
        live: [MirrorDraft]? = nil,
        pathFacts: [PathFact] = [],
        releases: ReleaseTable = .current
    ) {
        self.config = config
        self.place = place
        self.operation = operation
        self.mirrors = mirrors
        self.live = live
        self.pathFacts = pathFacts
        self.releases = releases
    }

    /// What is to be said before it is written, refusals first.
    package var concerns: [EditConcern] {
        let concerns = EditGuards.all.flatMap { $0(self) }
        return EditConcern.Severity.allCases.flatMap { severity in concerns.filter { $0.severity == severity } }
    }

    var type: ClusterType? { config.cluster?.type }
    var version: GDCVersion? { config.cluster?.version }
    /// The header of a user cluster is said to count for its update.
    var headerCounts: Bool { releases.headerRule(for: version) == .update }
    var headerArguments: [String: String] {
        ["version": version?.description ?? "", "first": releases.firstWithHeaderUpdate?.description ?? ""]
    }
    var present: [MirrorDraft] { config.registryMirrors(at: place).map { $0.fields(at: place) } }
    var intended: [MirrorDraft] { mirrors.map { MirrorDraft($0) } }
    var changes: Bool { present != intended }
}
