import MirrorCore
import MirrorSystem

/// Whose files `why` reads: this machine's, a copied tree's, or a node's.
struct NodeSource {
    let target: String?
    let sshConfig: String?
    let node: NodeOptions
    let isLive: Bool
    let output: OutputOptions

    /// A node that cannot be asked ends the command with its finding.
    func pull(_ cancellation: Cancellation) throws -> NodePull {
        let given = node.containerdVersion.flatMap { ContainerdVersion($0) }
        guard let target, let asked = SSHTarget(target, configPath: sshConfig) else {
            return NodePull(
                files: node.files,
                version: node.version,
                isVersionGuessed: given == nil && node.present.isGuessed,
                present: given == nil ? nil : node.present.version
            )
        }
        do throws(NodeFailure) {
            return try NodePull.ask(asked, isLive: isLive, givenVersion: given, cancellation: cancellation)
        } catch {
            if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
            throw try Self.unavailable(asked, error, output)
        }
    }

    /// Says why there is no node, and gives the status to end with.
    static func unavailable(_ target: SSHTarget, _ failure: NodeFailure, _ output: OutputOptions) throws -> any Error {
        let inspection = NodeInspection(target: target.host, outcome: .failure(failure), isFresh: true)
        let fleet = NodeFleetView([NodeJudgement(inspection)])
        if output.isJSON { try output.print(NodeJSON(fleet)) } else { Console.out(NodeText(fleet).text) }
        return ExitStatus.unavailable.exit
    }
}
