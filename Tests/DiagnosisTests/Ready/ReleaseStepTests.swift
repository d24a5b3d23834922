import TestSupport
import Testing
import Texts

@testable import Diagnosis
@testable import MirrorCore

/// From which version to which, for the cluster and for each pool.
@Suite struct ReleaseStepTests {
    static let steps: [(from: String, to: String, said: [String])] = [
        ("1.33.200-gke.70", "1.34.0-gke.566", ["checked step.next"]),
        ("1.33.200-gke.70", "1.34", ["checked step.next"]),
        ("1.33.200-gke.70", "1.35.0-gke.525", ["notable step.skip"]),
        ("1.33.200-gke.70", "1.36.0-gke.532", ["wrong step.tooFar"]),
        ("1.33.200-gke.70", "1.33.900-gke.1", ["checked step.patch", "notable release.unsupported"]),
        ("1.33.200-gke.70", "1.33.100-gke.1", ["wrong step.down", "notable release.unsupported"]),
        ("1.34.0-gke.566", "1.33.900-gke.1", ["wrong step.down", "notable release.unsupported"]),
        ("1.34.0-gke.566", "1.34.0", ["notChecked step.alreadyInFile"]),
        ("1.34.0-gke.566", "1.34.0-gke.566", ["notChecked step.alreadyInFile"]),
        ("1.34.0-gke.566", "1.34.0-gke.565", ["wrong step.down"]),
        ("1.34.100-gke.5", "1.34", ["notChecked step.sameMinor"]),
        ("1.36.0-gke.532", "1.37.0-gke.9", ["checked step.next", "notChecked release.unknown"]),
        ("1.36.0-gke.532", "2.0.0-gke.9", ["notChecked step.otherMajor", "notChecked release.unknown"]),
        ("1.30.0-gke.1", "1.32.0-gke.1", ["wrong step.noSkip", "notable release.unsupported"]),
        ("1.31.0-gke.1", "1.33.0-gke.1", ["notable step.skip", "notable release.unsupported"]),
        ("", "1.34.0-gke.566", ["notChecked step.unknown"]),
        ("latest", "1.34.0-gke.566", ["notChecked step.unknown"]),
    ]

    @Test(arguments: steps.indices)
    func theStepIsJudged(index: Int) throws {
        let row = Self.steps[index]
        let facts = try ReadySamples.facts(to: row.to, from: row.from)
        #expect(ReadyTopic.step.lines(facts).said == row.said, "\(row.from) → \(row.to)")
    }

    /// The cluster's 1.34, and a pool that stayed on 1.33.
    @Test func aPoolIsJudgedByItsOwnVersion() throws {
        let facts = try ReadySamples.facts(to: "1.35.0-gke.525", text: ClusterSamples.hybrid)
        let lines = ReadyTopic.step.lines(facts)
        #expect(lines.map(\.subject.arguments["version"]) == ["1.34.0-gke.566", "1.33.200-gke.70"])
        #expect(lines.said == ["checked step.next", "notable step.skip"])
        #expect(Catalogue.english(lines[1].text).contains("node pool old"))
        let files = ReadyTopic.nodeFiles.lines(facts)
        #expect(files.said == ["notable files.sameForm", "notable files.moves"])
        #expect(files[1].details.contains { Catalogue.english($0).contains("certs.d/gcr.io/hosts.toml (new)") })
        // And the images of the release between, as well.
        let images = ReadyTopic.images.lines(facts)
        #expect(images.map(\.subject.arguments["version"]) == ["1.34", "1.35.0-gke.525"])
        // Three at a time are too many for any pool.
        let far = try ReadySamples.facts(to: "1.36.0-gke.532", text: ClusterSamples.hybrid)
        #expect(ReadyTopic.step.lines(far).said == ["notable step.skip", "wrong step.tooFar"])
    }

    /// What the cluster runs counts, and a file that was edited ahead proves nothing.
    @Test func theRunningClusterCounts() throws {
        var facts = try ReadySamples.facts(to: "1.34.0-gke.566", from: "1.34.0-gke.566")
        #expect(ReadyTopic.running.lines(facts).said == ["notChecked running.notAsked"])
        facts.live = try ReadySamples.live("1.33.200-gke.70")
        #expect(ReadyTopic.running.lines(facts).said == ["notable running.same"])
        #expect(ReadyTopic.step.lines(facts).said == ["checked step.next"])
        facts.live = try ReadySamples.live("1.34.0-gke.566")
        #expect(ReadyTopic.step.lines(facts).said == ["notable step.already"])
        facts.live = try ReadySamples.live("1.33.200-gke.70", endpoint: "https://172.18.0.20:5000/v2/other")
        let differs = ReadyTopic.running.lines(facts)
        #expect(differs.said == ["wrong running.differs"])
        #expect(
            differs[0].details.map { Catalogue.english($0) }.contains { $0.hasPrefix("- ") && $0.contains("other") }
        )
    }

    /// A release that is added to the table is known everywhere, with no other edit.
    @Test func aNewReleaseIsOneEntry() throws {
        let text = String(decoding: PackageResources.releases_toml, as: UTF8.self)
        let entry = """
            [[release]]
            gdc = "1.37"
            containerd = { value = "2.2", basis = "published", source = "s" }
            files = { value = "hosts.toml", basis = "published", source = "s" }
            header = { value = "update", basis = "published", source = "s" }

            """
        let mark = "# What a release brought"
        let table = try ReleaseTable(text.replacing(mark, with: entry + mark, maxReplacements: 1))
        let known = try ReadySamples.facts(to: "1.37.0-gke.1", from: "1.36.0-gke.532", releases: table)
        #expect(ReadyTopic.step.lines(known).said == ["checked step.next", "notable release.unsupported"])
        #expect(ReadyTopic.nodeFiles.lines(known).said == ["checked files.sameForm"])
        let unknown = try ReadySamples.facts(to: "1.37.0-gke.1", from: "1.34.0-gke.566")
        #expect(ReadyTopic.nodeFiles.lines(unknown).said == ["notChecked files.sameForm"])
    }

    @Test func targetsAndTimesAreReadOrNot() {
        for text in ["1.35", "1.35.0", "1.35.0-gke.525", "v1.35.0"] { #expect(UpgradeTarget(text) != nil, "\(text)") }
        for text in ["", "1", "1.35.", "1.35.0-gke.", "latest", "1.35.0.1", "v1.35", "1.x"] {
            #expect(UpgradeTarget(text) == nil, "\(text)")
        }
        #expect(["30d", "4w", "7", "0d"].map { ReadyQuestion.days($0) } == [30, 28, 7, 0])
        for text in ["", "d", "-1d", "1h", "1.5d", "99999999999999999999d", "36501d"] {
            #expect(ReadyQuestion.days(text) == nil, "\(text)")
        }
    }
}
