import Diagnosis
import Testing
import Texts

/// Errors that are not a host's 404, each read for what it is; the words are containerd's, kubelet's and Go's own.
@Suite struct LogCauseTests {
    private static let digest = "sha256:3a4b000000000000000000000000000000000000000000000000000000000001"
    private static let empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    private static let url = "https://mirror.corp.test:5000/v2/team/app/manifests/1?ns=gcr.io"

    private func trace(_ error: String) throws -> PullTrace {
        let text = "Failed to pull image \"gcr.io/team/app:1\": rpc error: code = Unknown desc = \(error)"
        return try #require(try TraceReader(text).trace(of: "gcr.io/team/app:1"))
    }

    static let contents: [(String, PullFault, String)] = [
        ("no match for platform in manifest: not found", .platform, "MIR0880"),
        ("no match for platform in manifest \(digest): not found", .platform, "MIR0880"),
        ("failed to unpack image on snapshotter overlayfs: no match for platform in manifest", .platform, "MIR0880"),
        ("no matching manifest for linux/arm64/v8 in the manifest list entries", .platform, "MIR0880"),
        ("content digest \(digest): not found", .ownStore, "MIR0883"),
        (
            "blob \(digest) expected at /var/lib/containerd/x/blobs/sha256/3a: blob not found: not found", .ownStore,
            "MIR0883"
        ),
        (
            "failed to prepare extraction snapshot \"extract-1 sha256:ab\": parent snapshot sha256:cd does not exist: not found",
            .ownStore, "MIR0883"
        ),
        ("lease \"k8s-1\": not found", .ownStore, "MIR0883"),
        (
            "failed to copy: failed to open writer: ref layer-\(digest) locked for 1m0s (since now): unavailable",
            .ownStore, "MIR0883"
        ),
        (
            "failed commit on ref \"layer-sha256:ab\": rename /var/lib/containerd/io.containerd.content.v1.content/ingest/x: input/output error",
            .ownStore, "MIR0883"
        ),
        ("write /var/lib/containerd/tmp: no space left on device", .noSpace, "MIR0865"),
        ("failed to extract layer sha256:ab: write /x: disk quota exceeded", .noSpace, "MIR0865"),
        (
            "failed commit on ref \"manifest-\(digest)\": \"manifest-\(digest)\" failed size validation: 528 != 527: failed precondition",
            .wrongSize, "MIR0863"
        ),
        (
            "failed commit on ref \"layer-\(digest)\": unexpected commit digest sha256:11, expected \(digest): failed precondition",
            .wrongDigest, "MIR0863"
        ),
        (
            "failed commit on ref \"layer-\(digest)\": unexpected commit digest \(empty), expected \(digest): failed precondition",
            .emptyContent, "MIR0884"
        ),
        (
            "failed commit on ref \"unknown-\(digest)\": \"unknown-\(digest)\" failed size validation: 172170 != 171797: failed precondition",
            .unknownType, "MIR0879"
        ),
        ("unexpected media type application/octet-stream for \(digest): not found", .mediaType, "MIR0879"),
        ("unexpected media type application/json for \(digest): not found", .mediaType, "MIR0879"),
        ("unexpected media type text/html for \(digest): not found", .webPage, "MIR0862"),
        (
            "media type \"application/vnd.docker.distribution.manifest.v1+prettyjws\" is no longer supported since containerd v2.1",
            .schema1, "MIR0885"
        ),
        ("mismatched image rootfs and manifest layers", .layersMismatch, "MIR0881"),
        ("failed to extract layer sha256:ab: archive/tar: invalid tar header: unknown", .layersDamaged, "MIR0881"),
        ("failed to extract layer sha256:ab: gzip: invalid header: unknown", .layersDamaged, "MIR0881"),
        (
            "failed to extract layer sha256:ab: mount callback failed on /var/lib/containerd/tmpmounts/m: operation not permitted",
            .unpackFailed, "MIR0882"
        ),
        (
            "image verifier bindir blocked pull of gcr.io/team/app:1 with digest \(digest) for reason: unsigned",
            .policy, "MIR0886"
        ),
        (
            "get TLSConfig for registry \"https://m\": failed to load CA file: open /etc/ca.crt: no such file or directory",
            .configuration, "MIR0889"
        ),
        ("failed to resolve reference \"gcr.io/team/app:1\": no resolve hosts: not found", .configuration, "MIR0889"),
        ("pull QPS exceeded", .heldBack, "MIR0887"),
        (
            "connection error: desc = \"transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: connection refused\"",
            .runtimeDown, "MIR0888"
        ),
        ("unknown service runtime.v1.ImageService", .noImageService, "MIR0888"),
    ]

    /// None of them is said to be a host's answer, and none "every host answered 404".
    @Test(arguments: contents)
    func whatIsNoHostsAnswer(_ error: String, _ fault: PullFault, _ code: String) throws {
        for form in [error, "failed to pull and unpack image \"gcr.io/team/app:1\": \(error)"] {
            let trace = try trace(form)
            #expect(trace.error?.fault == fault, "\(form)")
            #expect(trace.findings.map(\.code) == [code], "\(form)")
            #expect(trace.cause == nil)
        }
    }

    @Test(arguments: [
        ("dial tcp 1.2.3.4:443: connect: connection refused", PullFault.refused, "MIR0857"),
        ("dial tcp 1.2.3.4:443: connect: no route to host", .unreachable, "MIR0857"),
        ("net/http: TLS handshake timeout", .timedOut, "MIR0857"), ("EOF", .closed, "MIR0857"),
        ("context deadline exceeded (Client.Timeout exceeded while awaiting headers)", .timedOut, "MIR0857"),
        ("read tcp 1.2.3.4:1->5.6.7.8:443: read: connection reset by peer", .reset, "MIR0857"),
        ("unexpected EOF", .cutOff, "MIR0891"),
        ("http2: server sent GOAWAY and closed the connection; LastStreamID=1", .brokenAnswer, "MIR0891"),
        ("stream error: stream ID 1; INTERNAL_ERROR; received from peer", .brokenAnswer, "MIR0891"),
        (
            "net/http: HTTP/1.x transport connection broken: malformed HTTP response \"\\x15\\x03\\x01\"", .httpOnTLS,
            "MIR0856"
        ),
        ("http: server gave HTTP response to HTTPS client", .plainHTTP, "MIR0856"),
        ("dial tcp: lookup mirror.corp.test on 10.0.0.2:53: no such host", .nameNotResolved, "MIR0858"),
        (
            "dial tcp: lookup mirror.corp.test on 10.0.0.2:53: read udp 1:2->3:53: i/o timeout", .nameNotResolved,
            "MIR0858"
        ),
        ("remote error: tls: unknown certificate authority", .clientCertificate, "MIR0855"),
        ("proxyconnect tcp: dial tcp 10.1.1.1:3128: connect: connection refused", .proxyUnreachable, "MIR0876"),
        (
            "proxyconnect tcp: dial tcp: lookup proxy.corp.test on 10.0.0.2:53: no such host", .proxyUnreachable,
            "MIR0876"
        ),
        ("proxyconnect tcp: tls: first record does not look like a TLS handshake", .proxyUnreachable, "MIR0876"),
        ("Forbidden", .proxyRefused, "MIR0877"), ("Proxy Authentication Required", .proxyRefused, "MIR0877"),
        ("Bad Gateway", .proxyRefused, "MIR0877"), ("Gateway Timeout", .proxyRefused, "MIR0877"),
        ("Filtered", .proxyRefused, "MIR0877"),
        ("the frobnicator is unwell", .other, "MIR0893"),
    ])
    func whatARequestMet(_ words: String, _ fault: PullFault, _ code: String) throws {
        let trace = try trace(
            "failed to resolve reference \"gcr.io/team/app:1\": failed to do request: Head \"\(Self.url)\": \(words)"
        )
        #expect(trace.cause?.fault == fault)
        #expect(trace.cause?.host == "mirror.corp.test:5000")
        #expect(trace.findings.map(\.code) == [code])
    }

    @Test(arguments: [
        ("404 Not Found", PullFault.status(404), "MIR0860"), ("429 Too Many Requests", .status(429), "MIR0861"),
        ("451 Unavailable For Legal Reasons", .status(451), "MIR0861"), ("400 Bad Request", .status(400), "MIR0890"),
        ("400 Bad Request - Server message: No required SSL certificate was sent", .clientCertificate, "MIR0855"),
        ("407 Proxy Authentication Required", .proxyRefused, "MIR0877"), ("403 Forbidden", .status(403), "MIR0859"),
        // What stands behind a status is the server's own trouble.
        (
            "500 Internal Server Error - Server message: unknown: x509: certificate signed by unknown authority",
            .status(500), "MIR0861"
        ),
        ("502 Bad Gateway - Server message: dial tcp: lookup up.test: no such host", .status(502), "MIR0861"),
        ("503 Service Unavailable - Server message: write: no space left on device", .status(503), "MIR0861"),
    ])
    func aStatusComesBeforeTheServersWords(_ line: String, _ fault: PullFault, _ code: String) throws {
        let trace = try trace(
            "failed to resolve reference \"gcr.io/team/app:1\": unexpected status from HEAD request to \(Self.url): \(line)"
        )
        #expect(trace.cause?.fault == fault)
        #expect(trace.findings.map(\.code) == [code])
    }

    @Test(arguments: [
        (
            "Get \"https://sso.corp.test/token?scope=repository%3Ateam%2Fapp%3Apull\": dial tcp 1.2.3.4:443: connect: connection refused",
            PullFault.tokenServer(.refused), "MIR0878"
        ),
        (
            "Post \"https://sso.corp.test/token\": tls: failed to verify certificate: x509: certificate signed by unknown authority",
            .tokenServer(.unknownAuthority), "MIR0878"
        ),
        (
            "Get \"https://sso.corp.test/token\": dial tcp: lookup sso.corp.test on 10.0.0.2:53: no such host",
            .tokenServer(.nameNotResolved), "MIR0878"
        ),
        ("Get \"https://sso.corp.test/token\": net/http: TLS handshake timeout", .tokenServer(.timedOut), "MIR0878"),
        (
            "unexpected status from GET request to https://sso.corp.test/token?service=a: 500 Internal Server Error",
            .tokenServer(.status(500)), "MIR0878"
        ),
        (
            "unexpected status from GET request to https://sso.corp.test/token?service=a: 401 Unauthorized",
            .tokenRefused, "MIR0859"
        ),
        ("Get \"https://sso.corp.test/token\": Forbidden", .proxyRefused, "MIR0877"),
        (
            "Get \"https://sso.corp.test/token\": proxyconnect tcp: dial tcp 10.1.1.1:3128: i/o timeout",
            .proxyUnreachable, "MIR0876"
        ),
    ])
    func theTokenServerIsNamed(_ words: String, _ fault: PullFault, _ code: String) throws {
        let trace = try trace(
            "failed to resolve reference \"gcr.io/team/app:1\": failed to authorize: failed to fetch anonymous token: \(words)"
        )
        #expect(trace.error?.fault == fault)
        #expect(trace.error?.tokenServer == "sso.corp.test")
        // The registry itself is not blamed.
        #expect(trace.attempts.isEmpty)
        let finding = try #require(trace.findings.first)
        #expect(trace.findings.map(\.code) == [code])
        if code == "MIR0878" { #expect(Catalogue.english(finding.title).contains("sso.corp.test")) }
    }

    @Test(arguments: [
        ("unexpected status: 500 Internal Server Error", PullFault.tokenServer(.status(500))),
        (
            "unable to decode token response: invalid character '<' looking for beginning of value",
            .tokenServer(.tokenPage)
        ),
        ("authorization server did not include a token in the response", .tokenServer(.noToken)),
    ])
    func aTokenServerWithoutAnAddress(_ words: String, _ fault: PullFault) throws {
        let trace = try trace("failed to authorize: failed to fetch oauth token: \(words)")
        #expect(trace.error?.fault == fault)
        #expect(trace.findings.map(\.code) == ["MIR0878"])
    }

    /// From 2.0 on a 404 comes before a connection that failed: not all answered 404.
    @Test func notFoundDoesNotSayThatAllAnswered() throws {
        let trace = try trace("failed to resolve image: gcr.io/team/app:1: not found")
        #expect(trace.error?.fault == .nobodyHasIt)
        let finding = try #require(trace.findings.first)
        #expect(Catalogue.english(finding.cause).contains("at least one"))
    }

    @Test(arguments: [
        (
            "Container image \"gcr.io/team/app:1\" is not present with pull policy of Never", PullFault.neverPull,
            "MIR0887"
        ),
        (
            "Failed to inspect image \"gcr.io/team/app:1\": rpc error: code = DeadlineExceeded desc = context deadline exceeded",
            .inspection, "MIR0883"
        ),
        (
            "Failed to apply default image tag \"gcr.io/Team/App:1\": couldn't parse image name \"gcr.io/Team/App:1\": invalid reference format: repository name must be lowercase",
            .invalidName, "MIR0887"
        ),
    ])
    func whatKubeletSaysItself(_ event: String, _ fault: PullFault, _ code: String) throws {
        let reader = TraceReader("  Warning  Failed  3s (x5 over 3m)  kubelet  \(event)")
        let image = try #require(reader.images.last)
        let trace = try #require(try reader.trace(of: image))
        #expect(trace.error?.fault == fault)
        #expect(trace.findings.map(\.code) == [code])
    }

    /// The string in a string that kubelet's log has, and the tails that klog and kubectl put behind an error.
    @Test(arguments: [
        "E1129 13:46:30.1 812 pod_workers.go:1300] \"Error syncing pod, skipping\" err=\"failed to \\\"StartContainer\\\" for \\\"app\\\" with ErrImagePull: \\\"rpc error: code = NotFound desc = failed to pull and unpack image \\\\\\\"gcr.io/team/app:1\\\\\\\": failed to resolve image: gcr.io/team/app:1: not found\\\"\" pod=\"default/app\"",
        "3m Warning Failed pod/app Failed to pull image \"gcr.io/team/app:1\": rpc error: code = NotFound desc = failed to resolve image: gcr.io/team/app:1: not found (x5 over 3m)",
        "ctr: failed to resolve reference \"gcr.io/team/app:1\": gcr.io/team/app:1: not found",
    ])
    func everyWrapping(_ line: String) throws {
        let trace = try #require(try TraceReader(line).trace(of: "gcr.io/team/app:1"))
        #expect(trace.error?.fault == .nobodyHasIt, "\(trace)")
    }

    /// A mirror that did not answer is not why a fetched image does not unpack.
    @Test func whatComesAfterFetchingIsNotTheMirrors() throws {
        let log = """
            level=info msg="PullImage \\"gcr.io/team/app:1\\""
            level=info msg="trying next host" error="failed to do request: Head \\"\(Self.url)\\": dial tcp: i/o timeout" host="mirror.corp.test:5000"
            level=error msg="PullImage \\"gcr.io/team/app:1\\" failed" error="failed to pull and unpack image \\"gcr.io/team/app:1\\": no match for platform in manifest: not found"
            """
        let trace = try #require(try TraceReader(log).trace(of: "gcr.io/team/app:1"))
        #expect(trace.findings.map(\.code) == ["MIR0880"])
        #expect(trace.attempts.count == 1)
    }

    /// Lines of the debug level name the only host; the words of a warning name the type.
    @Test func debugLinesSayWhoAnswered() throws {
        let asked = "url=\"https://cache.corp.test/v2/hub/library/busybox/manifests/latest?ns=docker.io\""
        let log = """
            level=info msg="PullImage \\"busybox:latest\\""
            level=debug msg="do request" host=cache.corp.test request.method=HEAD \(asked)
            level=warning msg="reference for unknown type: text/html" digest="\(Self.digest)" mediatype=text/html size=9
            level=error msg="PullImage \\"busybox:latest\\" failed" error="failed commit on ref \\"unknown-\(Self.digest)\\": \\"unknown-\(Self.digest)\\" failed size validation: 528 != 527: failed precondition"
            """
        let trace = try #require(try TraceReader(log).trace(of: "busybox:latest"))
        #expect(trace.causeHost == "cache.corp.test")
        #expect(trace.findings.map(\.code) == ["MIR0862"])
    }

    /// The challenge names the token server that 1.x leaves out.
    @Test func theChallengeNamesTheTokenServer() throws {
        let url = "https://harbor.corp.test/v2/m/etcd/manifests/3?ns=k8s.gcr.io"
        let log = """
            level=info msg="PullImage \\"k8s.gcr.io/etcd:3\\""
            level=debug msg="fetch response received" host=harbor.corp.test response.header.www-authenticate="Bearer realm=\\"https://sso.corp.test/token\\",service=\\"h\\",scope=\\"repository:m/etcd:pull\\"" url="\(url)"
            level=info msg="trying next host" error="failed to authorize: failed to fetch oauth token: unexpected status: 500 Internal Server Error" host=harbor.corp.test
            """
        let trace = try #require(try TraceReader(log).trace(of: "k8s.gcr.io/etcd:3"))
        #expect(trace.cause?.tokenServer == "sso.corp.test")
    }
}
