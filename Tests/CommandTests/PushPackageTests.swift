import Foundation
import TestSupport
import Testing

/// What a package may hold, and what is said of it.
@Suite(.serialized) struct PushPackageTests {
    /// Made by Tests/Lab/make-package.
    static let packages = Result {
        let folder = try TemporaryFolder()
        let made = try Tool.run("/usr/bin/python3", [repositoryRoot + "/Tests/Lab/make-package", folder.path])
        try #require(made.status == 0, "\(made.errors)")
        return folder
    }

    private struct Summary {
        let status: Int32
        let object: [String: Any]
        let errors: String
        var images: [[String: Any]] { object["images"] as? [[String: Any]] ?? [] }
        var codes: [String] { (object["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String } }

        func image(_ name: String) -> [String: Any]? {
            images.first { ($0["name"] as? String)?.hasPrefix(name) == true }
        }
    }

    private func push(
        _ package: String,
        to registry: String = "plain",
        _ namespace: String,
        _ more: String...
    ) throws -> Summary {
        let state = try TemporaryFolder()
        let lab = try PushCommandTests.lab.get()
        let result = try Tool.run(
            Tool.mirrorctl,
            [
                "push", "images", "--source", package, "--private-registry", "\(lab.address(registry))/\(namespace)",
                "--allow-http", "--output", "jsonl",
            ] + more,
            environment: ["XDG_STATE_HOME": state.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        )
        let last = Data((result.output.split(separator: "\n").last ?? "").utf8)
        let object = try JSONSerialization.jsonObject(with: last) as? [String: Any]
        return Summary(status: result.status, object: object ?? [:], errors: result.errors)
    }

    /// The vendor's layers that may not be passed on: left out and said so, and the image gets in all the same.
    @Test func layersThatAreElsewhereAreLeftThere() throws {
        let package = try Self.packages.get()("bundle.tar.gz")
        let taken = try push(package, "foreign")
        #expect(taken.status == 0, "\(taken.errors)")
        let foreign = "sha256:" + String(repeating: "f", count: 64)
        #expect(taken.image("gcr.io/team/multi")?["foreign"] as? [String] == [foreign])
        #expect(taken.image("quay.io/org/zipped")?["foreign"] == nil)
        // As Debian installs it, docker-registry refuses such manifests with a 500: that is told apart from a broken registry.
        let refused = try push(package, to: "strict", "foreign-strict")
        #expect(refused.status == 1)
        #expect(refused.codes == ["MIR0915", "MIR0929"], "\(refused.object)")
        #expect(refused.image("quay.io/org/zipped")?["result"] as? String == "pushed")
        #expect(refused.object["retries"] as? Int == 0)
    }

    @Test(arguments: ["one.tar.xz", "many.tar.xz", "bundle.tar.gz", "bundle.tar.zst", "bundle.tar"])
    func aTruncatedPackageEndsInPlaceAndName(form: String) throws {
        let folder = try TemporaryFolder()
        let whole = try Self.packages.get().bytes(form)
        let cut = folder("cut-\(form)")
        try Data(whole.prefix(whole.count * 2 / 3)).write(to: URL(fileURLWithPath: cut))
        let result = try Tool.run(
            Tool.mirrorctl,
            [
                "push", "images", "--source", cut, "--private-registry",
                "\(try PushCommandTests.lab.get().address("plain"))/cut-\(form)", "--allow-http",
            ],
            environment: ["XDG_STATE_HOME": folder("state"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        )
        #expect(result.status == 65, "\(result.output)\(result.errors)")
        let said = result.output + result.errors
        #expect(said.contains("cut-\(form)") && said.contains("byte"), "\(said)")
    }

    @Test func zstdIsAnOptionAndItsBytesAreTheSameEveryTime() throws {
        let package = try Self.packages.get()("unlinked.tar")
        let digests = try ["zstd-a", "zstd-b"].map { namespace in
            let summary = try push(package, namespace, "--compression", "zstd")
            #expect(summary.status == 0, "\(summary.errors)")
            return summary.images.first?["digest"] as? String
        }
        #expect(digests[0] != nil && digests[0] == digests[1])
        let folder = try TemporaryFolder()
        let address = try PushCommandTests.lab.get().address("plain")
        let pulled = try Tool.run(
            "/usr/bin/skopeo",
            ["copy", "--src-tls-verify=false", "docker://\(address)/zstd-a/team/a:1", "dir:\(folder("out"))"]
        )
        #expect(pulled.status == 0, "\(pulled.errors)")
        let manifest = try folder.text("out/manifest.json")
        #expect(manifest.contains("layer.v1.tar+zstd"), "\(manifest)")
    }

    /// Both ways to compress, as a node takes them: pulled, verified and unpacked.
    @Test(.enabled(if: geteuid() == 0)) func containerdUnpacksWhatWasCompressed() async throws {
        try await offPool {
            let package = try Self.packages.get()("unlinked.tar")
            let address = try PushCommandTests.lab.get().address("plain")
            for encoding in ["gzip", "zstd"] {
                #expect(try push(package, "node-\(encoding)", "--compression", encoding).status == 0)
            }
            let images = ["gzip", "zstd"].map { "\(address)/node-\($0)/team/a:1" }
            let pulled = try Tool.run(repositoryRoot + "/Tests/Lab/containerd-pull", images)
            #expect(pulled.status == 0, "\(pulled.errors)")
            let lines = pulled.output.split(separator: "\n")
            try #require(lines.count == 2, "\(pulled.output)")
            #expect(lines[0].contains("rootfs.diff.tar.gzip"), "\(lines[0])")
            #expect(lines[1].contains("layer.v1.tar+zstd"), "\(lines[1])")
        }
    }

    @Test func anAuditNamesEveryDifference() throws {
        let package = try Self.packages.get()("many.tar.xz")
        let audit = try push(package, "never-pushed", "--verify-only")
        #expect(audit.status == 1)
        let multi = audit.image("gcr.io/team/multi")
        let all = (multi?["differences"] as? [[String: Any]] ?? []).map {
            "\($0["what"] ?? "") \($0["reference"] ?? "")"
        }
        #expect(all.contains("manifestMissing 1.0") && all.contains("manifestMissing latest"), "\(all)")
        #expect(all.count { $0.hasPrefix("blobMissing sha256:") } >= 4, "\(all)")
        // The same advice for all of them.
        #expect(audit.codes == ["MIR0906"], "\(audit.codes)")
    }

    @Test func theProbesObjectCountsThePackage() throws {
        let package = try Self.packages.get()("layout")
        let lab = try PushCommandTests.lab.get()
        func count() throws -> [String: Any]? {
            let result = try Tool.run(
                Tool.mirrorctl,
                [
                    "probe", "http://\(lab.address("plain"))/v2/counted-json", "--package", package, "--output", "json",
                ],
                environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
            )
            let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            return object?["package"] as? [String: Any]
        }
        let before = try #require(try count())
        #expect(before["present"] as? Int == 0 && (before["missing"] as? [Any])?.count == before["images"] as? Int)
        #expect(try push(package, "counted-json").status == 0)
        let after = try #require(try count())
        #expect(after["present"] as? Int == after["images"] as? Int && (after["missing"] as? [Any])?.isEmpty == true)
    }
}
