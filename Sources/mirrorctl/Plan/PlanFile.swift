import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Texts

/// A plan on disk: JSON, 0600, never over a file that is there.
enum PlanFile {
    static func write(_ plan: ChangePlan, to path: String) throws(Refusal) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(plan) else {
            throw Refusal(Phrase("plan.notRead", ["path": path]), .ioError)
        }
        do throws(FileError) {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, [UInt8](text) + [0x0A], mode: 0o600)
        } catch .changedOnDisk {
            throw Refusal(Phrase("command.fileExists", ["path": path]), .cannotCreate)
        } catch {
            throw Refusal(writing: error)
        }
    }

    static func read(_ path: String) throws -> ChangePlan {
        let bytes = try Files.read(path)
        try Files.checkNotForAnybody(path)
        guard let plan = try? JSONDecoder().decode(ChangePlan.self, from: Data(bytes)),
            plan.mirrorctlPlan == ChangePlan.format, plan.clusterConfig.path.hasPrefix("/"),
            plan.materials.count <= ChangePlan.mostMaterials
        else { throw Console.fail(Phrase("plan.notRead", ["path": path]), .dataError) }
        return plan
    }

    /// The change of a plan that has not gone stale; else what moved, and exit 75.
    static func planned(_ path: String) throws -> PlannedChange {
        let plan = try read(path)
        let moves = try PlanMaker.moves(since: plan)
        guard moves.isEmpty else {
            for move in moves { Console.error("  - " + texts(move.phrase)) }
            throw Console.fail(Phrase("plan.stale", ["path": path]), .stale)
        }
        let file = try Files.clusterConfig(plan.clusterConfig.path, isTemplate: true)
        let usual = file.config.placement(for: plan.operation)
        let placement = usual.choosing(plan.place)
        guard let after = plan.edit.applied(to: file.snapshot.bytes) else {
            throw Console.fail(Phrase("plan.notRead", ["path": path]), .dataError)
        }
        return PlannedChange(
            file,
            placement,
            plan.operation,
            try valid(plan.mirrors, for: plan.place),
            intended: plan.mirrors,
            after: after
        )
    }
}
