import Diagnosis
import MirrorSystem
import Operations

/// Why there is no node to ask.
enum NodeUnavailable {
    /// Says it, and gives the status to end with.
    static func said(_ node: String, _ failure: NodeFailure, _ output: OutputOptions) throws -> any Error {
        let inspection = NodeInspection(target: node, outcome: .failure(failure), isFresh: true)
        let fleet = NodeFleetView([NodeJudgement(inspection)])
        if output.isJSON { try output.print(NodeJSON(fleet)) } else { Console.out(NodeText(fleet).text) }
        return ExitStatus.unavailable.exit
    }
}
