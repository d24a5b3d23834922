import MirrorCore
import Secrets
import Texts

/// Making a Docker config.json from a typed login.
extension WizardState {
    /// What would be written; `nil` while something is missing.
    package var wantedLogin: LoginRequest? {
        let path = mirror.pullCredentialConfigPath
        guard let endpoint = wantedPlan?.endpoint, !path.isEmpty, !mirrors.login.user.isEmpty,
            !mirrors.login.user.contains(":"),
            !mirrors.login.password.isEmpty
        else { return nil }
        return LoginRequest(
            path: path,
            host: endpoint.hostAndPort,
            user: mirrors.login.user,
            password: mirrors.login.password
        )
    }

    mutating func writeLogin(_ login: LoginRequest) -> [Effect] {
        overlay = nil
        let request = nextRequest()
        mirrors.login.asked = login
        mirrors.login.file = .writing(request)
        return [.writeLogin(request, login)]
    }

    mutating func loginWritten(_ request: RequestID, _ problem: Phrase?) -> [Effect] {
        guard mirrors.login.file == .writing(request) else { return [] }
        if let problem {
            mirrors.login.file = .failed(problem)
            return []
        }
        mirrors.login.file = .written(path: mirror.pullCredentialConfigPath)
        let focused = currentField?.id
        mirrors.login = LoginState(asked: mirrors.login.asked, file: mirrors.login.file)
        // Its fields are gone; whoever stood there stands at its path.
        if step == .mirror, let focused {
            let fields = currentStep.fields(self)
            focus =
                fields.firstIndex { $0.id == focused } ?? fields.firstIndex {
                    $0.draftField == .pullCredentialConfigPath
                }
                ?? 0
            cursor = focusedText.count
        }
        history.forgetLogin()
        // The answers are the same, but what they lead to is not.
        return probeAgain()
    }
}
