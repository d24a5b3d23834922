import Diagnosis
import MirrorCore
import MirrorSystem

/// A change that is computed and not written.
struct PlannedChange {
    let file: ClusterConfigFile
    let placement: MirrorPlacement
    let operation: ClusterOperation
    let mirrors: [RegistryMirror]
    /// What the list is to be, also where it is not valid because it stays as it is.
    let intended: [MirrorDraft]
    let change: FileChange
    /// What is at the paths that the header names.
    let pathFacts: [PathFact]
    let consequence: ChangeConsequence
    /// Besides what every change is looked at for.
    var more: [EditConcern] = []

    init(
        file: ClusterConfigFile,
        placement: MirrorPlacement,
        operation: ClusterOperation,
        mirrors: [RegistryMirror],
        more: [EditConcern] = []
    ) throws {
        let after: [UInt8]
        do {
            after = try file.edited(place: placement.place, mirrors: mirrors)
        } catch {
            throw Files.fail(error, path: file.snapshot.path)
        }
        self.init(file, placement, operation, mirrors, intended: mirrors.map { MirrorDraft($0) }, after: after)
        self.more = more
    }

    /// The file as it is.
    init(unchanged file: ClusterConfigFile, placement: MirrorPlacement, operation: ClusterOperation) {
        let present = file.config.registryMirrors(at: placement.place)
        let mirrors = MirrorCore.validate(present, for: placement.place).mirrors ?? []
        self.init(file, placement, operation, mirrors, intended: present, after: file.snapshot.bytes)
    }

    /// A text that was made before.
    init(
        _ file: ClusterConfigFile,
        _ placement: MirrorPlacement,
        _ operation: ClusterOperation,
        _ mirrors: [RegistryMirror],
        intended: [MirrorDraft],
        after: [UInt8]
    ) {
        let path = file.snapshot.path
        self.file = file
        self.placement = placement
        self.operation = operation
        self.mirrors = mirrors
        self.intended = intended
        change = FileChange(path: path, before: file.snapshot.bytes, after: after)
        let edit = IntendedEdit(config: file.config, place: placement.place, operation: operation, mirrors: mirrors)
        pathFacts = PathFacts.of(edit.pathsToCheck, clusterConfigPath: path)
        consequence = ChangeConsequence(
            groups: file.config.nodeGroups,
            from: file.config.registryMirrors(at: placement.place),
            to: intended,
            at: placement.place
        )
    }

    /// What has to be known before the write, refusals first.
    var concerns: [EditConcern] {
        let concerns =
            IntendedEdit(
                config: file.config,
                place: placement.place,
                operation: operation,
                mirrors: mirrors,
                pathFacts: pathFacts
            ).concerns + more + (change.kind == .unchanged ? [] : file.snapshot.concerns)
        return EditConcern.Severity.allCases.flatMap { severity in concerns.filter { $0.severity == severity } }
    }

    var isRefused: Bool { concerns.contains { $0.severity == .refusal } }

    /// Place, reason, notes and concerns, on standard error.
    func explain() {
        Console.error(texts(placement.reason))
        for note in file.config.notes where !EditConcern.notesWithConcern.contains(note.key) {
            Console.error("\(EditConcern.Severity.note.rawValue): \(texts(note))")
        }
        for concern in concerns where concern.severity != .note || change.kind != .unchanged {
            Console.error("\(concern.severity.rawValue): \(texts(concern.problem))\n  → \(texts(concern.fix))")
        }
    }

    /// The diff, then what it means, on standard output.
    func show() {
        Console.show(DiffText(change: change, hasColor: Console.hasColor).text)
        let meaning = ConsequenceText(consequence: consequence, hasColor: Console.hasColor).text
        if !meaning.isEmpty { Console.show("\n" + meaning) }
    }

    /// What to run after the write.
    func nextCommands(kubeconfig: String) -> [ShellCommand] {
        guard let name = file.config.cluster?.name, !name.isEmpty else { return [] }
        return [
            operation == .create
                ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name, kubeconfig: kubeconfig)
        ]
    }
}
