import MirrorCore

/// The login nodes pull with: a Docker config.json for the header, a Secret for the spec.
struct CredentialsStep: WizardStep {
    let id: StepID = "credentials"

    func fields(_ state: WizardState) -> [Field] {
        let path = Field(
            "pullCredentialConfigPath",
            .path(\.mirror.pullCredentialConfigPath),
            draftField: .pullCredentialConfigPath
        )
        guard state.place == .spec else { return [path] }
        return [
            Field("pullCredentialSecret", .text(\.mirror.pullCredentialSecret), draftField: .pullCredentialSecret),
            Field("probeCredentials", .path(\.mirror.pullCredentialConfigPath), draftField: .pullCredentialConfigPath),
        ]
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        guard let endpoint = state.wantedPlan?.endpoint else { return }
        body.add(texts("credentials.key", ["host": endpoint.hostAndPort]), .hint)
    }
}
