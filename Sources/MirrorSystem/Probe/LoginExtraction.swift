import Diagnosis
import MirrorCore
import RegistryClient
import Secrets
import Texts

/// The login for one registry, out of a larger Docker config.
package struct LoginExtraction: Sendable {
    /// The key as it stands there.
    package let key: String
    package let username: String
    package let password: Secret

    /// - Throws: the phrase that says why the file has none that could be taken.
    package init(path: String, endpoint: MirrorEndpoint) throws(Refusal) {
        let bytes: [UInt8]
        switch readWhole(path, limit: 1 << 20) {
        case .success(let read): bytes = read
        case .failure(let trouble): throw Refusal(facts: .unreadable(trouble), path: path, endpoint)
        }
        let config: DockerConfig
        do throws(DockerConfig.ParseError) { config = try DockerConfig(parsing: bytes) } catch {
            throw Refusal(facts: .malformed(DockerConfigTrouble(error, bytes)), path: path, endpoint)
        }
        // A key that means this registry and does not match is what makes a new file worth while.
        let key = config.keyMeant(for: endpoint.hostAndPort) ?? endpoint.hostAndPort
        guard case .found(_, let credential) = config.lookup(key) else {
            let entry = DockerConfigEntry(config.lookup(key), keys: config.keys)
            throw Refusal(facts: .loaded(entry), path: path, endpoint)
        }
        self.key = bounded(key)
        username = credential.username
        password = credential.revealPassword { Secret($0) }
    }

    /// Nothing was taken.
    package struct Refusal: Error, Sendable {
        package let phrase: Phrase

        init(facts: DockerConfigFacts, path: String, _ endpoint: MirrorEndpoint) {
            var report = ProbeReport(plan: ProbePlan(endpoint: endpoint, pullCredentialConfigPath: path))
            report.dockerConfig = facts
            phrase = DockerConfigUse(report).phrase
        }
    }
}
