import MirrorCore

/// What an upgrade is to reach: a version, or a minor release of which the patch is not said.
package struct UpgradeTarget: Equatable, Sendable, CustomStringConvertible {
    package let minor: GDCMinor
    /// `nil` for `1.35`.
    package let version: GDCVersion?

    package init(_ version: GDCVersion) { self.init(version.release, version) }

    private init(_ minor: GDCMinor, _ version: GDCVersion?) {
        self.minor = minor
        self.version = version
    }

    /// `1.35.0-gke.525`, `1.35.0`, `1.35`; `nil` for anything else.
    package init?(_ text: String) {
        if let version = GDCVersion(text) {
            self.init(version)
        } else if let minor = GDCMinor(text) {
            self.init(minor, nil)
        } else {
            return nil
        }
    }

    package var description: String { version?.description ?? minor.description }

    /// For tables of minor releases.
    var anyVersion: GDCVersion { version ?? GDCVersion(minor.major, minor.minor) }

    /// The same release, as far as both say it.
    func isSame(as other: GDCVersion) -> Bool {
        guard minor == other.release, let version, version.patch == other.patch else { return false }
        return version.build == nil || other.build == nil || version.build == other.build
    }
}

/// What lies between the version of some nodes and the target.
package enum ReleaseStep: Equatable, Sendable {
    /// The file does not say what they run.
    case unknown
    case already
    /// Within the minor release; of `1.35` alone it cannot be told where in it.
    case patch
    case sameMinor
    case next
    /// Over one minor release.
    case skip(over: GDCMinor)
    /// So many minor releases at a time.
    case tooFar(Int)
    case down
    /// Another major release, of which nothing is known.
    case otherMajor

    package init(from present: GDCVersion?, to target: UpgradeTarget) {
        guard let present else {
            self = .unknown
            return
        }
        let from = present.release
        guard from.major == target.minor.major else {
            self = from > target.minor ? .down : .otherMajor
            return
        }
        switch target.minor.minor - from.minor {
        case 0 where target.isSame(as: present): self = .already
        case 0: self = target.version.map { $0 < present ? .down : .patch } ?? .sameMinor
        case 1: self = .next
        case 2: self = .skip(over: GDCMinor(from.major, from.minor + 1))
        case let minors: self = minors < 0 ? .down : .tooFar(minors)
        }
    }
}
