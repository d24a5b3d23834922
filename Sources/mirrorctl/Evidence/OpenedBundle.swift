import Containerd
import Diagnosis
import MirrorSystem
import Operations
import Texts

/// `why [IMAGE] --bundle FILE` where the file is there.
struct OpenedEvidenceBundle {
    let path: String
    /// `nil`: the one that the bundle is about.
    let image: String?
    let output: OutputOptions
    /// Of several nodes, the one that is asked about.
    var target: String?

    func run() throws {
        var bundle = try EvidenceBundleFile.open(path)
        // What hosts answered, they answered about one image.
        if let image, image != bundle.image { bundle.forgetAnswers() }
        if bundle.isAboutNodes { return try nodes(bundle) }
        bundle.image = image ?? bundle.image
        if let log = bundle.log {
            return try LogTrace(path: path, image: bundle.image, output: output).show(log, bundle)
        }
        let verdict: PullVerdict?
        do throws(PullRefusal) { verdict = try PullVerdict(bundle) } catch {
            throw try error.said(of: bundle.image ?? "", output)
        }
        guard let verdict else { throw Console.fail(Phrase("evidence.noImage", ["path": path]), .dataError) }
        try verdict.print(output, live: LivePullResult(bundle))
    }

    /// The nodes themselves, or what one of them does with an image.
    private func nodes(_ bundle: EvidenceBundle) throws {
        guard let image else { return try FleetOutput.show(bundle.nodes, output) }
        let host = target.flatMap { SSHTarget($0)?.host }
        let chosen = bundle.nodes.filter { $0.report != nil && (host == nil || $0.target == host) }
        guard chosen.count == 1, let report = chosen[0].report else {
            let names = bundle.nodes.prefix(20).map(\.target).joined(separator: ", ")
            throw Console.fail(Phrase("evidence.whichNode", ["nodes": names]), .usage)
        }
        let pull = NodePull(report: report, connection: nil, givenVersion: chosen[0].givenVersion)
        var verdict: PullVerdict
        do throws(PullRefusal) {
            var explainer = try pull.readConfiguration()
            verdict = try PullVerdict(image, &explainer, of: pull)
        } catch {
            throw try error.said(of: image, output)
        }
        verdict.add(pull.findings(verdict.plan, node: chosen[0].target))
        try verdict.print(output)
    }
}

extension EvidenceBundle {
    fileprivate mutating func forgetAnswers() {
        (live, servedBy, liveError, probes, findings) = ([:], nil, nil, [], [])
    }
}
