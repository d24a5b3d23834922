import MirrorCore
import Secrets

/// Everything the operator has answered about a push. No secrets; what is `nil` is the mirror's.
package struct PushAnswers: Equatable, Sendable, Codable {
    package var source = ""
    package var signature = ""
    package var publicKey = ""
    /// `HOST:PORT[/NAMESPACE]`
    package var registry: String?
    package var caCertPath: String?
    package var dockerConfigPath: String?
    package var isHTTP: Bool?
    /// Its password is no answer: it is never kept.
    package var username = ""
    package var isZstd = false
    /// As typed; empty for the default.
    package var threads = ""
    package var limitRate = ""

    package init() {}

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        source = try values.decodeIfPresent(String.self, forKey: .source) ?? ""
        signature = try values.decodeIfPresent(String.self, forKey: .signature) ?? ""
        publicKey = try values.decodeIfPresent(String.self, forKey: .publicKey) ?? ""
        registry = try values.decodeIfPresent(String.self, forKey: .registry)
        caCertPath = try values.decodeIfPresent(String.self, forKey: .caCertPath)
        dockerConfigPath = try values.decodeIfPresent(String.self, forKey: .dockerConfigPath)
        isHTTP = try values.decodeIfPresent(Bool.self, forKey: .isHTTP)
        username = try values.decodeIfPresent(String.self, forKey: .username) ?? ""
        isZstd = try values.decodeIfPresent(Bool.self, forKey: .isZstd) ?? false
        threads = try values.decodeIfPresent(String.self, forKey: .threads) ?? ""
        limitRate = try values.decodeIfPresent(String.self, forKey: .limitRate) ?? ""
    }
}

/// What the fields of a push edit: the answers, or the mirror's as long as nothing else was typed.
extension WizardState {
    package var pushRegistry: String {
        get { answers.push.registry ?? wantedPlan?.endpoint.pushTarget ?? "" }
        set { answers.push.registry = newValue }
    }

    package var pushCACertPath: String {
        get { answers.push.caCertPath ?? mirror.caCertPath }
        set { answers.push.caCertPath = newValue }
    }

    package var pushDockerConfigPath: String {
        get { answers.push.dockerConfigPath ?? mirror.pullCredentialConfigPath }
        set { answers.push.dockerConfigPath = newValue }
    }

    package var pushPasswordText: String {
        get { push.password.reveal { $0 } }
        set { push.password = Secret(newValue) }
    }

    package var pushIsHTTP: Bool {
        get { answers.push.isHTTP ?? (wantedPlan?.endpoint.scheme == .http) }
        set { answers.push.isHTTP = newValue }
    }
}
