import MirrorCore
import RegistryClient
import Texts

/// Why a blob or an image did not get into the registry.
package enum PushFailure: Error, Equatable, Sendable {
    /// What was being done when it went wrong.
    package enum Step: String, Sendable {
        case login, look, mount, upload, finish, manifest, readBack
    }

    /// What reading back found.
    package enum Difference: Equatable, Sendable {
        case manifestMissing(reference: String)
        case manifestDiffers(reference: String, found: String)
        /// `Docker-Content-Digest` of an answer, which is not the digest of what the answer holds.
        case digestSaid(reference: String, said: String)
        /// `Content-Type`, which is not what the manifest was sent as.
        case mediaTypeSaid(reference: String, said: String, expected: String)
        case blobMissing(digest: String)
        case blobSize(digest: String, found: Int, expected: Int)
    }

    case registry(RegistryError, during: Step)
    /// Everything that is not as it should be, never nothing.
    case differs([Difference])
    /// The package itself: what and where, as its reader says.
    case package(PackageTrouble)
    /// Nothing against the image but the layers that stay elsewhere.
    case foreignRefused(RegistryError, layers: [String])
    /// Nodes of the cluster would not look for the image there.
    case uncovered(target: String, host: String, image: String)
    /// A blob has been refused at the smallest chunk too.
    case tooLarge(bytes: Int)
    /// The registry forgot an upload as often as we begin one again.
    case forgotten(times: Int)
    /// It says yes to what cannot be there.
    case saysYesToEverything
    /// The bytes have to be read once more; only inside the engine.
    case again
    case cancelled
    case journal(FileError)

    /// The registry did not answer at all, or no longer.
    package var isOutOfReach: Bool {
        guard case .registry(let trouble, let step) = self else { return false }
        if case .transport = trouble, step == .login { return true }
        return trouble.isOutOfReach
    }

    /// Whether the whole push fails with it.
    package var isGeneral: Bool {
        switch self {
        case .cancelled, .journal, .saysYesToEverything: true
        // Waiting for it image by image would take hours.
        default: isOutOfReach
        }
    }
}
