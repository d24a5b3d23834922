/// The name has several addresses, and not every one takes a connection.
struct DeadAddress: DiagnosisRule {
    let code = "MIR0130"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        let alive = report.addressFacts.filter { $0.outcome == .connected }
        guard !alive.isEmpty, let dead = report.addressFacts.first(where: { $0.outcome != .connected }) else {
            return []
        }
        let place = report.place(["address": dead.address, "family": dead.family])
        return [finding(report.addressFacts.map(\.evidence), place, field: .endpoint)]
    }
}
