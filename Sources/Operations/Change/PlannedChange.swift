import Diagnosis
import MirrorCore
import MirrorSystem

/// A change of a cluster config file that is computed and not written.
package struct PlannedChange: Sendable {
    package let file: ClusterConfigFile
    package let placement: MirrorPlacement
    /// What the list is to be, also where it is not valid because it stays as it is.
    package let intended: [MirrorDraft]
    package let judged: JudgedChange

    package init(
        file: ClusterConfigFile,
        placement: MirrorPlacement,
        operation: ClusterOperation,
        mirrors: [RegistryMirror],
        more: [EditConcern] = []
    ) throws(ClusterConfigEditError) {
        let after = try file.edited(place: placement.place, mirrors: mirrors)
        let intended = mirrors.map { MirrorDraft($0) }
        self.init(file, placement, operation, mirrors, intended: intended, after: after, more: more)
    }

    /// The file as it is.
    package init(unchanged file: ClusterConfigFile, placement: MirrorPlacement, operation: ClusterOperation) {
        let present = file.config.registryMirrors(at: placement.place)
        let mirrors = validate(present, for: placement.place).mirrors ?? []
        self.init(file, placement, operation, mirrors, intended: present, after: file.snapshot.bytes)
    }

    /// A text that was made before.
    package init(
        _ file: ClusterConfigFile,
        _ placement: MirrorPlacement,
        _ operation: ClusterOperation,
        _ mirrors: [RegistryMirror],
        intended: [MirrorDraft],
        after: [UInt8],
        more: [EditConcern] = []
    ) {
        self.file = file
        self.placement = placement
        self.intended = intended
        let change = FileChange(path: file.snapshot.path, before: file.snapshot.bytes, after: after)
        judged = JudgedChange(
            change,
            IntendedEdit(config: file.config, place: placement.place, operation: operation, mirrors: mirrors),
            intended: intended,
            besides: file.snapshot.path,
            more: more + (change.kind == .unchanged ? [] : file.snapshot.concerns)
        )
    }

    package var operation: ClusterOperation { judged.edit.operation }
    package var mirrors: [RegistryMirror] { judged.edit.mirrors }
    package var change: FileChange { judged.change }
    package var consequence: ChangeConsequence { judged.consequence }
    package var concerns: [EditConcern] { judged.concerns }
    package var isRefused: Bool { judged.isRefused }

    /// What to run after the write.
    package func nextCommands(kubeconfig: String) -> [ShellCommand] {
        guard let name = file.config.cluster?.name, !name.isEmpty else { return [] }
        return [
            operation == .create
                ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name, kubeconfig: kubeconfig)
        ]
    }
}
