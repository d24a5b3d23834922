import Diagnosis
import MirrorCore

/// A report with its frame, as it came, and what would stand in a frame.
func readReport(_ bytes: [UInt8]) {
    _ = NodeReportParser.hasBeginning(bytes[...])
    for case .success(let report) in NodeReportParser.reports(in: bytes).prefix(3) { judge(report) }
    guard let report = try? NodeReportParser.parse(records: bytes) else { return }
    judge(report)
    precondition((try? NodeReportParser.parse(records: report.records)) != nil)
}

private func judge(_ report: NodeReport) {
    let judgement = NodeJudgement(NodeInspection(target: "n", outcome: .report(report), now: 0))
    _ = (judgement.findings, judgement.identityDigest, judgement.clockOffset, judgement.caFacts, judgement.failedPulls)
    _ = (report.imageSpace, report.clock, report.journal, report.environment, report.dumpError)
    _ = NodeFleetView([judgement]).groups
}
