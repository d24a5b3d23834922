/// Packets to the port vanish.
struct BlackHole: DiagnosisRule {
    let code = "MIR0103"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.failure == .timedOut, report.failedPhase == .connect else { return [] }
        let seconds = ["seconds": String(report.plan.connectDeadlineSeconds)]
        return [finding(report.addressEvidence, report.place(seconds), field: .endpoint)]
    }
}
