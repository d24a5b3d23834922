import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem
import Texts

/// An archive of evidence: packed, plain, and with sums that are right again, or nothing behind them would ever be read.
func readBundle(_ bytes: [UInt8]) {
    if let bundle = try? EvidenceFile.bundle(bytes) { judge(bundle) }
    var bytes = bytes
    for at in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[at + 257..<at + 262].elementsEqual("ustar".utf8) {
        bytes.replaceSubrange(at + 148..<at + 156, with: repeatElement(0x20, count: 8))
        let sum = String(bytes[at..<at + 512].reduce(0) { $0 + Int($1) }, radix: 8)
        let digits = Array((String(repeating: "0", count: 6 - min(6, sum.count)) + sum).utf8.suffix(6))
        bytes.replaceSubrange(at + 148..<at + 156, with: digits + [0, 0x20])
    }
    guard let entries = try? TarArchive.read(bytes), let bundle = try? EvidenceBundle(entries) else { return }
    judge(bundle)
}

private func judge(_ bundle: EvidenceBundle) {
    let judgements = bundle.nodes.map(NodeJudgement.init)
    for judgement in judgements {
        _ = (judgement.findings, judgement.clockOffset, judgement.caFacts, judgement.failedPulls)
    }
    _ = NodeFleetView(judgements).groups
    for finding in bundle.findings { _ = Catalogue.english(finding.title) }
    for probe in bundle.probes { _ = (diagnose(probe), CertificateTree(probe).rows.map { $0.lines(origin: "x") }) }
    guard let version = ContainerdVersion(bundle.containerdVersion) else { return }
    var explainer = try? PullExplainer(version: version, files: bundle.files, configPath: bundle.configPath)
    _ = try? explainer?.explain(bundle.image ?? "")
}
