import ArgumentParser
import MirrorCore
import MirrorSystem
import Operations

extension ClusterOperation: ExpressibleByArgument {}
extension MirrorPlace: ExpressibleByArgument {}

/// Which file, and what its mirrors are to be. A command that takes them calls `check`.
struct EditOptions: ParsableArguments {
    @Option(help: help("edit.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(name: .customLong("operation"), help: help("edit.operation"))
    var givenOperation: ClusterOperation?

    @Option(help: help("edit.place"))
    var place: MirrorPlace?

    @Flag(help: help("edit.template"))
    var template = false

    @Flag(help: help("edit.remove"))
    var remove = false

    @OptionGroup var mirror: MirrorOptions
    @OptionGroup var list: ListEditOptions

    /// How many ways to say what the mirrors are to be were taken.
    private var ways: Int { [remove, !mirror.isEmpty, !list.isEmpty].count { $0 } }

    var operation: ClusterOperation { givenOperation ?? .update }

    /// None of them was given.
    var isEmpty: Bool {
        clusterConfig == nil && ways == 0 && givenOperation == nil && place == nil && !template
    }

    /// - Parameter needsMirrors: `false` when the file as it is will do.
    func check(needsMirrors: Bool = true) throws {
        guard clusterConfig != nil else { throw ValidationError(texts("command.edit.noClusterConfig")) }
        let isEnough = ways == 1 || ways == 0 && !needsMirrors
        if !isEnough || list.add && mirror.isEmpty { throw ValidationError(texts("command.edit.invalid")) }
    }

    /// The change that would be made; refusals end the command with their sentence.
    func planned() throws -> PlannedChange {
        let file = try Files.clusterConfig(clusterConfig ?? "", isTemplate: template)
        let placement = file.config.placement(for: operation).choosing(place)
        guard ways > 0 else { return PlannedChange(unchanged: file, placement: placement, operation: operation) }
        let mirrors = try wanted(file.config.registryMirrors(at: placement.place), at: placement.place)
        return try Files.planned(file.snapshot.path) { () throws(ClusterConfigEditError) in
            try PlannedChange(file: file, placement: placement, operation: operation, mirrors: mirrors)
        }
    }

    private func wanted(_ present: [MirrorDraft], at place: MirrorPlace) throws -> [RegistryMirror] {
        if remove { return [] }
        if !list.isEmpty { return try valid(list.edited(present, at: place), for: place) }
        return try valid((list.add ? present : []) + mirror.drafts(for: place).drafts, for: place)
    }
}
