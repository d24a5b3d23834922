import Diagnosis
import MirrorCore
import MirrorSystem

/// What a change of a file's mirrors comes to, before it is written.
package struct JudgedChange: Sendable {
    package let change: FileChange
    /// With what is at the paths that the header names.
    package let edit: IntendedEdit
    package let consequence: ChangeConsequence
    /// Besides what every change is looked at for.
    private let more: [EditConcern]

    /// - Parameters:
    ///   - edit: nothing has to be known of its paths.
    ///   - intended: what the list is to be, also where it is not valid because it stays as it is.
    ///   - path: of the cluster config file, which relative paths count from.
    package init(
        _ change: FileChange,
        _ edit: IntendedEdit,
        intended: [MirrorDraft],
        besides path: String,
        more: [EditConcern] = []
    ) {
        self.change = change
        self.more = more
        var edit = edit
        edit.pathFacts = PathFacts.of(edit.pathsToCheck, clusterConfigPath: path)
        self.edit = edit
        consequence = ChangeConsequence(
            groups: edit.config.nodeGroups,
            from: edit.config.registryMirrors(at: edit.place),
            to: intended,
            at: edit.place
        )
    }

    /// A file that is not there yet, with a header of these mirrors.
    package init(
        newHeader path: String,
        mirrors: [RegistryMirror],
        operation: ClusterOperation,
        place: MirrorPlace,
        more: [EditConcern] = []
    ) {
        let text = ClusterHeaderYAML().render(MirrorConfiguration(mirrors: mirrors))[0].text
        self.init(
            FileChange(path: path, before: nil, after: Array(text.utf8)),
            IntendedEdit(config: ClusterConfig(), place: place, operation: operation, mirrors: mirrors),
            intended: mirrors.map { MirrorDraft($0) },
            besides: "",
            more: more
        )
    }

    /// What has to be known before the write, refusals first.
    package var concerns: [EditConcern] {
        let concerns = edit.concerns + more
        return EditConcern.Severity.allCases.flatMap { severity in concerns.filter { $0.severity == severity } }
    }

    package var isRefused: Bool { concerns.contains { $0.severity == .refusal } }
}
