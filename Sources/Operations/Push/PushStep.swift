import ImagePackage
import MirrorSystem

/// What happens on the way from a package to the end of its push.
package enum PushStep: Sendable {
    /// All of the package is going to be read.
    case reading
    case read(PackageProgress)
    case listed(OpenedPackage)
    /// - images: those that are known.
    case begun(images: [PushImage])
    case event(PushEvent, images: [PushImage])
    case stands(PushSample)
}
