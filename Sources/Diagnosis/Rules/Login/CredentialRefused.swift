/// The user name or password was sent and refused.
struct CredentialRefused: DiagnosisRule {
    let code = "MIR0303"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        // A login that looks like an accident has a finding of its own.
        guard (report.loginQuirks ?? []).isEmpty, let refused = report.refusedLogin else { return [] }
        return [finding(refused.evidence, report.place(refused.arguments), field: .pullCredentialConfigPath)]
    }
}

extension ProbeReport {
    /// The refusal of the login that was sent, and what the texts about it may name.
    var refusedLogin: (evidence: [String], arguments: [String: String])? {
        guard let login, case .sent(let origin) = login.sent, !isLoginAccepted, tokenByGETOnly == nil else {
            return nil
        }
        let refusal =
            login.token.flatMap { [401, 403].contains($0.status) ? $0 : nil }
            ?? (login.token == nil ? login.answer : nil)
        guard let refusal, [401, 403].contains(refusal.status) else { return nil }
        guard case .loaded(.found(let key, let username)) = dockerConfig else { return nil }
        return (refusal.evidence, ["origin": origin, "username": username, "key": key])
    }

    /// The refused login's oddities; those of a robot's name are a cause of their own.
    func refusedQuirks(aboutRobot: Bool) -> (evidence: [String], arguments: [String: String])? {
        guard let quirks = loginQuirks, !quirks.isEmpty, quirks.contains(where: \.isAboutRobot) == aboutRobot,
            let refused = refusedLogin
        else { return nil }
        let seen = quirks.map(\.words)
        let arguments = refused.arguments.merging(["seen": seen.joined(separator: ", ")]) { $1 }
        return (refused.evidence + seen, place(arguments))
    }
}
