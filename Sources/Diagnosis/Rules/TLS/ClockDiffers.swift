/// The registry's clock and this machine's are more than five minutes apart.
struct ClockDiffers: DiagnosisRule {
    let code = "MIR0217"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let date = report.serverDate, date.gap(to: report.startedAt) > 300 else { return [] }
        let arguments = ["theirs": civilTime(date), "ours": civilTime(report.startedAt)]
        return [finding(["Date: \(civilTime(date))"], report.place(arguments))]
    }
}
