import Foundation
import Glibc
import MirrorSystem
import TestSupport
import Testing

/// Real registries, a real containerd, and what is left of a canary afterwards: nothing.
@Suite(.serialized, .daemons) struct CanaryTests {
    private static var isPossible: Bool {
        geteuid() == 0 && InstalledContainerd.version() != nil
            && ["/usr/bin/docker-registry", "/usr/bin/unshare", "/usr/bin/ctr"].allSatisfy { (path: String) in
                access(path, X_OK) == 0
            }
    }

    /// The lab's processes; they end with a file.
    private final class CanaryLab {
        let folder: TemporaryFolder
        let ports: [String]
        private let running: Tool.Running

        init() throws {
            folder = try TemporaryFolder()
            running = try Tool.start("\(repositoryRoot)/Tests/Lab/canary-lab", [folder.path])
            var found = ""
            for _ in 0..<400 where found.isEmpty {
                usleep(100_000)
                found = (try? String(contentsOfFile: folder("ports"), encoding: .utf8)) ?? ""
            }
            ports = found.split(whereSeparator: \.isWhitespace).map(String.init)
        }

        func stop() {
            _ = try? folder.write("stop", "")
            _ = try? running.wait()
        }

        var socket: String { folder("containerd.sock") }

        /// Repositories with a tag, at the registry of this port.
        func tagged(_ port: String) throws -> [String] {
            let list = try Tool.run("/usr/bin/curl", ["-s", "http://127.0.0.1:\(port)/v2/_catalog"])
            let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any]
            return try ((object?["repositories"] as? [String]) ?? []).filter { name in
                let tags = try Tool.run(
                    "/usr/bin/curl",
                    [
                        "-s", "http://127.0.0.1:\(port)/v2/\(name)/manifests/proof", "-o", "/dev/null", "-w",
                        "%{http_code}", "-H", "Accept: application/vnd.oci.image.manifest.v1+json",
                    ]
                )
                return tags.output == "200"
            }
        }

        func imagesOfNode() throws -> String {
            try Tool.run("/usr/bin/ctr", ["--address", socket, "--namespace", "k8s.io", "images", "list", "-q"]).output
        }
    }

    private func canary(_ lab: CanaryLab, _ port: String, _ arguments: [String]) throws -> (Tool.Result, [String: Any])
    {
        let command = ["canary", "http://127.0.0.1:\(port)", "--socket", lab.socket, "--output", "json"] + arguments
        var environment = ProcessInfo.processInfo.environment
        // An overlay cannot lie on an overlay.
        environment["CONTAINERD_SNAPSHOTTER"] = "native"
        let result = try Tool.run(Tool.mirrorctl, command, environment: environment)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return (result, object ?? [:])
    }

    @Test(.enabled(if: isPossible, "needs root, containerd and docker-registry"))
    func provenRefusedKeptAndInterrupted() throws {
        let lab = try CanaryLab()
        defer { lab.stop() }
        try #require(lab.ports.count == 3)
        let (deletes, keeps) = (lab.ports[0], lab.ports[1])

        // Through the CRI socket, with a namespace in the way that the node does not know: not found there.
        let (proven, object) = try canary(lab, deletes, ["--via", "socket"])
        #expect(proven.status == 0, "\(proven.output) \(proven.errors)")
        #expect(object["isProven"] as? Bool == true)
        #expect(object["pulledDigest"] as? String == object["configDigest"] as? String)
        #expect((object["image"] as? String)?.hasPrefix("gcr.io/mirrorctl-canary/") == true)
        let log = try String(contentsOfFile: lab.folder("containerd.log"), encoding: .utf8)
        #expect(log.contains("returns image reference"))
        #expect(try lab.tagged(deletes) == [])
        #expect(try lab.imagesOfNode() == "")

        let (elsewhere, found) = try canary(lab, deletes, ["--via", "socket", "--namespace", "other"])
        #expect(elsewhere.status == 1)
        #expect((found["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == ["MIR0872"])
        #expect(try lab.tagged(deletes) == [])

        // ctr proves certs.d alone, and says so.
        let (ctr, byCtr) = try canary(lab, deletes, ["--via", "ctr", "--hosts-dir", lab.folder("certs.d")])
        #expect(ctr.status == 0, "\(ctr.output) \(ctr.errors)")
        #expect((byCtr["verdict"] as? String)?.contains("config.toml") == true)
        #expect(try lab.imagesOfNode() == "")

        // A registry that deletes nothing keeps a few hundred bytes, and that is said.
        let (kept, warned) = try canary(lab, keeps, ["--via", "socket", "--host", "keep.test"])
        #expect(kept.status == 0, "\(kept.output) \(kept.errors)")
        #expect((warned["findings"] as? [[String: Any]])?.map { $0["code"] as? String } == ["MIR0875"])
        #expect(try lab.imagesOfNode() == "")

        try interrupt(lab, deletes)
        #expect(try lab.tagged(deletes) == [])
        #expect(try lab.imagesOfNode() == "")
    }

    /// Ctrl-C while the node waits for a server that never answers.
    private func interrupt(_ lab: CanaryLab, _ port: String) throws {
        let running = try Tool.start(
            Tool.mirrorctl,
            ["canary", "http://127.0.0.1:\(port)", "--host", "slow.test", "--via", "socket", "--socket", lab.socket]
        )
        // It is there before the node is asked.
        for _ in 0..<200 {
            if try !lab.tagged(port).isEmpty { break }
            usleep(50_000)
        }
        #expect(try lab.tagged(port).count == 1)
        kill(running.process, SIGINT)
        for _ in 0..<600 where running.isRunning { usleep(50_000) }
        kill(running.process, SIGKILL)
        #expect(try running.wait().status == 130)
    }

    @Test func aMirrorThatIsNotThereIsSaidToBe() throws {
        let result = try Tool.run(
            Tool.mirrorctl,
            ["canary", "http://127.0.0.1:1", "--via", "socket", "--output", "json"]
        )
        #expect(result.status == 1)
        #expect(result.output.contains("MIR0871"))
    }
}
