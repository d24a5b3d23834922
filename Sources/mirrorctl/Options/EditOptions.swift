import ArgumentParser
import MirrorCore
import MirrorSystem

extension ClusterOperation: ExpressibleByArgument {}

/// Which file, and what its mirrors are to be.
struct EditOptions: ParsableArguments {
    @Option(help: help("edit.clusterConfig", "file"))
    var clusterConfig: String

    @Option(help: help("edit.operation"))
    var operation: ClusterOperation = .update

    @Flag(help: help("edit.remove"))
    var remove = false

    @OptionGroup var mirror: MirrorOptions

    func validate() throws {
        if remove == !mirror.isEmpty {
            throw ValidationError(texts("command.edit.invalid"))
        }
    }

    /// The change that would be made; refusals end the command with their sentence.
    func planned() throws -> PlannedChange {
        let file = try Files.clusterConfig(clusterConfig)
        let placement = file.config.placement(for: operation)
        let mirrors = remove ? [] : try mirror.validated(for: placement.place)
        let after: [UInt8]
        do {
            after = try ClusterConfigEditor.edit(file.snapshot.bytes, place: placement.place, mirrors: mirrors)
        } catch {
            throw Files.fail(error, path: clusterConfig)
        }
        return PlannedChange(
            file: file,
            placement: placement,
            operation: operation,
            mirrors: mirrors,
            change: FileChange(path: clusterConfig, before: file.snapshot.bytes, after: after)
        )
    }
}

/// A change that is computed and not written.
struct PlannedChange {
    let file: ClusterConfigFile
    let placement: MirrorPlacement
    let operation: ClusterOperation
    let mirrors: [RegistryMirror]
    let change: FileChange

    /// What has to be known before the write, refusals first.
    var concerns: [EditConcern] {
        IntendedEdit(config: file.config, place: placement.place, operation: operation, mirrors: mirrors).concerns
    }

    /// Place, reason and concerns, on standard error.
    func explain() {
        Console.error(texts(placement.reason))
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
