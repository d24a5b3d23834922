import Containerd
import TOML
import TestSupport
import Testing

@testable import Diagnosis

/// No file of a node and no report of one ends the process, whichever containerd reads it.
@Suite struct NodeFilesFuzzTests {
    private static let config = """
        version = 2
        imports = ["/etc/containerd/conf.d/*.toml"]
        [plugins."io.containerd.grpc.v1.cri".registry]
          config_path = "/etc/containerd/certs.d:/etc/docker"
          [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
            endpoint = ["https://10.0.0.5:5000", "http://h/v2/ns", "h:1"]
          [plugins."io.containerd.grpc.v1.cri".registry.configs."h".tls]
            ca_file = "/ca.crt"
            insecure_skip_verify = true
          [plugins."io.containerd.grpc.v1.cri".registry.configs."h".auth]
            auth = "dTpw"
          [plugins."io.containerd.grpc.v1.cri".registry.headers]
            X = ["1"]
        """
    private static let newer = """
        version = 3
        [plugins.'io.containerd.cri.v1.images'.registry]
        config_path = '/etc/containerd/certs.d'
        [plugins.'io.containerd.cri.v1.images'.pinned_images]
        sandbox = 'x'
        """
    private static let hosts = """
        server = "https://gcr.io"
        [host."https://10.0.0.5:5000/v2/ns"]
          capabilities = ["pull", "resolve"]
          override_path = true
          ca = ["/ca.crt", "b.crt"]
          client = [["c.cert", "c.key"]]
          dial_timeout = "1.5s"
          [host."https://10.0.0.5:5000/v2/ns".header]
            Authorization = "Basic dTpw"
        """
    private static let words = [
        "[[", "]]", "\"\"\"", "'''", "0x", "1e9", "1979-05-27T07:32:00Z", "inf", "true", "imports = [", "*", "?",
        "host.\"a\".b = 1\n",
        "version = 1\n", "version = 4\n", "\\u0000", "\\U0010FFFF", "[plugins]\n", "ca = \"x\"\n",
        "-----BEGIN CERTIFICATE-----\n", "{a = 1}",
        "https://[::1%25e]:1", "9999999h", "-1ns",
    ]
    private static let versions = ["1.6.0", "1.7.34", "2.0.11", "2.1.4", "2.3.4"].compactMap { ContainerdVersion($0) }

    private static func explain(_ files: some NodeFiles, _ version: ContainerdVersion) {
        _ = ContainerdVersion.guess(from: files)
        guard var explainer = try? PullExplainer(version: version, files: files),
            let plan = try? explainer.explain("gcr.io/a/b:1")
        else { return }
        _ = PullJudge(explainer).findings(for: plan)
        _ = plan.verdict
        _ = plan.podError(everyoneAnswering: .unauthorized)
        for attempt in plan.attempts.prefix(3) { _ = plan.outcome(of: attempt, answering: .html) }
    }

    @Test(arguments: [0, 1] as [UInt64]) func configurations(seed: UInt64) {
        var mutation = Mutation(seed: seed, samples: [Self.config, Self.newer], words: Self.words)
        var turn = 0
        mutation.search { bytes in
            turn += 1
            for dialect in [TOMLDialect.standard, .goTOMLv1, .goTOMLv2] {
                _ = try? TOMLDocument(bytes: bytes, dialect: dialect)
            }
            var files = NodeTree(["/etc/containerd/certs.d/gcr.io/hosts.toml": Self.hosts])
            files.add("/etc/containerd/config.toml", .file(bytes))
            files.add("/etc/containerd/conf.d/a.toml", .file(bytes))
            Self.explain(files, Self.versions[turn % Self.versions.count])
            let report = NodeReport(gathering: files)
            _ = SecretScan.secrets(inFiles: report.files.contents)
            _ = report.redacted(known: .none)
        }
    }

    @Test func hostsFiles() {
        var mutation = Mutation(seed: 2, samples: [Self.hosts], words: Self.words)
        var turn = 0
        mutation.search { bytes in
            turn += 1
            var files = NodeTree(["/etc/containerd/config.toml": Self.newer.replacing("= 3", with: "= 2")])
            files.add("/etc/containerd/certs.d/gcr.io/hosts.toml", .file(bytes))
            files.add("/ca.crt", .file(bytes))
            let version = Self.versions[turn % Self.versions.count]
            Self.explain(files, version)
            if let loaded = try? HostDirectory.load("/etc/containerd/certs.d/gcr.io", from: files, rules: version.rules)
            {
                _ = try? HostConfiguration(rules: version.rules).endpoints(
                    for: "gcr.io",
                    entries: loaded.entries,
                    files: files
                )
            }
        }
    }

    private static let records = """
        fact node n1
        fact clock 1700000000
        fact config /etc/containerd/config.toml
        fact stale /etc/x
        dir /etc/containerd/certs.d
        name gcr.io
        name host_5000_
        file /etc/containerd/config.toml
         version = 2
        absent /etc/x
        denied /etc/y
        large /etc/z
        out version
         containerd containerd.io v1.7.34 abc
        out space
         Filesystem 1024-blocks Used Available Capacity Mounted on
         /dev/sda1 100 50 50 50% /
        out environment
         HTTP_PROXY=http://p:1
        out journal
         time="2026-01-01T00:00:00Z" level=error msg="PullImage \\"gcr.io/a:1\\" failed" error="rpc error: code = NotFound desc = failed"
        end

        """

    @Test func recordsOfReports() {
        var mutation = Mutation(
            seed: 3,
            samples: [Self.records],
            words: Self.words + ["file /a\n", "dir /\n", "end\n", "name \n", "out dump\n"]
        )
        mutation.search { bytes in
            guard let report = try? NodeReportParser.parse(records: bytes) else { return }
            let judgement = NodeJudgement(NodeInspection(target: "n", outcome: .report(report), now: 0))
            _ = judgement.findings
            _ = judgement.identityDigest
            _ = (report.imageSpace, report.clock, report.journal, report.environment, report.dumpError)
            #expect((try? NodeReportParser.parse(records: report.records)) != nil)
        }
    }

    @Test func framesOfReports() {
        let samples = [false, true].map {
            NodeReportParserTests.sent(Self.records.split(separator: "\n").map(String.init), hex: $0)
        }
        var mutation = Mutation(
            seed: 4,
            bytes: samples,
            words: [
                "MIRRORCTL-NODE-REPORT-BEGIN 1 hex\n", "MIRRORCTL-NODE-REPORT-END\n", "MIRRORCTL-NODE-REPORT-BEGIN ",
                "=", "==",
            ]
        )
        mutation.search { bytes in
            _ = NodeReportParser.hasBeginning(bytes[...])
            _ = NodeReportParser.reports(in: bytes)
        }
    }
}
