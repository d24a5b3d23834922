/// A serial number below zero, which Go refuses from 1.23 on; go.mod decides, so it is known which containerd does.
struct NegativeSerial: DiagnosisRule {
    let code = "MIR0221"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        report.refusals([.serial]).map { verdict, _ in
            let culprit = report.certificate(verdict.refusal.culprit)
            let serial = culprit?.unusualSerial.map { ["serial \($0)"] } ?? []
            return finding(report.evidence(of: verdict) + serial, report.place(of: verdict))
        }
    }
}
