import Foundation
import TestSupport
import Testing

/// `push images` as an operator runs it, against real registries; killed, stopped and started again.
@Suite(.serialized) struct PushCommandTests {
    static let lab = Result { try PushLab() }

    /// Three images of 12 MiB that share a layer.
    static let layouts = Result { try PushPlace.layouts(3, mebibytes: 12) }

    private func place(_ registry: String, _ namespace: String) throws -> PushPlace {
        try PushPlace(Self.lab.get(), registry, namespace, package: Self.layouts.get()("package"))
    }

    /// Bytes of each image's manifest and blobs as another program pulls them, by digest.
    private func pulled(_ image: String, from place: PushPlace) throws -> [String: Int] {
        let folder = try TemporaryFolder()
        // What is cut now and then is not what is to be proven here.
        let origin = place.lab.address(place.registry == "shaky" ? "plain" : place.registry)
        let result = try Tool.run(
            "/usr/bin/skopeo",
            [
                "copy", "--preserve-digests", "--src-tls-verify=\(!place.isPlain)",
                "docker://\(origin)/\(place.namespace)/lab/\(image):1", "oci:\(folder("out")):1",
            ],
            environment: place.environment.merging(["SSL_CERT_FILE": place.lab.caPath]) { $1 }
        )
        #expect(result.status == 0, "\(result.errors)")
        return Self.blobs(folder("out"))
    }

    static func blobs(_ layout: String) -> [String: Int] { sizes(layout + "/blobs/sha256") }

    private static func sizes(_ folder: String) -> [String: Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var result: [String: Int] = [:]
        for name in names {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            result[name] = attributes?[.size] as? Int
        }
        return result
    }

    private func expectWhole(_ place: PushPlace, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for number in 0..<3 {
            let source = Self.blobs(place.package + "/app\(number)")
            #expect(source.count == 5)
            #expect(try pulled("app\(number)", from: place) == source, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: ["plain", "tls", "limited"])
    func whatWasPushedIsPulledByAnother(registry: String) throws {
        let place = try self.place(registry, "pulled-\(registry)")
        let login = registry == "tls" ? "--need-credential=false" : "--threads=2"
        let result = try place.run(login, "--output", "jsonl")
        #expect(result.status == 0, "\(result.output.suffix(2000))\(result.errors)")
        let summary = try PushPlace.summary(result)
        #expect(summary["event"] as? String == "summary")
        #expect(summary["isComplete"] as? Bool == true)
        #expect(summary["mountedBlobs"] as? Int == 2)
        #expect((summary["images"] as? [Any])?.count == 3)
        try expectWhole(place)
    }

    @Test func aLoginComesFromStandardInputOrAFileAndIsNeverShown() throws {
        let lab = try Self.lab.get()
        for registry in ["basic", "token"] {
            let place = try self.place(registry, "login-\(registry)")
            let secret = Data("\(lab.user):\(lab.password)".utf8).base64EncodedString()
            let file = try place.login()
            let result = try place.run("--docker-config", file)
            #expect(result.status == 0, "\(result.errors)")
            let journals =
                place.state.names.contains("mirrorctl")
                ? try FileManager.default.contentsOfDirectory(atPath: place.state("mirrorctl")) : []
            #expect(journals.count == 1)
            for name in journals {
                let text = try place.state.text("mirrorctl/" + name)
                #expect(!text.contains(lab.password) && !text.contains(secret))
            }
            let shown = try place.run("--username", lab.user, "--password", lab.password)
            #expect(shown.status == 0)
            #expect(shown.errors.contains("--password-stdin"))
            #expect(!(shown.output + shown.errors).contains(lab.password))
        }
    }

    @Test func whatCannotBeginSaysWhatToType() throws {
        let place = try self.place("tls", "usage")
        let registry = place.lab.address("tls")
        func run(_ arguments: [String]) throws -> Tool.Result {
            try Tool.run(
                Tool.mirrorctl,
                ["push", "images", "--source", place.package] + arguments,
                environment: place.environment
            )
        }
        let scheme = try run(["--private-registry", "https://\(registry)/v2/ns"])
        #expect(scheme.status == 64 && scheme.errors.contains(" \(registry)/ns"))
        let path = try run(["--private-registry", "\(registry)/v2/ns"])
        #expect(path.status == 64 && path.errors.contains(" \(registry)/ns"))
        let login = try run(["--private-registry", registry])
        #expect(login.status == 64 && login.errors.contains("--need-credential=false"))
        let trust = try run(["--private-registry", registry, "--need-credential=false"])
        #expect(trust.status == 69 && trust.output.contains("MIR0912"))
        let plain = try run(["--private-registry", place.lab.address("plain"), "--need-credential=false"])
        #expect(plain.status == 69 && plain.output.contains("MIR0925"), "\(plain.output)")
        let nobody = try run(["--private-registry", "127.0.0.1:1", "--need-credential=false", "--verify-only"])
        #expect(nobody.status == 69 && nobody.output.contains("MIR0907"))
    }

    @Test func aDryRunSendsNothingAndAnAuditSaysWhatIsMissing() throws {
        let place = try self.place("plain", "audited")
        let dry = try place.run("--dry-run")
        // Three images of twelve MiB of their own; two of them take the shared layer over.
        #expect(
            dry.status == 0 && dry.output.contains("Would send 39 MiB (10 blobs) and take 6 MiB (2)"),
            "\(dry.output)"
        )
        #expect(place.lab.requests("plain", "POST", "audited").isEmpty)
        #expect(try place.run("--verify-only").status == 1)
        #expect(try place.run().status == 0)
        let audit = try place.run("--verify-only")
        #expect(audit.status == 0 && audit.output.contains("3 images: 3 in the mirror"), "\(audit.output)")
    }

    @Test func theClusterConfigHasToNameTheTarget() throws {
        let place = try self.place("plain", "checked")
        func config(_ namespace: String) throws -> String {
            try place.state.write(
                "\(namespace).yaml",
                """
                registryMirrors:
                - endpoint: http://\(place.lab.address("plain"))/v2/\(namespace)
                ---
                apiVersion: baremetal.cluster.gke.io/v1
                kind: Cluster
                metadata:
                  name: admin1
                  namespace: cluster-admin1
                spec:
                  type: admin

                """
            )
        }
        let wrong = try place.run("--check-against", try config("elsewhere"))
        #expect(wrong.status == 1 && wrong.output.contains("MIR0913"), "\(wrong.output)\(wrong.errors)")
        let events = try place.run("--check-against", try config("elsewhere"), "--output", "jsonl")
        let summary = try PushPlace.summary(events)
        let images = try #require(summary["images"] as? [[String: Any]])
        #expect(images.count == 3 && images.allSatisfy { $0["result"] as? String == "failed" }, "\(summary)")
        // One advice for one registry host.
        #expect((summary["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == ["MIR0913"])
        #expect(place.lab.requests("plain", "POST", "checked").isEmpty)
        #expect(try place.run("--dry-run", "--check-against", try config("checked")).status == 0)
    }

    /// The same images, however they are packed; what is compressed on the way is the same every time.
    @Test func everyFormOfAPackageEndsInTheSameImages() throws {
        let folder = try TemporaryFolder()
        let made = try Tool.run("/usr/bin/python3", [repositoryRoot + "/Tests/Lab/make-package", folder.path])
        try #require(made.status == 0, "\(made.errors)")
        var digests: [[String: String]] = []
        for form in ["bundle", "bundle.tar", "bundle.tar.gz", "bundle.tar.zst", "one.tar.xz", "many.tar.xz"] {
            let state = try TemporaryFolder()
            let lab = try Self.lab.get()
            let empty = try TemporaryFolder()
            // Nothing is unpacked: no file may grow beyond 2 MiB, and the folder for temporary ones stays empty.
            let result = try Tool.run(
                "/bin/bash",
                [
                    "-c", "ulimit -f 2048; exec \"$0\" \"$@\"", Tool.mirrorctl, "push", "images", "--source",
                    folder(form),
                    "--private-registry", "\(lab.address("plain"))/form\(digests.count)", "--allow-http", "--output",
                    "jsonl",
                ],
                environment: ["XDG_STATE_HOME": state.path, "TMPDIR": empty.path, "PATH": "/usr/bin:/bin"]
            )
            #expect(result.status == 0, "\(form): \(result.output.suffix(1000))\(result.errors)")
            #expect(empty.names == [])
            let summary = try PushPlace.summary(result)
            let images = try #require(summary["images"] as? [[String: Any]])
            #expect(images.count > 4)
            digests.append(
                Dictionary(
                    images.map { ($0["name"] as? String ?? "", $0["digest"] as? String ?? "") },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
        for one in digests { #expect(one == digests[0]) }
    }

    /// Whoever reads the events finds out why there were none.
    @Test func whatDoesNotBeginEndsInASummaryToo() throws {
        let place = try self.place("plain", "unbegun")
        for (more, status) in [
            (["--docker-config", place.state("none.json")], 64), (["--check-against", place.state("none.yaml")], 66),
            // A folder has none.
            (["--signature", place.state("none"), "--public-key", place.state("none")], 65),
        ] {
            let result = try Tool.run(
                Tool.mirrorctl,
                place.arguments + more + ["--output", "jsonl"],
                environment: place.environment
            )
            #expect(result.status == Int32(status), "\(more) \(result.errors)")
            let summary = try PushPlace.summary(result)
            #expect(summary["isComplete"] as? Bool == false && (summary["images"] as? [Any])?.isEmpty == true)
            #expect(!result.errors.isEmpty)
        }
    }

    /// What was changed on its way is not even decoded.
    @Test func theSignatureIsCheckedBeforeThePackageIsRead() throws {
        let place = try self.place("plain", "unsigned")
        let (package, key, signature) = (place.state("changed.tar.xz"), place.state("key"), place.state("changed.sig"))
        try Data("signed".utf8).write(to: URL(filePath: package))
        for words in [
            ["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key],
            ["ec", "-in", key, "-pubout", "-out", key + ".pub"],
            ["dgst", "-sha256", "-sign", key, "-out", signature, package],
        ] { try #require(try Tool.run("/usr/bin/openssl", words).status == 0) }
        try Data("changed".utf8).write(to: URL(filePath: package))
        for more in [["--list"], ["--private-registry", "127.0.0.1:1", "--allow-http"]] {
            let result = try Tool.run(
                Tool.mirrorctl,
                ["push", "images", "--source", package, "--signature", signature, "--public-key", key + ".pub"] + more,
                environment: place.environment
            )
            #expect(result.status == 65 && result.errors.contains("The signature does not fit"), "\(result.errors)")
        }
    }

    @Test func theProbeCountsThePackagesImages() throws {
        let place = try self.place("plain", "counted")
        let arguments = ["probe", "http://\(place.lab.address("plain"))/v2/counted", "--package", place.package]
        let before = try Tool.run(Tool.mirrorctl, arguments, environment: place.environment)
        #expect(before.status == 1 && before.output.contains("0 of the package's 3 images"), "\(before.output)")
        #expect(try place.run().status == 0)
        let after = try Tool.run(Tool.mirrorctl, arguments, environment: place.environment)
        #expect(after.output.contains("3 of the package's 3 images"), "\(after.output)\(after.errors)")
    }

    /// SIGKILL at random moments; the registry's access log says what was sent.
    @Test(arguments: [("plain", 1), ("buffered", 1), ("buffered", 4), ("shaky", 1)])
    func killedAgainAndAgainItSendsNoFinishedLayerTwice(registry: String, threads: Int) throws {
        let place = try self.place(registry, "killed-\(registry)-\(threads)")
        let kills = Int(ProcessInfo.processInfo.environment["MIRRORCTL_KILLS"] ?? "") ?? 8
        var random = SeededGenerator(seed: UInt64(kills))
        // Slow enough to be met in the middle each time; chunks are of half a second.
        let rate = max(1, 96 / kills)
        let chunk = 1 << (Int.bitWidth - 1 - (rate << 19).leadingZeroBitCount)
        // Something was acknowledged, or all of it was before.
        func written() -> Int {
            place.state.names.contains("mirrorctl")
                ? Self.sizes(place.state("mirrorctl")).values.reduce(0, +) : 0
        }
        for round in 0..<kills {
            let words = place.arguments + ["--limit-rate", "\(rate)M", "--threads", "\(threads)"]
            let before = written()
            let running = try Tool.start(Tool.mirrorctl, words, environment: place.environment)
            for _ in 0..<150 where written() == before { usleep(10_000) }
            usleep(UInt32.random(in: 0...900_000, using: &random))
            kill(running.process, SIGKILL)
            _ = try running.wait()
            if registry == "shaky", round % 4 == 1 { try place.lab.restart("plain") }
        }
        var result = try place.run()
        // A line that is cut again and again may take more than one run; each goes on where the last one ended.
        for _ in 0..<20 where registry == "shaky" && result.status == 1 { result = try place.run() }
        #expect(result.status == 0, "\(result.output)")
        try expectWhole(place)
        // A blob of one request or an upload is ended once: a second time would be a finished layer sent again.
        var ended: [String: Int] = [:]
        for line in place.lab.requests("plain", "\"PUT ", "/blobs/uploads/", place.namespace + "/", " 201 ") {
            if let digest = line.firstRange(of: "digest=").map({ line[$0.upperBound...].prefix(73) }) {
                ended[String(digest), default: 0] += 1
            }
        }
        #expect(ended.count == 10)
        #expect(ended.values.allSatisfy { $0 == 1 }, "\(ended)")
        // Behind a front that hands over whole requests only the chunk of the moment is lost, one of each layer under way.
        if registry == "buffered" {
            // What reached the front, cut requests too, in bytes with their headers.
            let lines = place.lab.requests("nginx-access", "/v2/\(place.namespace)/", "/blobs/uploads/")
            let sent = lines.compactMap { Int($0.split(separator: " ").last ?? "") }.reduce(0, +)
            let once = (0..<3).flatMap { Self.blobs(place.package + "/app\($0)") }
                .reduce(into: [:]) { $0[$1.key] = $1.value }.values.reduce(0, +)
            let most = once + kills * threads * chunk + lines.count * 2048
            #expect(sent >= once && sent <= most, "\(sent) bytes for \(once)")
            print("\(kills) kills, \(threads) threads: \(sent) bytes for \(once), at most \(most)")
        }
    }
}
