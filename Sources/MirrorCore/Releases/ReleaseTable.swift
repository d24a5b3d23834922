/// The one table of releases: everything that asks what a GDC version does asks it.
package struct ReleaseTable: Equatable, Sendable {
    /// `2026-11-29`: the day the facts were read.
    package let readOn: String
    /// The minor releases the vendor supported on that day.
    package let supported: ClosedRange<GDCMinor>
    /// From the oldest to the newest.
    package let releases: [GDCRelease]
    package let changes: [ReleaseChange]

    /// What `releases.toml` says.
    package static let current: ReleaseTable = {
        let text = String(decoding: PackageResources.releases_toml, as: UTF8.self)
        // A test holds the file to its form; without it nothing is known of any release.
        return (try? ReleaseTable(text)) ?? .empty
    }()

    private static let empty = ReleaseTable(
        readOn: "",
        supported: GDCMinor(0, 0)...GDCMinor(0, 0),
        releases: [],
        changes: []
    )

    package init(
        readOn: String,
        supported: ClosedRange<GDCMinor>,
        releases: [GDCRelease],
        changes: [ReleaseChange]
    ) {
        self.readOn = readOn
        self.supported = supported
        self.releases = releases
        self.changes = changes
    }

    package var newest: GDCMinor? { releases.last?.minors.upperBound }

    /// The entry that speaks of a version.
    package func entry(for version: GDCVersion) -> GDCRelease? {
        releases.first { $0.minors.contains(version.release) }
    }

    /// Whether the table speaks of a version at all.
    package func knows(_ version: GDCVersion) -> Bool { entry(for: version) != nil }

    /// The entry to go by: a version that the table does not know counts as the newest known one.
    package func release(for version: GDCVersion) -> GDCRelease? { entry(for: version) ?? releases.last }

    package func change(_ id: String) -> ReleaseChange? { changes.first { $0.id == id } }

    /// Whether a version has what the change of this name brought or mended.
    package func has(_ id: String, in version: GDCVersion) -> Bool { change(id)?.isIn(version) ?? false }

    /// The first release in which the header of a user cluster is said to count for an update.
    package var firstWithHeaderUpdate: GDCMinor? {
        releases.first { $0.header.value == .update }?.minors.lowerBound
    }

    /// For which operations the header of a user cluster counts; `creation` where the version is not known.
    package func headerRule(for version: GDCVersion?) -> HeaderRule {
        version.flatMap(release)?.header.value ?? .creation
    }
}
