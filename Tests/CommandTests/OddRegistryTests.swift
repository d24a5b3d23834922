import Foundation
import TestSupport
import Testing

/// `push images` and the rehearsal against registries that do things their own way (Tests/Lab/odd-registry.py).
@Suite struct OddRegistryTests {
    private struct Outcome: Decodable {
        let status: Int32
        let output: String
        let errors: String
        let requests: [String]
        let manifests: [String: String]
        let blobs: [String: Int]
    }

    private static func run(_ quirks: String, _ arguments: [String]) throws -> Outcome {
        let state = try TemporaryFolder()
        let words: [String] = quirks.split(separator: " ").map { String($0).replacingOccurrences(of: "_", with: " ") }
        var command: [String] = [repositoryRoot + "/Tests/Lab/odd-registry.py"]
        command += words
        command += ["--", Tool.mirrorctl]
        command += arguments
        let environment = ["XDG_STATE_HOME": state.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        let result = try Tool.run("/usr/bin/python3", command, environment: environment)
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Outcome.self, from: result.data)
    }

    private static func push(_ quirks: String, _ package: String, _ more: String...) throws -> Outcome {
        let place = ["--private-registry", "REGISTRY", "--allow-http", "--need-credential=false"]
        return try run(quirks, ["push", "images", "--source", package] + place + more)
    }

    private static func rehearse(_ quirks: String) throws -> Outcome {
        try run(quirks, ["probe", "http://REGISTRY", "--proxy", "none", "--rehearse-push"])
    }

    private static let large = Result { try PushPlace.layouts(1, mebibytes: 20) }

    private static func odd(_ kind: String, _ folder: TemporaryFolder) throws -> String {
        let script = repositoryRoot + "/Tests/Lab/odd-package.py"
        let made = try Tool.run("/usr/bin/python3", [script, kind, folder("odd.tar")])
        try #require(made.status == 0, "\(made.errors)")
        return folder("odd.tar")
    }

    /// What a registry says of its offset is wrong or missing: what was sent counts, and the digest decides. The rehearsal
    /// says the same.
    @Test(arguments: [
        "patch=201 range=stale strict", "patch=201 range=stale strict status=404", "range=stale strict status=405",
        "range=stale strict status=400", "range=stale strict status=501", "range=stale strict status=stale",
        "range=stale status=stale", "range=none status=404 strict", "range=none status=500 strict",
        "range=chunk strict",
        "range=chunk status=stale strict", "range=bytes strict", "range=huge strict", "range=huge status=403 strict",
        "patch=204 nolocation", "half strict", "half", "patch=200",
    ])
    func anOffsetThatCannotBeSaidIsCounted(quirks: String) throws {
        let pushed = try Self.push(quirks, Self.large.get()("package"))
        #expect(pushed.status == 0, "\(pushed.output)\(pushed.errors)")
        #expect(pushed.blobs.values.contains(20 << 20))
        let rehearsed = try Self.rehearse(quirks)
        #expect(rehearsed.status == 0 && !rehearsed.output.contains("✗"), "\(rehearsed.output)")
    }

    @Test(arguments: ["swallow strict", "swallow", "swallow=1 strict", "swallow=1000 range=none strict"])
    func whatIsNeverKeptIsGivenUp(quirks: String) throws {
        let pushed = try Self.push(quirks, Self.large.get()("package"))
        #expect(pushed.status == 1)
        #expect(pushed.output.contains("MIR0908") || pushed.output.contains("MIR0910"), "\(pushed.output)")
        #expect(pushed.requests.count < 300)
        let rehearsed = try Self.rehearse(quirks)
        #expect(rehearsed.status == 1 && rehearsed.output.contains("MIR0611"), "\(rehearsed.output)")
    }

    /// What is asked for the upload, and what is not: only a blob of ours proves it, and it does not stay.
    @Test func whatIsNotSaidIsTried() throws {
        for (quirks, isTried) in [("", false), ("range=none", false), ("range=none status=404", true)] {
            let rehearsed = try Self.rehearse(quirks)
            #expect(rehearsed.status == 0, "\(rehearsed.output)")
            #expect(rehearsed.requests.contains { $0.hasPrefix("PUT") } == isTried)
            #expect(rehearsed.blobs.isEmpty)
        }
        let kept = try Self.rehearse("range=none status=404 nodelete")
        #expect(kept.status == 0 && kept.output.contains("MIR0612"), "\(kept.output)")
        let yes = try Self.rehearse("yes")
        #expect(yes.status == 1 && yes.output.contains("MIR0613"), "\(yes.output)")
    }

    /// A limit on the size of a request, whatever number it comes under.
    @Test(arguments: [
        "416:body_too_large", "400:maximum_size_is_1MiB", "403:limit_1048576_bytes", "500:request_body_too_large",
    ])
    func aLimitShrinksTheChunk(words: String) throws {
        let quirks = "cap=1048576:\(words)"
        let pushed = try Self.push(quirks, Self.large.get()("package"))
        #expect(pushed.status == 0, "\(pushed.output)")
        let rehearsed = try Self.rehearse(quirks)
        #expect(rehearsed.status == 0 && !rehearsed.output.contains("✗"), "\(rehearsed.output)")
    }

    @Test func whatSmallerRequestsDoNotHelpAgainstIsSaidAsItIs() throws {
        let quota = try Self.push("cap=1048576:403:quota_exceeded", Self.large.get()("package"))
        #expect(quota.status == 1 && quota.output.contains("quota exceeded"), "\(quota.output)")
        #expect(quota.requests.count { $0.hasPrefix("PATCH") } <= 4)
        let tiny = try Self.push("cap=1000:416:body_too_large", Self.large.get()("package"))
        #expect(tiny.status == 1 && tiny.output.contains("MIR0934"), "\(tiny.output)")
        #expect(try Self.rehearse("cap=1000:416:body_too_large").output.contains("MIR0605"))
    }

    @Test(arguments: ["form=415", "form=400"])
    func anOCIRegistryGetsTheImageAsOCI(quirks: String) throws {
        let folder = try TemporaryFolder()
        let pushed = try Self.push(quirks, Self.odd("docker", folder))
        #expect(pushed.status == 0 && pushed.output.contains("MIR0935"), "\(pushed.output)")
        #expect(Set(pushed.manifests.values) == ["application/vnd.oci.image.manifest.v1+json"])
        let digest = try #require(pushed.manifests.keys.first { $0.contains("sha256:") }?.split(separator: " ").last)
        #expect(pushed.output.contains(digest))
    }

    @Test func whatTheRegistrySaysOfAManifestIsHeldAgainstIt() throws {
        let folder = try TemporaryFolder()
        let package = try Self.odd("layers=right", folder)
        #expect(try Self.push("digest=none", package).status == 0)
        for (quirks, code) in [("digest=bare", "MIR0927"), ("digest=wrong", "MIR0927"), ("type=text/plain", "MIR0928")]
        {
            let pushed = try Self.push(quirks, package)
            #expect(pushed.status == 1 && pushed.output.contains(code), "\(pushed.output)")
        }
    }

    /// What passes for a push passes for its rehearsal.
    @Test(arguments: ["fail=POST:503:1", "fail=PATCH:502:2", "fail=POST:429:1"])
    func whatPassesIsNoFailure(quirks: String) throws {
        let rehearsed = try Self.rehearse(quirks)
        #expect(rehearsed.status == 0 && !rehearsed.output.contains("✗"), "\(rehearsed.output)")
    }

    /// Each byte comes in time, and the answer never.
    @Test(arguments: ["GET", "POST", "PATCH"])
    func anAnswerThatDripsIsAFinding(method: String) throws {
        let folder = try TemporaryFolder()
        let package = method == "PATCH" ? try Self.large.get()("package") : try Self.odd("docker", folder)
        let pushed = try Self.push("drip=\(method)", package)
        #expect(pushed.status != 0 && pushed.output.contains("MIR0933"), "\(pushed.output)")
    }

    /// By their names alone: nothing is sent, and each is named for what it is.
    @Test(arguments: [
        ("layers=none", "MIR0931"), ("link=up", "MIR0930"), ("platforms=plain", "MIR0932"),
        ("media=manifest", "MIR0937"),
        (#"docker=["gcr.io/Lab/a:1"]"#, "MIR0936"), ("tag=..", "MIR0936"), ("inner=header", "MIR0909"),
        ("depth=9", "MIR0938"),
    ])
    func anImageThatIsNotWholeFailsEverywhere(kind: String, code: String) throws {
        let folder = try TemporaryFolder()
        let package = try Self.odd(kind, folder)
        let listed = try Tool.run(Tool.mirrorctl, ["push", "images", "--source", package, "--list"])
        #expect(listed.status == 1 && listed.output.contains("✗"), "\(listed.output)")
        let json = try Tool.run(Tool.mirrorctl, ["push", "images", "--source", package, "--list", "--output", "json"])
        #expect(json.status == 1 && json.output.contains(#""isWhole" : false"#))
        for more in ["--dry-run", "--verify-only", "--threads=2"] {
            let done = try Self.push("", package, more)
            #expect(done.status == 1 && done.output.contains(code), "\(more): \(done.output)")
            #expect(done.manifests.keys.allSatisfy { $0.hasPrefix("lab/first ") })
        }
        let events = try Self.push("", package, "--output", "jsonl")
        #expect(events.status == 1 && events.output.contains(#""code":"\#(code)""#), "\(events.output)")
    }

    @Test func imagesWithoutNamesAreSaidSo() throws {
        let folder = try TemporaryFolder()
        for tags in [
            "null", "[]", #"["<none>:<none>"]"#, #"["gcr.io/lab/a@sha256:\#(String(repeating: "0", count: 64))"]"#,
        ] {
            let pushed = try Self.push("", Self.odd("docker=\(tags)", folder))
            #expect(pushed.status == 0 && pushed.output.contains("MIR0929"), "\(pushed.output)")
            let digest = try #require(pushed.manifests.keys.first?.split(separator: " ").last)
            #expect(pushed.output.contains("@\(digest)"), "\(pushed.output)")
        }
    }

    @Test func passedOverFilesAreCounted() throws {
        let folder = try TemporaryFolder()
        let pushed = try Self.push("", Self.odd("inner=text", folder))
        #expect(pushed.status == 0 && pushed.output.contains("bm/README (7 B)"), "\(pushed.output)")
        let events = try Self.push("", folder("odd.tar"), "--output", "jsonl")
        #expect(events.output.contains(#""passedOver":[{"bytes":7,"name":"bm/README"}]"#), "\(events.output)")
    }
}
