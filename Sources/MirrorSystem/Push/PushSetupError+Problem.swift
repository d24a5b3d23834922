import MirrorCore
import Texts

/// Why a push cannot begin, in words.
extension PushSetupError {
    package func problem(_ target: PushTarget) -> Phrase {
        let registry = target.endpoint.hostAndPort
        switch self {
        case .caFile: return Phrase("push.badCA", ["path": target.caCertPath ?? ""])
        case .noLogin:
            var path = ""
            if case .dockerConfig(let named) = target.login { path = named }
            return Phrase("push.noEntry", ["path": path, "registry": registry])
        case .helper(let name, let trouble):
            let program = CredentialHelper.program(name)
            switch trouble {
            case .notFound: return Phrase("push.helperMissing", ["program": program])
            case .noLogin: return Phrase("push.helperEmpty", ["program": program, "registry": registry])
            case .failed: return Phrase("push.helperFailed", ["program": program, "registry": registry])
            }
        case .badAddress: return Phrase("push.badAddress", ["registry": registry])
        }
    }

    package func fix(_ target: PushTarget) -> Phrase? {
        guard case .helper(let name, _) = self else { return nil }
        let arguments = ["program": CredentialHelper.program(name), "registry": target.endpoint.hostAndPort]
        return Phrase("push.helperFix", arguments)
    }
}
