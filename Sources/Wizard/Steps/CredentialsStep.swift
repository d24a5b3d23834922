import MirrorCore
import Texts

/// The login nodes pull with: a Docker config.json for the header, a Secret for the spec. A file that is not there yet
/// can be made here.
struct CredentialsStep: WizardStep {
    let id = StepID.credentials
    let isAboutOneMirror = true
    let needsProbe = true

    func fields(_ state: WizardState) -> [Field] {
        let field = DraftField.pullCredentialConfigPath
        let make = [
            Field(.loginUser, .text(\.mirrors.login.user)), Field(.loginPassword, .secret(\.passwordText)),
            Field(.makeLogin, .button),
        ]
        guard state.place == .spec else {
            return [Field(.pullCredentialConfigPath, .path(\.mirror.pullCredentialConfigPath), draftField: field)]
                + make
        }
        let secret = Field(
            .pullCredentialSecret,
            .text(\.mirror.pullCredentialSecret),
            draftField: .pullCredentialSecret
        )
        return [
            secret, Field(.probeCredentials, .path(\.mirror.pullCredentialConfigPath), draftField: field),
        ] + make
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        guard field.id == .makeLogin else { return nil }
        let login = state.wantedLogin
        return FieldAction("make", isReady: login != nil, isDue: login != state.mirrors.login.asked) { state in
            if let login { state.ask(LoginQuestion(login: login)) }
            return []
        }
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        switch state.mirrors.login.file {
        case .idle: break
        case .writing: body.add(texts("write.running"), .info, indent: 0, marker: "◐")
        case .written(let path): body.add(texts("login.written", ["path": path]), .success, indent: 0, marker: "✓")
        case .failed(let phrase): body.add(texts(phrase), .error, indent: 0, marker: "✗")
        }
        if state.currentField?.id == .makeLogin, state.wantedLogin == nil {
            body.add(texts("login.missing"), .warning, indent: 0, marker: "→")
        }
        guard let endpoint = state.wantedPlan?.endpoint else { return }
        body.add(texts("credentials.key", ["host": endpoint.hostAndPort]), .hint)
    }
}
