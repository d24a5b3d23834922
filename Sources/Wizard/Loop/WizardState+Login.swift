import MirrorCore
import Secrets
import Texts

/// Making a Docker config.json from a typed login.
extension WizardState {
    /// What would be written; `nil` while something is missing.
    package var wantedLogin: LoginRequest? {
        let path = mirror.pullCredentialConfigPath
        guard let endpoint = wantedPlan?.endpoint, !path.isEmpty, !loginUser.isEmpty, !loginUser.contains(":"),
            !loginPassword.isEmpty
        else { return nil }
        return LoginRequest(path: path, host: endpoint.hostAndPort, user: loginUser, password: loginPassword)
    }

    mutating func writeLogin(_ login: LoginRequest) -> [Effect] {
        overlay = nil
        let request = nextRequest()
        self.login = .writing(request)
        return [.writeLogin(request, login)]
    }

    mutating func loginWritten(_ request: RequestID, _ problem: Phrase?) -> [Effect] {
        guard login == .writing(request) else { return [] }
        if let problem {
            login = .failed(problem)
            return []
        }
        login = .written(path: mirror.pullCredentialConfigPath)
        loginUser = ""
        loginPassword = Secret("")
        focus(0)
        // The answers are the same, but what they lead to is not.
        return probeAgain()
    }
}
