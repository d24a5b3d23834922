import Diagnosis
import RegistryClient
import Secrets
import Synchronization

/// What registries, token servers and proxies say, without the logins and tokens that this process has sent them.
package enum SaidBack {
    /// What is known of `MetSecrets`, and up to which of its numbers.
    private struct Known {
        private var generation = 0
        private var forms: GrowingSecretForms
        private let minimum: Int

        init(minimum: Int) {
            self.minimum = minimum
            forms = GrowingSecretForms(minimum: minimum)
        }

        mutating func current() -> GrowingSecretForms {
            guard generation != MetSecrets.generation else { return forms }
            let (secrets, newest) = MetSecrets.all
            // Those that were forgotten go when they are as many as the others.
            if forms.count > 2 * secrets.count { forms = GrowingSecretForms(minimum: minimum) }
            forms.add(secrets.suffix(forms.count == 0 ? secrets.count : newest - generation))
            generation = newest
            return forms
        }
    }

    private static let short = Mutex(Known(minimum: 4))
    private static let long = Mutex(Known(minimum: 6))

    /// Foreign text: passwords of four characters on.
    package static func masked(_ text: String) -> String { short.withLock { $0.current() }.masked(text) }

    /// Anything that is shown; short passwords may be words of our own sentences.
    package static func maskedAnywhere(_ text: String) -> String { long.withLock { $0.current() }.masked(text) }

    /// For a bundle.
    package static var secrets: [Secret] { MetSecrets.all.secrets.map { Secret($0) } }

    /// Of files and other places: headers that are sent, logins of a node.
    package static func note(_ secret: Secret) { secret.reveal { MetSecrets.note($0) } }

    /// Logins in the files that were looked at.
    package static func note(_ files: RecordingFiles) {
        for secret in SecretScan.secrets(inFiles: files.recorded(below: []).contents) { note(secret) }
    }

    /// Of nodes that were asked.
    package static func note(_ nodes: [NodeInspection]) {
        for secret in SecretScan.secrets(inFiles: nodes.flatMap { $0.report?.files.contents ?? [] }) { note(secret) }
    }
}
