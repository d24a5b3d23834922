import Foundation
import TestSupport
import Testing

/// `why` and `convert` as an operator and a script use them.
@Suite struct WhyCommandTests {
    private func run(_ arguments: [String]) throws -> Tool.Result { try Tool.run(Tool.mirrorctl, arguments) }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// A node's tree as GDC up to 1.33 leaves it.
    private func legacyNode(endpoint: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("etc/containerd"), withIntermediateDirectories: true)
        let config = try run(["render", "--format", "containerd-config", "--endpoint", endpoint, "--host", "docker.io"])
        try folder.write("etc/containerd/config.toml", config.output)
        return folder
    }

    @Test func everyAttemptInOrderWithItsLine() throws {
        let node = try legacyNode(endpoint: "https://172.18.0.20:5000/v2/ns")
        let arguments = ["why", "nginx:1.25", "--root", node.path, "--containerd-version", "1.7.34"]
        let text = try run(arguments)
        #expect(text.status == 0)
        #expect(text.output.contains("https://172.18.0.20:5000/v2/ns is asked first"))
        let object = try json(try run(arguments + ["--output", "json"]).output)
        let attempts = try #require(object["attempts"] as? [[String: Any]])
        #expect(
            attempts.map { $0["resolveURL"] as? String } == [
                "https://172.18.0.20:5000/v2/ns/library/nginx/manifests/1.25?ns=docker.io",
                "https://registry-1.docker.io/v2/library/nginx/manifests/1.25",
            ]
        )
        let source = try #require(attempts.first?["source"] as? [String: Any])
        #expect(source["file"] as? String == "/etc/containerd/config.toml")
        let config = try String(contentsOfFile: node("etc/containerd/config.toml"), encoding: .utf8)
        let line = try #require(source["line"] as? Int)
        #expect(config.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains("endpoint ="))
    }

    @Test func aHostThatIsNotMirroredIsAProblem() throws {
        let node = try legacyNode(endpoint: "https://172.18.0.20:5000")
        let result = try run(["why", "quay.io/a/b:1", "--root", node.path, "--containerd-version", "1.7.34"])
        #expect(result.status == 1)
        #expect(result.output.contains("https://quay.io/v2/a/b/manifests/1"))
    }

    @Test func aListOfImagesFromAFile() throws {
        let node = try legacyNode(endpoint: "https://172.18.0.20:5000")
        let list = try node.write("images.txt", "nginx:1.25\nquay.io/a/b:1\n")
        let result = try run(["why", "--images", list, "--root", node.path, "--containerd-version", "1.7.34"])
        #expect(result.status == 1)
        #expect(result.output.split(separator: "\n").count >= 2)
    }

    @Test func liveMarksWhatTheRegistryAnswered() throws {
        let lab = try Lab.running()
        let node = try TemporaryFolder()
        let hosts = node("etc/containerd/certs.d/gcr.io")
        try FileManager.default.createDirectory(atPath: hosts, withIntermediateDirectories: true)
        try node.write(
            "etc/containerd/config.toml",
            "version = 3\n[plugins.\"io.containerd.cri.v1.images\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
        )
        try FileManager.default.copyItem(atPath: lab.caPath, toPath: hosts + "/ca.crt")
        // The server line keeps the test on this machine.
        let url = lab.url("basic")
        try node.write(
            "etc/containerd/certs.d/gcr.io/hosts.toml",
            "server = \"\(url)\"\nca = \"ca.crt\"\n[host.\"\(url)\"]\n  capabilities = [\"pull\", \"resolve\"]\n  ca = \"ca.crt\"\n"
        )
        let arguments = ["why", "gcr.io/none:1", "--root", node.path, "--containerd-version", "2.0.11", "--live"]
        let object = try json(try run(arguments + ["--output", "json"]).output)
        let attempts = try #require(object["attempts"] as? [[String: Any]])
        #expect(attempts.map { $0["outcome"] as? String } == ["401 Unauthorized", "401 Unauthorized"])
        // The last sentence and the exit status say what happened, not what could.
        let said = try run(arguments)
        #expect(said.status == 1)
        #expect(said.output.contains("fails now: none of those that were asked gave it."))
        #expect(!said.output.contains("is asked first"))
        #expect(try json(try run(arguments + ["--output", "json"]).output)["ending"] as? String == "fails")
        // Without the CA the same host is refused before it is asked.
        try FileManager.default.removeItem(atPath: hosts + "/hosts.toml")
        try FileManager.default.removeItem(atPath: hosts + "/ca.crt")
        try node.write("etc/containerd/certs.d/gcr.io/hosts.toml", "server = \"\(url)\"\n[host.\"\(url)\"]\n")
        let refused = try json(try run(arguments + ["--output", "json"]).output)
        let outcome = ((refused["attempts"] as? [[String: Any]])?.first?["outcome"] as? String) ?? ""
        #expect(outcome.contains("x509") || outcome.contains("certificate"), "\(outcome)")
    }

    /// The first, the last, or nobody has the image; `server` is a mirror, too, where it is not the registry itself.
    @Test func liveSaysWhereTheImageComesFrom() throws {
        let lab = try Lab.running()
        let node = try TemporaryFolder()
        let hosts = node("etc/containerd/certs.d/gcr.io")
        try FileManager.default.createDirectory(atPath: hosts, withIntermediateDirectories: true)
        try node.write(
            "etc/containerd/config.toml",
            "version = 3\n[plugins.\"io.containerd.cri.v1.images\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
        )
        try FileManager.default.copyItem(atPath: lab.caPath, toPath: hosts + "/ca.crt")
        let (full, empty) = (lab.url("tls") + "/v2/mirror", lab.url("front-page404") + "/v2")
        let rows: [(server: String, host: String, ending: String, status: Int32)] = [
            (empty, full, "mirror", 0), (full, empty, "mirror", 0), (empty, empty, "fails", 1),
        ]
        for row in rows {
            let last = "server = \"\(row.server)\"\nca = \"ca.crt\"\noverride_path = true\n"
            let first = "[host.\"\(row.host)\"]\n  ca = \"ca.crt\"\n  override_path = true\n"
            try node.write("etc/containerd/certs.d/gcr.io/hosts.toml", last + first)
            let image = "gcr.io/anthos-baremetal-release/pause:3.9"
            let arguments = ["why", image, "--root", node.path, "--containerd-version", "2.0.11", "--live"]
            let result = try run(arguments + ["--output", "json"])
            #expect(result.status == row.status, "\(row) \(result.output)")
            #expect(try json(result.output)["ending"] as? String == row.ending, "\(row)")
            #expect(try run(arguments).status == row.status)
        }
    }

    @Test func aBrokenConfigIsNamedWithFileLineAndReason() throws {
        let node = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: node("etc/containerd"), withIntermediateDirectories: true)
        try node.write("etc/containerd/config.toml", "version = 2\nroot = \"/var/lib/containerd\"\n...\n")
        let result = try run(["why", "nginx", "--root", node.path, "--containerd-version", "1.7.34"])
        #expect(result.status == 1)
        #expect(result.output.contains("line 3"))
        #expect(result.output.contains("ellipsis"))
    }

    @Test func convertWritesElsewhereAndNamesTheProof() throws {
        let node = try legacyNode(endpoint: "https://172.18.0.20:5000/v2/ns")
        let before = try String(contentsOfFile: node("etc/containerd/config.toml"), encoding: .utf8)
        let out = try TemporaryFolder()
        let arguments = ["convert", "--root", node.path, "--containerd-version", "2.0.11", "--out", out("new")]
        let result = try run(arguments)
        #expect(result.status == 0)
        #expect(try String(contentsOfFile: node("etc/containerd/config.toml"), encoding: .utf8) == before)
        let hosts = try String(contentsOfFile: out("new/etc/containerd/certs.d/docker.io/hosts.toml"), encoding: .utf8)
        #expect(hosts.contains("override_path = true"))
        // The converted tree makes the same first request.
        let why = ["why", "nginx:1.25", "--containerd-version", "2.0.11", "--output", "json", "--root"]
        let old = try json(try run(why + [node.path]).output)
        let new = try json(try run(why + [out("new")]).output)
        func urls(_ object: [String: Any]) -> [String?] {
            ((object["attempts"] as? [[String: Any]]) ?? []).map { $0["resolveURL"] as? String }
        }
        #expect(urls(old) == urls(new))
        #expect(urls(new).count == 2)
    }
}

extension WhyCommandTests {
    private static let journal = """
        Nov 26 13:46:00 node1 containerd[812]: time="2026-11-26T13:46:00Z" level=info msg="PullImage \\"docker.io/library/nginx:1.25\\""
        Nov 26 13:46:00 node1 containerd[812]: time="2026-11-26T13:46:00Z" level=info msg="trying next host" error="failed to do request: Head \\"https://u:s3cr3tZx9@172.18.0.20:5000/v2/library/nginx/manifests/1.25?ns=docker.io\\": x509: certificate signed by unknown authority\u{1B}[2J" host="172.18.0.20:5000"
        Nov 26 13:46:30 node1 containerd[812]: time="2026-11-26T13:46:30Z" level=error msg="PullImage \\"docker.io/library/nginx:1.25\\" failed" error="failed to pull and unpack image \\"docker.io/library/nginx:1.25\\": failed to resolve image: docker.io/library/nginx:1.25: not found"

        """

    @Test func aPastedLogNamesTheCauseThatTheEventHides() throws {
        let node = try legacyNode(endpoint: "https://172.18.0.20:5000")
        let log = try node.write("journal.txt", Self.journal)
        let arguments = ["why", "nginx:1.25", "--log", log, "--root", node.path, "--containerd-version", "1.7.34"]
        let text = try run(arguments)
        #expect(text.status == 1)
        #expect(text.output.contains("MIR0851"))
        #expect(text.output.contains("MIR0867"))
        #expect(text.output.contains("/etc/containerd/config.toml:"))
        let json = try run(arguments + ["--output", "json"])
        for output in [text.output, json.output] {
            #expect(!output.contains("s3cr3tZx9"))
            #expect(!output.contains("\u{1B}"))
        }
        let object = try self.json(json.output)
        #expect((object["cause"] as? [String: Any])?["fault"] as? String == "unknownAuthority")
        #expect(object["isCauseHidden"] as? Bool == true)
        #expect((object["podEvent"] as? String)?.hasSuffix("docker.io/library/nginx:1.25: not found") == true)
        // Without an image: the one that failed last.
        #expect(try run(["why", "--log", log]).output.contains("docker.io/library/nginx:1.25"))
    }

    @Test func aLogAboutSomethingElseIsSaidToBe() throws {
        let node = try TemporaryFolder()
        let log = try node.write("journal.txt", Self.journal)
        let other = try run(["why", "redis:7", "--log", log])
        #expect(other.status == 65)
        #expect(other.errors.contains("docker.io/library/nginx:1.25"))
        #expect(try run(["why", "--log", try node.write("empty.txt", "nothing\n")]).status == 65)
        #expect(try run(["why", "redis:7", "--log", node("none.txt")]).status == 66)
        #expect(try run(["why", "redis:7", "--log", log, "--live"]).status == 64)
    }
}
