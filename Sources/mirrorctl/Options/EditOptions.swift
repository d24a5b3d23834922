import ArgumentParser
import MirrorCore
import MirrorSystem

extension ClusterOperation: ExpressibleByArgument {}

/// Which file, and what its mirrors are to be. A command that takes them calls `check`.
struct EditOptions: ParsableArguments {
    @Option(help: help("edit.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("edit.operation"))
    var operation: ClusterOperation = .update

    @Flag(help: help("edit.remove"))
    var remove = false

    @OptionGroup var mirror: MirrorOptions

    /// Neither mirrors nor their removal: the file as it is.
    var isWithoutMirrors: Bool { !remove && mirror.isEmpty }

    /// None of them was given.
    var isEmpty: Bool { clusterConfig == nil && isWithoutMirrors }

    func check(needsMirrors: Bool = true) throws {
        guard clusterConfig != nil else { throw ValidationError(texts("command.edit.noClusterConfig")) }
        if remove && !mirror.isEmpty || needsMirrors && isWithoutMirrors {
            throw ValidationError(texts("command.edit.invalid"))
        }
    }

    /// The change that would be made; refusals end the command with their sentence.
    func planned() throws -> PlannedChange {
        let path = clusterConfig ?? ""
        let file = try Files.clusterConfig(path)
        let placement = file.config.placement(for: operation)
        if isWithoutMirrors { return PlannedChange(unchanged: file, path: path, operation: operation) }
        let mirrors = remove ? [] : try mirror.validated(for: placement.place)
        let after: [UInt8]
        do {
            after = try ClusterConfigEditor.edit(file.snapshot.bytes, place: placement.place, mirrors: mirrors)
        } catch {
            throw Files.fail(error, path: path)
        }
        return PlannedChange(
            file: file,
            placement: placement,
            operation: operation,
            mirrors: mirrors.map { MirrorDraft($0) },
            change: FileChange(path: path, before: file.snapshot.bytes, after: after)
        )
    }
}
