import Containerd
import Diagnosis

/// What a bundle is judged to say: equal before and after the secrets went.
struct EvidenceBundleVerdict: Equatable {
    let verdict: String
    let attempts: [String]
    let findings: [String]

    init(_ bundle: EvidenceBundle) {
        if bundle.isAboutNodes {
            let fleet = NodeFleetView(bundle.nodes.map(NodeJudgement.init))
            verdict = fleet.groups.map { "\($0.identity) \($0.nodes.map(\.target))" }.joined(separator: "; ")
            attempts = fleet.nodes.flatMap(\.judgement.hosts).flatMap(\.plan.attempts).map(\.resolveURL)
            findings = fleet.nodes.flatMap { node in node.findings.map { "\(node.target) \($0.code)" } }
            return
        }
        if let log = bundle.log {
            let trace = bundle.image.flatMap { try? TraceReader(log).trace(of: $0, hosts: bundle.hosts) }
            verdict = trace?.verdict.key ?? ""
            attempts = trace?.attempts.map { "\($0.host) \($0.fault)" } ?? []
            findings = trace?.findings.map(\.code) ?? []
            return
        }
        do throws(PullRefusal) {
            let judged = try PullVerdict(bundle)
            verdict = judged?.plan.verdict.key ?? ""
            attempts = judged?.plan.attempts.map(\.resolveURL) ?? []
            findings = judged?.findings.map(\.code) ?? []
        } catch {
            verdict = Self.text(error)
            attempts = []
            findings = []
        }
    }

    /// What cannot be read stays wrong in the same line; the words of it are what is blotted out.
    private static func text(_ error: PullRefusal) -> String {
        guard case .noStart(.config(.toml(let file, let reason)), _) = error else { return "\(error)" }
        return "\(file):\(reason.line)"
    }
}

extension EvidenceBundle {
    /// Nodes, and no image of which anybody asked where it comes from.
    package var isAboutNodes: Bool { containerdVersion.isEmpty && log == nil }

    /// Whom the node asks for the bundle's own image; its files say nothing of others.
    package func hosts(of image: String) -> Set<String>? {
        guard !files.entries.isEmpty, image == self.image, let verdict = try? PullVerdict(self) else { return nil }
        let hosts = Set(verdict.plan.attempts.map(\.endpoint.host))
        return hosts.isEmpty ? nil : hosts
    }

    package var fileCount: Int { files.entries.count + nodes.reduce(0) { $0 + ($1.report?.files.all.count ?? 0) } }
}
