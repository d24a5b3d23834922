import Diagnosis
import Testing

/// Logs and events as operators have them.
@Suite struct TraceReaderTests {
    static let describe = """
        Name:             web-6c8b
        Events:
          Type     Reason     Age                From               Message
          ----     ------     ----               ----               -------
          Normal   Scheduled  2m                 default-scheduler  Successfully assigned default/web-6c8b to node1
          Normal   Pulling    45s (x4 over 2m)   kubelet            Pulling image "nginx:1.25"
          Warning  Failed     14s (x4 over 2m)   kubelet            Failed to pull image "nginx:1.25": rpc error: code = Unknown desc = failed to pull and unpack image "docker.io/library/nginx:1.25": failed to resolve reference "docker.io/library/nginx:1.25": failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/1.25": dial tcp 54.236.113.205:443: i/o timeout
          Warning  Failed     14s (x4 over 2m)   kubelet            Error: ErrImagePull
          Normal   BackOff    2s (x6 over 2m)    kubelet            Back-off pulling image "nginx:1.25"
        """

    static let journal = """
        Nov 26 13:46:00 node1 containerd[812]: time="2026-11-26T13:46:00Z" level=info msg="PullImage \\"docker.io/library/nginx:1.25\\""
        Nov 26 13:46:00 node1 containerd[812]: time="2026-11-26T13:46:00Z" level=info msg="trying next host - response was http.StatusNotFound" host="172.18.0.20:5000"
        Nov 26 13:46:30 node1 containerd[812]: time="2026-11-26T13:46:30Z" level=info msg="trying next host" error="failed to do request: Head \\"https://registry-1.docker.io/v2/library/nginx/manifests/1.25\\": dial tcp 54.236.113.205:443: i/o timeout" host=registry-1.docker.io
        Nov 26 13:46:30 node1 containerd[812]: time="2026-11-26T13:46:30Z" level=error msg="PullImage \\"docker.io/library/nginx:1.25\\" failed" error="failed to pull and unpack image \\"docker.io/library/nginx:1.25\\": failed to resolve reference \\"docker.io/library/nginx:1.25\\": failed to do request: Head \\"https://registry-1.docker.io/v2/library/nginx/manifests/1.25\\": dial tcp 54.236.113.205:443: i/o timeout"
        """

    private func trace(_ text: String, _ image: String = "nginx:1.25") throws -> PullTrace {
        try #require(try TraceReader(text).trace(of: image))
    }

    @Test func theEventOfAPodHidesTheMirror() throws {
        let trace = try trace(Self.describe)
        #expect(trace.attempts.map(\.host) == ["registry-1.docker.io"])
        #expect(trace.error?.isEvent == true)
        #expect(trace.error?.podEvent.hasPrefix("Failed to pull image \"nginx:1.25\": rpc error") == true)
        #expect(trace.error?.podEvent.hasSuffix("i/o timeout") == true)
        #expect(trace.findings.map(\.code) == ["MIR0857", "MIR0868"])
    }

    @Test func theJournalNamesTheCause() throws {
        let trace = try trace(Self.journal)
        #expect(trace.attempts.map(\.host) == ["172.18.0.20:5000", "registry-1.docker.io"])
        #expect(trace.attempts.map(\.line) == [2, 3])
        #expect(trace.cause?.fault == .status(404))
        #expect(trace.isCauseHidden)
        #expect(trace.shown?.host == "registry-1.docker.io")
        #expect(trace.findings.map(\.code) == ["MIR0860", "MIR0867"])
    }

    @Test func bothInOnePaste() throws {
        let trace = try trace(Self.describe + "\n" + Self.journal)
        #expect(trace.error?.isEvent == true)
        #expect(trace.cause?.host == "172.18.0.20:5000")
    }

    /// Before, after and between: what belongs to others stays out.
    @Test func theLastPullOfTheImageCounts() throws {
        let other = """
            level=info msg="PullImage \\"gcr.io/pause:3.9\\""
            level=info msg="trying next host" error="failed to do request: Head \\"https://gcr.io/v2/pause/manifests/3.9\\": dial tcp: lookup gcr.io: no such host" host=gcr.io
            level=error msg="PullImage \\"gcr.io/pause:3.9\\" failed" error="failed to do request: no such host"
            """
        let well = """
            level=info msg="PullImage \\"docker.io/library/nginx:1.25\\""
            level=info msg="PullImage \\"docker.io/library/nginx:1.25\\" returns image reference \\"sha256:00\\""
            """
        let failedLast = try trace([other, well, Self.journal, other].joined(separator: "\n"))
        #expect(failedLast.pulls == 2)
        #expect(failedLast.attempts.count == 2)
        #expect(failedLast.result == .failed)
        #expect(!failedLast.isInterleaved)
        let wellLast = try trace([Self.journal, other, well].joined(separator: "\n"))
        #expect(wellLast.result == .pulled)
        #expect(wellLast.findings == [])
        #expect(TraceReader(well + "\n" + other).images.last == "gcr.io/pause:3.9")
    }

    @Test func pulledButNotFromTheMirror() throws {
        let trace = try trace(
            """
            level=info msg="PullImage \\"nginx:1.25\\""
            level=info msg="trying next host after status: 503 Service Unavailable" host="172.18.0.20:5000" method=HEAD url="https://172.18.0.20:5000/v2/library/nginx/manifests/1.25?ns=docker.io"
            level=info msg="PullImage \\"nginx:1.25\\" returns image reference \\"sha256:00\\""
            """
        )
        #expect(trace.result == .pulled)
        #expect(trace.verdict.key == "trace.verdict.pulledElsewhere")
        #expect(trace.findings.map(\.code) == ["MIR0861"])
    }

    @Test func pullsAtTheSameTimeAreTakenApartByTheirURLs() throws {
        let trace = try trace(
            """
            level=info msg="PullImage \\"nginx:1.25\\""
            level=info msg="PullImage \\"redis:7\\""
            level=info msg="trying next host after status: 404 Not Found" host=m:5000 method=HEAD url="https://m:5000/v2/library/redis/manifests/7?ns=docker.io"
            level=info msg="trying next host after status: 500 Internal Server Error" host=m:5000 method=HEAD url="https://m:5000/v2/library/nginx/manifests/1.25?ns=docker.io"
            level=info msg="trying next host - response was http.StatusNotFound" host=other:5000
            level=info msg="trying next host after status: 403 Forbidden" host=m:5000 method=HEAD url="https://m:5000/v2/library/nginx/manifests/1.25?ns=quay.io"
            """
        )
        #expect(trace.attempts.map(\.fault) == [.status(500)])
        // Of nginx or of redis: no answer to either.
        #expect(trace.doubtful.map(\.host) == ["other:5000"])
        #expect(trace.isInterleaved)
        #expect(trace.findings.map(\.code) == ["MIR0861", "MIR0869"])
        #expect(trace.verdict.key == "trace.verdict.noEvent")
    }

    @Test(arguments: [
        // kubectl get pod -o yaml folds
        """
            state:
              waiting:
                message: 'rpc error: code = NotFound desc = failed to pull and unpack
                  image "docker.io/library/nginx:1.25": failed to resolve image: docker.io/library/nginx:1.25:
                  not found'
                reason: ErrImagePull
        """,
        "  \"message\": \"Failed to pull image \\\"nginx:1.25\\\": rpc error: code = NotFound desc = failed to pull and unpack image \\\"docker.io/library/nginx:1.25\\\": failed to resolve image: docker.io/library/nginx:1.25: not found\",",
        "E1126 13:46:30.1 812 log.go:32] \"PullImage from image service failed\" err=\"rpc error: code = NotFound desc = failed to pull and unpack image \\\"docker.io/library/nginx:1.25\\\": failed to resolve image: docker.io/library/nginx:1.25: not found\" image=\"nginx:1.25\"",
        "FATA[0000] pulling image: rpc error: code = NotFound desc = failed to pull and unpack image \"docker.io/library/nginx:1.25\": failed to resolve image: docker.io/library/nginx:1.25: not found",
        "{\"error\":\"failed to pull and unpack image \\\"docker.io/library/nginx:1.25\\\": failed to resolve image: docker.io/library/nginx:1.25: not found\",\"level\":\"error\",\"msg\":\"PullImage \\\"docker.io/library/nginx:1.25\\\" failed\",\"time\":\"2026-11-26T13:46:30Z\"}",
    ])
    func everyFormOfTheSameError(_ text: String) throws {
        let trace = try trace(text)
        #expect(trace.error?.fault == .nobodyHasIt)
        #expect(trace.error?.podEvent.hasSuffix("docker.io/library/nginx:1.25: not found") == true, "\(trace)")
        // The error names nobody: no host is blamed for it.
        #expect(trace.findings.map(\.code) == ["MIR0870"])
    }

    @Test func aHostsFileThatWasPassedOver() throws {
        let trace = try trace(
            """
            level=info msg="PullImage \\"nginx:1.25\\""
            level=error msg="failed to decode /etc/containerd/certs.d/docker.io/hosts.toml" error="toml: line 2"
            level=info msg="trying next host" error="failed to do request: Head \\"https://registry-1.docker.io/v2/library/nginx/manifests/1.25\\": EOF" host=registry-1.docker.io
            """
        )
        #expect(trace.findings.map(\.code) == ["MIR0857", "MIR0866", "MIR0868"])
    }

    @Test func nothingAboutTheImage() throws {
        #expect(try TraceReader(Self.journal).trace(of: "redis:7") == nil)
        #expect(try TraceReader("").trace(of: "nginx") == nil)
        #expect(TraceReader("\n\u{1B}[31m garbage = \"\n{\"a\":\n").images == [])
    }

    /// Any bytes, any cut: no trap, and never an attempt that is not there.
    @Test func everyCutOfAJournalIsRead() throws {
        let bytes = Array(Self.journal.utf8)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            let reader = TraceReader(String(decoding: bytes[..<end], as: UTF8.self))
            let trace = try reader.trace(of: "nginx:1.25")
            #expect((trace?.attempts.count ?? 0) <= 2)
        }
    }
}
