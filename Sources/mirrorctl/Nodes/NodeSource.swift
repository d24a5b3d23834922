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
    func pull() throws -> NodePull {
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
            return try NodePull.ask(asked, isLive: isLive, givenVersion: given)
        } catch {
            let inspection = NodeInspection(target: asked.host, outcome: .failure(error), isFresh: true)
            let fleet = NodeFleetView([NodeJudgement(inspection)])
            if output.isJSON { try output.print(NodeJSON(fleet)) } else { Console.out(NodeText(fleet).text) }
            throw ExitStatus.unavailable.exit
        }
    }
}
