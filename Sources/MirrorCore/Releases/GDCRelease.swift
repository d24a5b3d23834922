import Containerd
import Texts

/// What is known of one or several minor releases of GDC: an entry of `releases.toml`.
package struct GDCRelease: Equatable, Sendable {
    /// The first and the last minor release it speaks of.
    package let minors: ClosedRange<GDCMinor>
    package let containerd: ReleaseFact<ContainerdLine>
    package let files: ReleaseFact<NodeFileForm>
    package let header: ReleaseFact<HeaderRule>
}

/// `1.35`
package struct GDCMinor: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int

    package init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// `nil` for anything else than `MAJOR.MINOR`.
    package init?(_ text: String) {
        guard let version = GDCVersion(text + ".0"), version.build == nil, !text.hasPrefix("v") else { return nil }
        self = version.release
    }

    package var description: String { "\(major).\(minor)" }

    package static func < (left: GDCMinor, right: GDCMinor) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension GDCVersion {
    package var release: GDCMinor { GDCMinor(major, minor) }
}

/// A value, how sure it is, and where it comes from.
package struct ReleaseFact<Value: Equatable & Sendable>: Equatable, Sendable {
    package let value: Value
    package let basis: ReleaseBasis
    /// A citation; not translated.
    package let source: String
}

package enum ReleaseBasis: String, Equatable, Sendable, CaseIterable, Codable {
    case published, inferred
    /// Nothing was found; the value is the nearest release's.
    case unpublished
}

/// Which file on a node holds the mirrors.
package enum NodeFileForm: String, Hashable, Sendable, CaseIterable {
    case configTOML = "config.toml"
    case hostsTOML = "hosts.toml"

    /// `configTOML`: in keys of texts and in JSON.
    package var id: String { self == .configTOML ? "configTOML" : "hostsTOML" }
}

/// For which operations the header of a user cluster's file counts.
package enum HeaderRule: String, Hashable, Sendable, CaseIterable {
    case creation
    /// For an update, too.
    case update
}

/// `2.1`, or `1.6.18` where the release is known.
package struct ContainerdLine: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// The one that the engine answers for: the newest of the line that was checked against containerd itself.
    package let version: ContainerdVersion

    package init?(_ text: String) {
        guard let version = ContainerdVersion(text) else { return nil }
        description = text
        let isLine = text.utf8.count { $0 == UInt8(ascii: ".") } == 1
        let checked = ContainerdVersion.checked.last { $0.isSameBranch(as: version) }
        self.version = isLine ? checked ?? version : version
    }
}

/// Something a release brought or mended.
package struct ReleaseChange: Equatable, Sendable {
    package let id: String
    /// The first version of each minor release that has it.
    package let since: [GDCVersion]
    package let source: String
    package let basis: ReleaseBasis
    /// How it makes pulls fail that no mirror is to blame for; `nil` when it does not.
    package let pulls: PullEffect?

    /// Something that was not there before; else something that was wrong.
    package var isAbility = false

    package struct PullEffect: Equatable, Sendable {
        /// On which side of the change pulls may fail.
        package enum Side: String, Equatable, Sendable, CaseIterable { case before, since }

        /// The code of the finding that speaks of it.
        package let finding: String
        package let side: Side
    }

    /// Whether pulls of a version may fail of it.
    package func endangersPulls(of version: GDCVersion) -> Bool {
        switch pulls?.side {
        case .before?: !isIn(version)
        case .since?: isIn(version)
        case nil: false
        }
    }

    /// A version without its build counts as one that has it.
    package func isIn(_ version: GDCVersion) -> Bool {
        if let first = since.first(where: { $0.release == version.release }) {
            return (version.patch, version.build ?? .max) >= (first.patch, first.build ?? 0)
        }
        return since.max().map { version.release > $0.release } ?? false
    }

    package var text: Phrase { Phrase("releases.change.\(id)") }
}
