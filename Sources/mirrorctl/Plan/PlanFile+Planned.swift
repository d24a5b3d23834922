import MirrorCore
import MirrorSystem
import Operations
import Texts

extension PlanFile {
    /// The change of a plan that has not gone stale; else what moved, and exit 75.
    static func planned(_ path: String) throws -> PlannedChange {
        let plan = try Console.saying { () throws(Refusal) in try read(path) }
        let moves = try PlanAsking.run { (cancellation, asking) throws(CancellationError) in
            try PlanMaker.moves(since: plan, cancellation: cancellation, asking: asking)
        }
        guard moves.isEmpty else {
            for move in moves { Console.error("  - " + texts(move.phrase)) }
            throw Console.fail(Phrase("plan.stale", ["path": path]), .stale)
        }
        let file = try Files.clusterConfig(plan.clusterConfig.path, isTemplate: true)
        let usual = file.config.placement(for: plan.operation)
        let placement = usual.choosing(plan.place)
        guard let after = plan.edit.applied(to: file.snapshot.bytes) else {
            throw notRead(path).said
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
