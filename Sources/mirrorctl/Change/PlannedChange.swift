import MirrorCore

/// A change that is computed and not written.
struct PlannedChange {
    let file: ClusterConfigFile
    let placement: MirrorPlacement
    let operation: ClusterOperation
    /// What the list is to be.
    let mirrors: [MirrorDraft]
    let change: FileChange

    init(
        file: ClusterConfigFile,
        placement: MirrorPlacement,
        operation: ClusterOperation,
        mirrors: [MirrorDraft],
        change: FileChange
    ) {
        self.file = file
        self.placement = placement
        self.operation = operation
        self.mirrors = mirrors
        self.change = change
    }

    /// The file as it is.
    init(unchanged file: ClusterConfigFile, path: String, operation: ClusterOperation) {
        let placement = file.config.placement(for: operation)
        let bytes = file.snapshot.bytes
        self.init(
            file: file,
            placement: placement,
            operation: operation,
            mirrors: file.config.registryMirrors(at: placement.place),
            change: FileChange(path: path, before: bytes, after: bytes)
        )
    }

    /// What has to be known before the write, refusals first.
    var concerns: [EditConcern] {
        IntendedEdit(
            config: file.config,
            place: placement.place,
            operation: operation,
            mirrors: MirrorCore.validate(mirrors, for: placement.place).mirrors ?? []
        ).concerns
    }

    var isRefused: Bool { concerns.contains { $0.severity == .refusal } }

    var consequence: ChangeConsequence {
        ChangeConsequence(
            groups: file.config.nodeGroups,
            from: file.config.registryMirrors(at: placement.place),
            to: mirrors,
            at: placement.place
        )
    }

    /// Place, reason and concerns, on standard error.
    func explain() {
        Console.error(texts(placement.reason))
        for concern in concerns where concern.severity != .note || change.kind != .unchanged {
            Console.error("\(concern.severity.rawValue): \(texts(concern.problem))\n  → \(texts(concern.fix))")
        }
    }

    /// The diff, then what it means, on standard output.
    func show() {
        Console.write(DiffText(change: change, hasColor: Console.hasColor).text, to: 1)
        let meaning = ConsequenceText(consequence: consequence, hasColor: Console.hasColor).text
        if !meaning.isEmpty { Console.write("\n" + meaning, to: 1) }
    }

    /// What to run after the write.
    var nextCommands: [ShellCommand] {
        guard let name = file.config.cluster?.name, !name.isEmpty else { return [] }
        return [operation == .create ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name)]
    }
}
