/// Basic or Bearer is offered, but where containerd does not look: it reads one challenge for each header line.
struct ChallengeOutOfSight: DiagnosisRule {
    let code = "MIR0322"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard report.isChallengeOutOfSight, let login = report.login else { return [] }
        let read = login.evidence.joined(separator: "; ")
        let header = report.ping?.authenticate ?? []
        let arguments = report.place(["read": read.isEmpty ? "–" : read])
        return [finding(header.map { "WWW-Authenticate: \($0)" }, arguments)]
    }
}

extension ProbeReport {
    /// A login of a kind that nodes speak is offered, and they do not see it.
    var isChallengeOutOfSight: Bool {
        guard let login, login.sent == .nothing(.unknownChallenge), let offered = login.offered else { return false }
        let isSpoken = { (scheme: String) in scheme == "basic" || scheme == "bearer" }
        return !login.challenges.contains { isSpoken($0.scheme) } && offered.contains { isSpoken($0.scheme) }
    }
}
