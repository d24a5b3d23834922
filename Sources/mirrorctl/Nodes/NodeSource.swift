import Containerd
import Diagnosis
import MirrorSystem
import Operations
import Threads

/// Whose files `why` reads: this machine's, a copied tree's, or a node's.
struct NodeSource {
    let target: String?
    let sshConfig: String?
    let node: NodeOptions
    let isLive: Bool
    /// The node that is asked through a pod.
    var pod: (session: PodSession, node: KubernetesNode)?
    let output: OutputOptions

    /// For a pod to start; its image may have to be pulled.
    static let podSeconds = 60

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
            if let pod {
                let connection = try pod.session.connect(
                    to: pod.node,
                    named: asked.host,
                    seconds: Self.podSeconds,
                    cancellation: cancellation
                )
                return try NodePull.ask(
                    through: connection,
                    isLive: isLive,
                    givenVersion: given,
                    cancellation: cancellation
                )
            }
            return try NodePull.ask(asked, isLive: isLive, givenVersion: given, cancellation: cancellation)
        } catch {
            if cancellation.isCancelled { throw ExitStatus.interrupted.exit }
            throw try Self.unavailable(asked.host, error, output)
        }
    }

    /// Says why there is no node, and gives the status to end with.
    static func unavailable(_ node: String, _ failure: NodeFailure, _ output: OutputOptions) throws -> any Error {
        let inspection = NodeInspection(target: node, outcome: .failure(failure), isFresh: true)
        let fleet = NodeFleetView([NodeJudgement(inspection)])
        if output.isJSON { try output.print(NodeJSON(fleet)) } else { Console.out(NodeText(fleet).text) }
        return ExitStatus.unavailable.exit
    }
}
