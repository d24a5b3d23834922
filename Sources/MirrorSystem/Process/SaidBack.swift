import MirrorCore
import RegistryClient
import Secrets
import Synchronization

/// What registries, token servers and proxies say, without the logins and tokens that this process has sent them.
package enum SaidBack {
    private struct Known {
        var generation = -1
        var short = SecretForms([])
        var long = SecretForms([])
    }

    private static let known = Mutex(Known())

    /// Foreign text: passwords of four characters on.
    package static func masked(_ text: String) -> String { forms(\.short).masked(text) }

    /// Anything that is shown; short passwords may be words of our own sentences.
    package static func maskedAnywhere(_ text: String) -> String { forms(\.long).masked(text) }

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

    private static func forms(_ part: KeyPath<Known, SecretForms>) -> SecretForms {
        known.withLock { known in
            if known.generation != MetSecrets.generation {
                let (secrets, generation) = MetSecrets.all
                known = Known(
                    generation: generation,
                    short: SecretForms(secrets),
                    long: SecretForms(secrets, minimum: 6)
                )
            }
            return known[keyPath: part]
        }
    }
}
