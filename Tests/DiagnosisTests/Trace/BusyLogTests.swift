import Diagnosis
import TestSupport
import Testing
import Texts

/// Several images at a time, long lines, and text that is none of a pull.
@Suite struct BusyLogTests {
    private static let busy = """
        level=info msg="PullImage \\"gcr.io/team/a:1\\""
        level=info msg="PullImage \\"gcr.io/team/b:1\\""
        level=info msg="PullImage \\"quay.io/team/c:1\\""
        level=info msg="trying next host - response was http.StatusNotFound" host="m1:5000"
        level=info msg="trying next host after status: 503 Service Unavailable" host="m2:5000"
        level=info msg="trying next host" error="pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials" host="m3:5000"
        level=info msg="trying next host" error="failed to do request: Head \\"https://m2:5000/v2/team/b/manifests/1?ns=gcr.io\\": dial tcp: i/o timeout" host="m2:5000"
        level=info msg="trying next host - response was http.StatusNotFound" host=quay.io
        level=info msg="trying next host" error="failed to authorize: failed to fetch anonymous token: Get \\"https://sso/token?scope=repository%3Amirror%2Fteam%2Fa%3Apull\\": EOF" host="m4:5000"
        level=error msg="PullImage \\"gcr.io/team/a:1\\" failed" error="failed to resolve reference \\"gcr.io/team/a:1\\": pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials"
        level=error msg="PullImage \\"gcr.io/team/b:1\\" failed" error="failed to resolve reference \\"gcr.io/team/b:1\\": gcr.io/team/b:1: not found"
        level=error msg="PullImage \\"quay.io/team/c:1\\" failed" error="failed to resolve reference \\"quay.io/team/c:1\\": quay.io/team/c:1: not found"
        """

    private func trace(_ image: String, _ hosts: (String) -> Set<String>? = { _ in nil }) throws -> PullTrace {
        try #require(try TraceReader(Self.busy).trace(of: image, hosts: hosts))
    }

    @Test func aLineWithoutTheImageIsNobodysAnswer() throws {
        let trace = try trace("gcr.io/team/b:1")
        // Its own URL outweighs what stands between.
        #expect(trace.attempts.map(\.host) == ["m2:5000"])
        #expect(trace.cause?.fault == .timedOut)
        #expect(trace.doubtful.map(\.host) == ["m1:5000", "m2:5000", "m3:5000"])
        #expect(trace.findings.map(\.code) == ["MIR0857", "MIR0867", "MIR0869"])
    }

    @Test func theErrorAtTheEndFindsItsLine() throws {
        let trace = try trace("gcr.io/team/a:1")
        #expect(trace.attempts.map(\.host) == ["m3:5000", "m4:5000"])
        #expect(trace.cause?.fault == .noCredential)
        // A token's scope names the repository, below the mirror's namespace.
        #expect(trace.attempts.last?.fault == .tokenServer(.closed))
        #expect(trace.attempts.last?.tokenServer == "sso")
    }

    @Test func theRegistrysOwnLineIsItsImages() throws {
        let trace = try trace("quay.io/team/c:1")
        #expect(trace.attempts.map(\.host) == ["quay.io"])
        // Whether a mirror was asked is not known, and not said to be otherwise.
        #expect(trace.verdict.key == "trace.verdict.upstreamDoubtful" || trace.isCauseHidden)
        #expect(!trace.findings.contains { $0.code == "MIR0868" })
    }

    @Test func theNodesFilesTellApart() throws {
        let hosts: (String) -> Set<String>? = { image in
            switch image {
            case "gcr.io/team/a:1": ["m3:5000", "m4:5000", "gcr.io"]
            case "gcr.io/team/b:1": ["m2:5000", "gcr.io"]
            default: ["m1:5000", "quay.io"]
            }
        }
        #expect(try trace("quay.io/team/c:1", hosts).attempts.map(\.host) == ["m1:5000", "quay.io"])
        #expect(try trace("quay.io/team/c:1", hosts).cause?.fault == .status(404))
        let other = try trace("gcr.io/team/b:1", hosts)
        #expect(other.attempts.map(\.fault) == [.status(503), .timedOut])
        #expect(other.doubtful.isEmpty)
        // One of them unknown: its own hosts still bound whose a line can be.
        let partly = try trace("gcr.io/team/b:1") { $0 == "gcr.io/team/b:1" ? ["m2:5000", "gcr.io"] : nil }
        #expect(partly.doubtful.map(\.host) == ["m2:5000"])
    }

    /// The words at the end stand in lines of two hosts: neither is named, and a 404 that came later is not the cause.
    @Test func wordsOfTwoHostsNameNeither() throws {
        let denied = "pull access denied, repository does not exist: authorization failed: no basic auth credentials"
        let text = """
            level=info msg="PullImage \\"gcr.io/team/a:1\\""
            level=info msg="PullImage \\"quay.io/team/c:1\\""
            level=info msg="trying next host" error="\(denied)" host="m1:5000"
            level=info msg="trying next host" error="\(denied)" host="m2:5000"
            level=info msg="trying next host - response was http.StatusNotFound" host=gcr.io
            level=error msg="PullImage \\"gcr.io/team/a:1\\" failed" error="failed to resolve reference \\"gcr.io/team/a:1\\": \(denied)"
            """
        let trace = try #require(try TraceReader(text).trace(of: "gcr.io/team/a:1"))
        #expect(trace.attempts.map(\.host) == ["gcr.io"])
        #expect(trace.cause == nil && trace.causeHost == nil && trace.causeFault == .noCredential)
        #expect(trace.verdict.key == "trace.verdict.hostDoubtful")
        #expect(trace.findings.first?.code == "MIR0859")
        // The node's files leave one of them.
        let told = try TraceReader(text).trace(of: "gcr.io/team/a:1") { image in
            image.hasPrefix("gcr") ? ["m1:5000", "gcr.io"] : ["m2:5000", "quay.io"]
        }
        #expect(told?.cause?.host == "m1:5000")
    }

    @Test func eventsOfSeveralPodsDoNotBorrowALine() throws {
        let text = """
            Failed to pull image "gcr.io/team/a:1": rpc error: code = NotFound desc = failed to resolve image: gcr.io/team/a:1: not found
            Failed to pull image "quay.io/team/c:1": rpc error: code = Unknown desc = context canceled
            level=info msg="trying next host - response was http.StatusNotFound" host="m1:5000"
            """
        let trace = try #require(try TraceReader(text).trace(of: "gcr.io/team/a:1"))
        #expect(trace.attempts.isEmpty)
        #expect(trace.doubtful.map(\.host) == ["m1:5000"])
        #expect(TraceReader(text).lastFailures(3) == ["gcr.io/team/a:1", "quay.io/team/c:1"])
    }

    @Test(arguments: [
        ("", [OtherText.Kind.empty]), ("\n\n \r\n", [.empty]), ("\u{1F}\u{FFFD}\u{8}junk", [.compressed]),
        ("N\0a\0m\0e\0", [.utf16]),
        (
            "3m Warning Failed kubelet Error: failed to create containerd container: error unpacking image: unexpected media type application/octet-stream for sha256:77: not found",
            [.unpacking]
        ),
        ("3m Warning Failed kubelet Error: failed to create containerd container: mount failed", [.container]),
        ("1m Normal BackOff kubelet Back-off pulling image \"nginx\"", [.backOff]),
        ("Nov 29 n1 kernel: Out of memory: Killed process 1 (a)", [.kernel]),
        ("172.18.0.3 - - [29/Nov/2026] \"GET /v2/library/nginx/manifests/1 HTTP/1.1\" 404 19", [.accessLog]),
        ("0/3 nodes are available: 3 Insufficient cpu.", [.scheduling]),
        ("[plugins.\"io.containerd.grpc.v1.cri\".registry]", [.config]), ("hello", []),
    ])
    func textOfSomethingElse(_ text: String, _ kinds: [OtherText.Kind]) {
        #expect(TraceReader(text).images == [])
        #expect(OtherText.kinds(of: text).map(\.kind) == kinds)
        for language in Catalogue.all {
            for kind in OtherText.Kind.allCases {
                #expect(language(OtherText(kind: kind, line: 1).phrase) != "otherText.\(kind.rawValue)")
            }
        }
    }

    /// Strings in strings, and lines longer than any that is read: bounded, whatever they hold.
    @Test func deepAndLongLines() throws {
        let deep = String(repeating: "msg=", count: 40_000) + "PullImage"
        #expect(TraceReader(deep).images == [])
        let long = Self.busy.replacing("\n", with: String(repeating: " ", count: 20_000) + "\n")
        #expect(try #require(try TraceReader(long).trace(of: "gcr.io/team/b:1")).attempts.count == 1)
        let folded = "message: 'Failed to pull" + String(repeating: "\n x", count: 30_000)
        #expect(TraceReader(folded + "\n" + Self.busy).images.count == 3)
    }

    @Test func linesAreCountedAsEditorsCount() throws {
        for ending in ["\n", "\r\n", "\r"] {
            let text = ("\n\nnothing\n" + Self.busy).replacing("\n", with: ending)
            let trace = try #require(try TraceReader(text).trace(of: "gcr.io/team/b:1"))
            #expect(trace.attempts.map(\.line) == [10], "\(ending.debugDescription)")
        }
    }

    /// Any bytes, cut and put together anew: no trap, no image and no host that the text does not hold.
    @Test(arguments: 1...8) func noBytesTrap(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let words = [
            "PullImage \"", "failed\" error=\"", "trying next host", "rpc error: ", "message: '", "\"", "\\", "'", "\n",
            "Failed to pull image \"", "https://", "proxyconnect tcp: ", ": not found", "fetch oauth token: ", "status",
            ": 503 ", "{", "}", "msg=", "host=", "url=", "x509:", "\u{0}", "é", "(x5 over 3m)", "image \"", "://",
            "?scope=",
            "socks connect tcp ", "->", "\" image=", "hosts.toml", "do request", "realm=\"",
        ]
        let bytes = Array(Self.busy.utf8)
        for _ in 0..<150 {
            var text: [UInt8] = []
            for _ in 0..<40 {
                if Bool.random(using: &generator), let word = words.randomElement(using: &generator) {
                    text += Array(word.utf8)
                } else {
                    let start = Int.random(in: 0..<bytes.count, using: &generator)
                    text += bytes[start..<min(bytes.count, start + Int.random(in: 1...90, using: &generator))]
                }
            }
            let log = String(decoding: text, as: UTF8.self)
            let reader = TraceReader(log)
            _ = OtherText.kinds(of: log)
            for image in reader.images {
                guard let trace = try? reader.trace(of: image) else { continue }
                #expect(!Catalogue.english(trace.verdict).isEmpty)
                for finding in trace.findings { _ = Redaction.text(finding.evidence.joined()) }
            }
        }
    }
}
