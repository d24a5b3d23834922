import ImagePackage
import MirrorSystem

/// What happens on the way from a package to the end of its push.
package enum PushStep: Sendable {
    /// All of the package is going to be read.
    case reading
    case read(PackageProgress)
    case listed(OpenedPackage)
    /// The images that are known by then: none of a package that is read only once.
    case begun(images: [PushImage])
    case event(PushEvent, images: [PushImage])
    case stands(PushSample)
}
