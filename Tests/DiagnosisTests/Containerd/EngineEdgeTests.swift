import Containerd
import Diagnosis
import TestSupport
import Testing
import Texts

/// Corners of containerd that its own log, or a run of its code, shows.
@Suite struct EngineEdgeTests {
    /// `net.SplitHostPort` decides; its words are Go's.
    @Test func matchLocalhostRefusesWhatGoCannotSplit() throws {
        let rows: [(String, String?)] = [
            ("127.0.1.1:", "invalid host name format"), ("localhost:", "invalid host name format"),
            ("::ffff:127.0.0.1", "address ::ffff:127.0.0.1: too many colons in address"),
            ("a:b:c", "address a:b:c: too many colons in address"), ("::", "address ::: too many colons in address"),
            ("[::1]:80:80", "address [::1]:80:80: too many colons in address"),
            ("[::1]::", "address [::1]::: too many colons in address"),
            ("[::1", "address [::1: missing ']' in address"), ("a]:80", "address a]:80: unexpected ']' in address"),
            ("a[:80", "address a[:80: unexpected '[' in address"), ("[a]b:80", nil),
        ]
        for (host, words) in rows {
            do throws(Localhost.MatchError) {
                #expect(try !Localhost.matchLocalhost(host), "\(host)")
                #expect(words == nil, "\(host)")
            } catch {
                #expect(error.description == words, "\(host)")
            }
        }
        for host in [
            "localhost", "localhost:1", "127.0.1.1", "127.0.1.1:x", "[::1]:5000", "::1", "[::ffff:127.0.0.1]:80",
        ] {
            #expect(try Localhost.matchLocalhost(host), "\(host)")
        }
        for host in ["", "localhost.", "registry:5000", "[127.0.0.1]", "10.0.0.1", "::2:1:"] {
            #expect((try? Localhost.matchLocalhost(host)) != true, "\(host)")
        }
    }

    private func warnings(_ registry: String, plugin: Bool = true) throws -> [String] {
        let head = plugin ? "version = 3\n" : ""
        let text = head + registry.replacing("[registry", with: "[plugins.'io.containerd.cri.v1.images'.registry")
        let rules = try #require(ContainerdVersion("2.1.9")).rules
        let config = try ContainerdConfig(path: "/c.toml", files: NodeTree(["/c.toml": text]), rules: rules)
        return config.warnings.compactMap { warning in
            switch warning {
            case .unknownPluginKey(let key, _, _): key
            case .unknownKey(let key, _, let line, _): "\(line): \(key)"
            default: nil
            }
        }
    }

    /// As go-toml 2.2.3 names them for the table that containerd writes out anew.
    @Test func unknownTablesAreNamedEachWithTheirPath() throws {
        #expect(
            try warnings(
                "[registry]\nfoo='x'\n[registry.bar]\na=1\n[registry.bar.deep]\nb=2\n[registry.bar.deep.er]\nc=1\n"
            )
                == ["registry foo", "registry bar", "registry bar deep", "registry bar deep er"]
        )
        #expect(
            try warnings("[registry.configs.m.tls]\nca_file='x'\n[registry.configs.m.tls.more]\nx=1\n")
                == ["registry configs m tls", "registry configs m tls more"]
        )
        #expect(
            try warnings("[registry.mirrors.a]\nendpoint=['x']\nfoo=1\n[registry.mirrors.a.sub.q]\ny=1\n")
                == ["registry mirrors a foo", "registry mirrors a sub", "registry mirrors a sub q"]
        )
        #expect(try warnings("[registry]\ninline={a=1,b={c=2}}\n") == ["registry inline", "registry inline b"])
        #expect(
            try warnings("[registry]\nlist=[{a=1},{b=2}]\nempty=[]\n") == [
                "registry empty", "registry list", "registry list",
            ]
        )
        #expect(
            try warnings("[registry]\nq=1\nb=1\n[registry.Mirrors.a]\nEndpoint=['x']\n") == [
                "registry b", "registry q",
            ]
        )
        #expect(try warnings("[registry.auths.'https://x'.zz]\nc=1\n") == ["registry auths https://x zz"])
    }

    @Test func unknownTablesAtTheTopAreNamedByTheirHeaders() throws {
        #expect(
            try warnings(
                "version = 3\n[bogus]\na=1\n[bogus.sub]\nb=1\n[grpc]\naddress='x'\n[more.less]\n",
                plugin: false
            )
                == ["2: bogus", "4: bogus sub", "8: more less"]
        )
    }

    @Test func anEmptyListOfAHeaderIsKept() throws {
        let rules = try #require(ContainerdVersion("2.1.9")).rules
        let text = "version = 3\n[plugins.'io.containerd.cri.v1.images'.registry.headers]\nAccept = []\nX = ['1']\n"
        let files = NodeTree(["/etc/containerd/config.toml": text])
        var explainer = try PullExplainer(version: rules.version, files: files)
        #expect(explainer.registry.emptyHeaders == ["Accept"])
        let plan = try explainer.explain("gcr.io/a:1")
        var accepted: [[String]] = []
        var flow = plan.flow()
        _ = flow.run { request in
            accepted.append(request.headers.filter { $0.name == "Accept" }.map(\.value))
            return .response(RegistryResponse(status: 404))
        }
        // The key is there, so containerd sets no list of its own.
        #expect(accepted.first == [])
    }

    /// The words of a running 1.6.20: a status below 400 is not expected, and nobody else is asked.
    @Test(arguments: [(302, "unexpected status code"), (304, "unexpected status code"), (403, "status code")])
    func oldWordsForAStatus(_ status: Int, _ words: String) throws {
        let files = NodeTree(["/etc/containerd/config.toml": "version = 2\n"])
        var explainer = try PullExplainer(version: ContainerdVersion(1, 6, 20), files: files)
        var flow = try explainer.explain("gcr.io/a:1").flow()
        let outcome = flow.run { _ in .response(RegistryResponse(status: status)) }
        let line = HTTPStatus.line(status)
        #expect(outcome == .failed("pulling from host gcr.io failed with \(words) [manifests 1]: \(line)"))
    }

    @Test func aDigestHeaderIsReadAsTheResolverReadsIt() throws {
        let hex = String(repeating: "a", count: 64)
        #expect(try ResolvedHeaders(digest: "sha256:\(hex)", length: "2").digest == "sha256:\(hex)")
        #expect(try ResolvedHeaders(digest: "", length: "2").digest == nil)
        // Without a length the header is not looked at.
        #expect(try ResolvedHeaders(digest: "unexpectedResponse", length: "").digest == nil)
        #expect(try ResolvedHeaders(digest: "unexpectedResponse", length: "-1").digest == nil)
        for header in [
            hex, "\"sha256:\(hex)\"", "sha256:\(hex.uppercased())", "sha256:\(hex)a", "md5:\(hex.prefix(32))",
            "sha256:", "W/sha256:\(hex)",
        ] {
            #expect(throws: ResolvedHeaders.BadDigest.self, "\(header)") {
                try ResolvedHeaders(digest: header, length: "2")
            }
        }
    }

    @Test func whatWasMadeIsSaidInsteadOfWhatCould() throws {
        let text =
            "version = 2\n[plugins.'io.containerd.grpc.v1.cri'.registry.mirrors.'gcr.io']\nendpoint = ['https://m']\n"
        let files = NodeTree(["/etc/containerd/config.toml": text])
        var explainer = try PullExplainer(version: ContainerdVersion(1, 7, 24), files: files)
        let plan = try explainer.explain("gcr.io/a:1")
        #expect(plan.ending(servedBy: "https://m/v2", error: nil) == .mirror)
        #expect(plan.ending(servedBy: "https://gcr.io/v2", error: nil) == .upstreamInstead)
        #expect(plan.ending(servedBy: nil, error: "x") == .fails)
        #expect(plan.ending(servedBy: nil, error: nil) == .unknown)
        let other = try explainer.explain("quay.io/a:1")
        #expect(other.ending(servedBy: "https://quay.io/v2", error: nil) == .upstream)
        for ending in LiveEnding.allCases {
            for catalogue in [Catalogue.english, .japanese] {
                #expect(catalogue.keys.contains("why.ending.\(ending.rawValue)"))
            }
        }
    }
}
