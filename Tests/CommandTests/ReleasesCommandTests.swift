import Foundation
import MirrorCore
import TestSupport
import Testing

@Suite struct ReleasesCommandTests {
    @Test func printsTheTableAndItsDay() throws {
        let result = try Tool.run(Tool.mirrorctl, ["releases"])
        #expect(result.status == 0)
        let table = ReleaseTable.current
        #expect(result.output.contains(table.readOn))
        for release in table.releases {
            let line = result.output.split(separator: "\n").first { $0.hasPrefix("\(release.minors.lowerBound)") }
            #expect(line?.contains(release.containerd.value.description) == true, "\(release.minors)")
            #expect(line?.contains(release.files.value.rawValue) == true)
        }
    }

    @Test func sourcesStandInJSON() throws {
        let result = try Tool.run(Tool.mirrorctl, ["releases", "--output", "json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let releases = try #require(object["releases"] as? [[String: Any]])
        #expect(releases.count == ReleaseTable.current.releases.count)
        for release in releases {
            for key in ["containerd", "files", "header"] {
                let fact = try #require(release[key] as? [String: String])
                #expect(fact["source"]?.isEmpty == false && fact["value"]?.isEmpty == false)
            }
        }
    }

    /// A pool's own version decides, and what two containerds do otherwise is said.
    @Test func everyPoolIsPreviewedByItsOwnRelease() throws {
        let folder = try TemporaryFolder()
        let pool = ClusterSamples.hybrid.replacing("1.33.200-gke.70", with: "1.35.0-gke.525")
        let file = try folder.write("h.yaml", pool)
        let result = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", file, "--endpoint", "https://10.9.0.2:5000", "--host", "docker.io"]
        )
        #expect(result.output.contains("Nodes of GDC 1.34, which read hosts.toml (containerd 2.0.11):"))
        #expect(result.output.contains("Nodes of GDC 1.35 to 1.36, which read hosts.toml (containerd 2.1.9):"))
        #expect(result.output.contains("pulls through the transfer service"))
        #expect(!result.output.contains("config.toml (containerd"))
        let unknown = try folder.write("u.yaml", pool.replacing("1.35.0-gke.525", with: "1.99.0-gke.1"))
        let other = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", unknown, "--endpoint", "https://10.9.0.2:5000", "--host", "docker.io"]
        )
        #expect(other.output.contains("1.99.0-gke.1 is not among the releases known here"))
    }

    /// The header of a user cluster that exists: refused below 1.35, a warning from then on.
    @Test(arguments: [("1.34.0-gke.566", Int32(1)), ("1.35.0-gke.525", 2), ("1.37.0-gke.1", 2)])
    func theHeaderOfAUserCluster(version: String, status: Int32) throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"]).replacing("type: admin", with: "type: user")
            .replacing("1.33.200-gke.70", with: version)
        let file = try folder.write("u.yaml", text)
        let result = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", file, "--place", "header", "--endpoint", "https://10.9.0.2:5000"]
        )
        #expect(result.status == status, "\(result.errors)")
        #expect((result.output + result.errors).contains("rests on the release notes of 1.35") == (status == 2))
    }
}
