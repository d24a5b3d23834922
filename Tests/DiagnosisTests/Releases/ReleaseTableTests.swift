import Containerd
import Testing
import Texts

@testable import Diagnosis
@testable import MirrorCore

@Suite struct ReleaseTableTests {
    /// `releases.toml` with one entry more, as somebody would add it.
    static func table(adding entry: String) throws -> ReleaseTable {
        let text = String(decoding: PackageResources.releases_toml, as: UTF8.self)
        let place = try #require(text.range(of: "\n# What a release brought"))
        return try ReleaseTable(text[..<place.lowerBound] + "\n" + entry + text[place.lowerBound...])
    }

    static let next = """
        [[release]]
        gdc = "1.37"
        containerd = { value = "2.2", basis = "published", source = "s" }
        files = { value = "hosts.toml", basis = "published", source = "s" }
        header = { value = "update", basis = "published", source = "s" }
        """

    @Test func theFileIsATable() throws {
        let table = try ReleaseTable(String(decoding: PackageResources.releases_toml, as: UTF8.self))
        #expect(table == .current)
        #expect(table.newest == table.supported.upperBound)
        #expect(table.readOn == "2026-11-29")
        for (older, newer) in zip(table.releases, table.releases.dropFirst()) {
            #expect(older.minors.upperBound.minor + 1 == newer.minors.lowerBound.minor, "\(newer.minors)")
        }
        for change in table.changes { #expect(Catalogue.english.keys.contains(change.text.key), "\(change.id)") }
    }

    @Test(arguments: [
        ("0.7.0-gke.0", "1.6.18", "1.6.18", "config.toml"), ("1.8.2", "1.6.18", "1.6.18", "config.toml"),
        ("1.15.1", "1.6.18", "1.6.18", "config.toml"), ("1.16.0", "1.7", "1.7.34", "config.toml"),
        ("1.33.999-gke.1", "1.7", "1.7.34", "config.toml"), ("1.34.0-gke.566", "2.0", "2.0.11", "hosts.toml"),
        ("1.35.0-gke.525", "2.1", "2.1.9", "hosts.toml"), ("1.36.300-gke.150", "2.1", "2.1.9", "hosts.toml"),
    ])
    func saysWhatNodesRun(version: String, containerd: String, engine: String, file: String) throws {
        let version = try #require(GDCVersion(version))
        guard version.major > 0 else { return #expect(!ReleaseTable.current.knows(version)) }
        let release = try #require(ReleaseTable.current.entry(for: version))
        #expect(release.containerd.value.description == containerd)
        #expect(release.containerd.value.version.description == engine)
        #expect(release.files.value.rawValue == file)
    }

    @Test func groupsReleasesThatAreAlike() {
        let lines = ReleaseTable.current.lines.map { "\($0.containerdVersion) \($0.form.rawValue) \($0.minors)" }
        #expect(
            lines == [
                "1.6.18 config.toml 1.0...1.15", "1.7.34 config.toml 1.16...1.33", "2.0.11 hosts.toml 1.34...1.34",
                "2.1.9 hosts.toml 1.35...1.36",
            ]
        )
        #expect(ReleaseTable.current.currentLines.map(\.containerdVersion.minor) == [7, 0, 1])
    }

    @Test func aReleaseThatIsNotKnownCountsAsTheNewest() throws {
        let version = GDCVersion(1, 37)
        #expect(!ReleaseTable.current.knows(version))
        #expect(ReleaseTable.current.release(for: version) == ReleaseTable.current.releases.last)
        #expect(ReleaseTable.current.line(for: version)?.containerdVersion == ContainerdVersion(2, 1, 9))
        let group = NodeGroup(role: .controlPlane, version: version, nodes: ["10.0.0.1"])
        let consequence = ChangeConsequence(groups: [group], from: [], to: [], at: .header)
        #expect(consequence.unknownReleasePhrases.map { Catalogue.english($0) }.first?.contains("1.37.0") == true)
    }

    /// One entry is all that a new release needs: everything that asks about a version answers for it.
    @Test func aReleaseIsOneEntry() throws {
        let table = try Self.table(adding: Self.next)
        let version = GDCVersion(1, 37, 0, build: 1)
        #expect(table.knows(version))
        let line = try #require(table.line(for: version))
        #expect(line.containerdVersion == ContainerdVersion(2, 2, 7))
        #expect(line.minors == GDCMinor(1, 37)...GDCMinor(1, 37))
        let group = NodeGroup(role: .nodePool, name: "new", version: version, nodes: ["10.0.0.1"])
        #expect(group.lines(in: table) == [line])
        let old = NodeGroup(role: .controlPlane, version: GDCVersion(1, 36), nodes: ["10.0.0.2"])
        let consequence = ChangeConsequence(
            groups: [old, group],
            from: [],
            to: [MirrorDraft(endpoint: "https://h")],
            at: .header,
            releases: table
        )
        #expect(consequence.unknownReleases.isEmpty)
        #expect(consequence.nodes.map(\.line.containerdVersion.minor) == [1, 2])
        #expect(consequence.nodes.last?.hasFilesOfOlder == true)
        #expect(consequence.nodes.last?.older?.differences.contains(.referrers) == true)
        let placement = MirrorPlacement(type: .user, operation: .update, version: version, releases: table)
        #expect(placement.alternative?.place == .header)
        #expect(table.has("certificateRotation", in: version))
    }

    /// Order, keys, values: what is wrong is said with its line.
    @Test(arguments: [
        ("gdc = \"1.37\"", "gdc = \"1.36\""), ("gdc = \"1.37\"", "gdc = \"1.x\""), ("hosts.toml", "toml"),
        ("\"2.2\"", "\"two\""), ("published", "perhaps"), ("source = \"s\"", "source = \"\""), ("header", "heading"),
        ("value = \"update\"", "value = \"always\""),
    ])
    func refusesWhatIsNoEntry(old: String, new: String) {
        #expect(throws: ReleaseTableError.self) { try Self.table(adding: Self.next.replacing(old, with: new)) }
    }

    @Test(arguments: [
        ("hostsOnlyChange", "1.29.900-gke.1", false), ("hostsOnlyChange", "1.30.400-gke.9", false),
        ("hostsOnlyChange", "1.30.500-gke.126", true), ("hostsOnlyChange", "1.31.0-gke.1", false),
        ("hostsOnlyChange", "1.32.0-gke.1", true), ("certificateRotation", "1.33.800-gke.1", false),
        ("certificateRotation", "1.33.900-gke.1", true), ("certificateRotation", "1.34.400-gke.1", false),
        ("certificateRotation", "1.35.100-gke.1", false), ("certificateRotation", "1.35.200", true),
        ("certificateRotation", "1.36.0-gke.532", true), ("concurrentTasks", "1.35.0-gke.525", true),
        ("workloadIdentity", "1.33.200-gke.69", false), ("workloadIdentity", "1.34.0-gke.566", true),
        ("no such change", "1.36.0", false),
    ])
    func saysWhatIsMended(id: String, version: String, isMended: Bool) throws {
        #expect(ReleaseTable.current.has(id, in: try #require(GDCVersion(version))) == isMended)
    }

    @Test func theEngineNamesWhatDiffers() {
        let differences = EngineDifference.between(ContainerdVersion(2, 0, 11), ContainerdVersion(2, 1, 9))
        #expect(
            differences == [
                .transferService, .tokenServerHeaders, .serverErrorRetries, .userAgent, .noSchema1, .blobsAfterStatus,
                .requestInErrors,
            ]
        )
        #expect(EngineDifference.between(ContainerdVersion(2, 1, 9), ContainerdVersion(2, 1, 9)).isEmpty)
        for difference in EngineDifference.allCases {
            #expect(Catalogue.english.keys.contains(difference.phrase.key), "\(difference)")
        }
    }
}
