import MirrorCore

/// The CA that signed the mirror's certificate: a file for the header, a Secret for the spec.
struct CAStep: WizardStep {
    let id = StepID.ca
    let isAboutOneMirror = true
    let needsProbe = true

    func fields(_ state: WizardState) -> [Field] {
        let path = Field(.caCertPath, .path(\.mirror.caCertPath), draftField: .caCertPath)
        guard state.place == .spec else { return [path] }
        return [
            Field(.caCertSecret, .text(\.mirror.caCertSecret), draftField: .caCertSecret),
            Field(.probeCA, .path(\.mirror.caCertPath), draftField: .caCertPath),
        ]
    }
}
