import Containerd
import Diagnosis
import MirrorSystem
import Texts

/// Why nobody says whom a node asks for an image.
package enum PullRefusal: Error, Equatable, Sendable {
    /// containerd does not start with such files.
    case noStart(PullExplainer.StartError, ContainerdVersion)
    case badImage(String, ImageReferenceError)

    /// The sentence, in which the version is named where it counts.
    package var verdict: Phrase {
        switch self {
        case .noStart(let error, let version): error.verdict(version)
        case .badImage: problem
        }
    }

    /// The problem alone, where the version stands beside it.
    package var problem: Phrase {
        switch self {
        case .noStart(let error, _): error.phrase
        case .badImage(let image, let error):
            Phrase("why.badImage", ["image": image, "reason": error.description])
        }
    }
}

extension NodePull {
    /// The configuration as the version reads it.
    /// - Parameter files: the node's, where somebody watches what is read of them.
    package func readConfiguration(_ files: (any NodeFiles)? = nil) throws(PullRefusal) -> PullExplainer {
        do throws(PullExplainer.StartError) { return try explainer(files: files) } catch {
            throw .noStart(error, version)
        }
    }
}

extension PullExplainer {
    /// Whom the node asks for the image.
    package mutating func plan(for image: String) throws(PullRefusal) -> PullPlan {
        do throws(ImageReferenceError) { return try explain(image) } catch { throw .badImage(image, error) }
    }
}

extension TraceReader {
    /// What the log says of the image; `nil` for nothing.
    package func told(
        of image: String,
        hosts: (String) -> Set<String>? = { _ in nil }
    ) throws(PullRefusal) -> PullTrace? {
        do throws(ImageReferenceError) { return try trace(of: image, hosts: hosts) } catch {
            throw .badImage(image, error)
        }
    }
}
