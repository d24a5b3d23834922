import Diagnosis
import MirrorCore
import RegistryClient

extension LoginEnd {
    /// What the Docker config at a path says of the end of its login for the endpoint.
    package init(readingLogin path: String, for endpoint: MirrorEndpoint) {
        let (_, _, config) = readDockerConfig(path, for: endpoint)
        switch config?.end(of: endpoint.hostAndPort) ?? .nothing {
        case .at(let seconds): self = .at(seconds)
        case .password: self = .password
        case .token: self = .token
        case .shortLived(let user): self = .shortLived(user: user)
        case .nothing: self = .unusable
        }
    }
}
