import ArgumentParser
import MirrorCore
import MirrorSystem

extension ClusterOperation: ExpressibleByArgument {}
extension MirrorPlace: ExpressibleByArgument {}

/// Which file, and what its mirrors are to be.
struct EditOptions: ParsableArguments {
    @Option(help: help("edit.clusterConfig", "file"))
    var clusterConfig: String

    @Option(help: help("edit.operation"))
    var operation: ClusterOperation = .update

    @Option(help: help("edit.place"))
    var place: MirrorPlace?

    @Flag(help: help("edit.template"))
    var template = false

    @Flag(help: help("edit.remove"))
    var remove = false

    @OptionGroup var mirror: MirrorOptions
    @OptionGroup var list: ListEditOptions

    func validate() throws {
        let ways = [remove, !mirror.isEmpty, !list.isEmpty].count { $0 }
        if ways != 1 || list.add && mirror.isEmpty { throw ValidationError(texts("command.edit.invalid")) }
    }

    /// The change that would be made; refusals end the command with their sentence.
    func planned() throws -> PlannedChange {
        let file = try Files.clusterConfig(clusterConfig, isTemplate: template)
        let placement = place.map { MirrorPlacement(asked: $0) } ?? file.config.placement(for: operation)
        let mirrors = try wanted(file.config.registryMirrors(at: placement.place), at: placement.place)
        return try PlannedChange(file: file, placement: placement, operation: operation, mirrors: mirrors)
    }

    private func wanted(_ present: [MirrorDraft], at place: MirrorPlace) throws -> [RegistryMirror] {
        if remove { return [] }
        if !list.isEmpty { return try valid(list.edited(present), for: place) }
        return try valid((list.add ? present : []) + mirror.drafts(), for: place)
    }
}

/// A change that is computed and not written.
struct PlannedChange {
    let file: ClusterConfigFile
    let placement: MirrorPlacement
    let operation: ClusterOperation
    let mirrors: [RegistryMirror]
    let change: FileChange
    /// What is at the paths that the header names.
    let pathFacts: [PathFact]
    /// Besides what every change is looked at for.
    var more: [EditConcern] = []

    init(
        file: ClusterConfigFile,
        placement: MirrorPlacement,
        operation: ClusterOperation,
        mirrors: [RegistryMirror],
        more: [EditConcern] = []
    ) throws {
        let path = file.snapshot.path
        do {
            let after = try file.edited(place: placement.place, mirrors: mirrors)
            change = FileChange(path: path, before: file.snapshot.bytes, after: after)
        } catch {
            throw Files.fail(error, path: path)
        }
        self.file = file
        self.placement = placement
        self.operation = operation
        self.mirrors = mirrors
        self.more = more
        let edit = IntendedEdit(config: file.config, place: placement.place, operation: operation, mirrors: mirrors)
        pathFacts = PathFacts.of(edit.pathsToCheck, clusterConfigPath: path)
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
            ).concerns + more
        return EditConcern.Severity.allCases.flatMap { severity in concerns.filter { $0.severity == severity } }
    }

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

    /// What to run after the write.
    var nextCommands: [ShellCommand] {
        guard let name = file.config.cluster?.name, !name.isEmpty else { return [] }
        return [operation == .create ? BmctlCommand.createCluster(name) : BmctlCommand.updateCluster(name)]
    }
}
