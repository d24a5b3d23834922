import Diagnosis
import MirrorSystem
import Operations
import Texts

/// `--via kubectl`: what would be created in the cluster is shown and asked for before anything is.
extension PodOptions {
    /// Nothing has been created when it throws.
    /// - Parameter names: names or addresses; `nil` for all nodes of the cluster.
    /// - Parameter canaries: pods beside the one that reads each node.
    func session(_ names: [String]?, lifetime: Int, canaries: Int = 0) throws -> Result<PodSession, PodSession.Failure>
    {
        let session: PodSession
        do throws(PodSession.Failure) {
            session = try PodSession(
                names,
                access: access,
                image: image ?? "",
                lifetime: lifetime,
                canaries: canaries,
                others: { PodText.show(others: $0, of: access) }
            )
        } catch {
            return .failure(error)
        }
        if let proposal = session.proposal { try consent(to: proposal) }
        return .success(session)
    }

    /// Ends the command with the finding when there is no such node, or none can be asked.
    func node(_ name: String, lifetime: Int, canaries: Int = 0, output: OutputOptions) throws -> PodNode {
        let session = try session([name], lifetime: lifetime, canaries: canaries)
        do throws(PodSession.Failure) {
            return try session.get().only()
        } catch {
            throw try NodeUnavailable.said(name, .pod(error.failure), output)
        }
    }

    private func consent(to proposal: PodSession.Proposal) throws {
        let count = proposal.readers
        let values = [
            "count": "\(count + proposal.canaries)", "namespace": proposal.namespace, "seconds": "\(proposal.seconds)",
            "nodes": proposal.nodes.prefix(20).joined(separator: ", ") + (count > 20 ? ", …" : ""),
        ]
        if !yes {
            Console.error(proposal.sample.manifest)
            if count > 1 { Console.error(texts("pods.others", ["count": "\(count - 1)"])) }
            if proposal.canaries > 0 { Console.error(texts("pods.canary")) }
        }
        Console.error(texts("pods.summary", values))
        guard try yes || Console.confirm(texts("pods.ask", values), needsYes: "pods.needsYes") else {
            throw Console.fail(Phrase("pods.notCreated"), .interrupted)
        }
    }
}

/// Pods of ours, on standard error.
enum PodText {
    static func show(others: [OwnPod], of access: KubectlAccess) {
        guard !others.isEmpty else { return }
        Console.error(texts("pods.found", ["namespace": access.namespace]))
        for pod in others.prefix(20) { Console.error("  " + line(pod)) }
        var runs: [String] = []
        for pod in others where !runs.contains(pod.run) { runs.append(pod.run) }
        for run in runs.prefix(5) { Console.error("  \(Mark.remedy) " + access.removal(ofRun: run).description) }
    }

    static func line(_ pod: OwnPod) -> String {
        let values = ["name": pod.name, "node": pod.node, "phase": pod.phase, "created": pod.created]
        return texts("pods.line", values.mapValues(printable))
    }

    @Sendable static func say(_ left: LeftPods) {
        let names = left.names.isEmpty ? left.words ?? "" : left.names.joined(separator: ", ")
        Console.error("mirrorctl: " + texts("pods.left", ["names": names, "command": left.command.description]))
    }
}
