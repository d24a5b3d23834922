import Diagnosis
import MirrorSystem
import Operations

/// Nodes that were asked, judged and shown; how the command ends.
enum FleetOutput {
    static func show(_ found: [NodeInspection], _ output: OutputOptions) throws {
        SaidBack.note(found)
        let fleet = NodeFleetView(found.map(NodeJudgement.init))
        if output.isJSON {
            try output.print(nodes: NodeJSON(fleet))
        } else {
            Console.out(NodeText(fleet).text)
        }
        if !found.isEmpty, found.allSatisfy({ $0.failure != nil }) { throw ExitStatus.unavailable.exit }
        if fleet.hasError { throw ExitStatus.problem.exit }
    }
}
