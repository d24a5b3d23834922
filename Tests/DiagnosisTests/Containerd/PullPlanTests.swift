import Containerd
import Diagnosis
import TestSupport
import Testing

@Suite struct PullPlanTests {
    private static let certsD = """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".registry]
          config_path = "/etc/containerd/certs.d"
        """
    private static let mirrors = """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
          endpoint = ["https://10.0.0.5:5000/v2/ns"]
        """

    private func node(_ config: String, _ files: [String: String] = [:]) -> NodeTree {
        var all = ["/etc/containerd/config.toml": config]
        for (path, text) in files { all["/etc/containerd/certs.d/" + path] = text }
        return NodeTree(all)
    }

    private func explain(
        _ image: String,
        _ version: ContainerdVersion,
        _ files: NodeTree
    ) throws -> (plan: PullPlan, codes: [String]) {
        var explainer = try PullExplainer(version: version, files: files)
        let plan = try explainer.explain(image)
        return (plan, PullJudge(explainer).findings(for: plan).map(\.code))
    }

    @Test func goodMirrorOfBothKindsHasNoFindings() throws {
        let hosts =
            "server = \"https://gcr.io\"\n[host.\"https://10.0.0.5:5000\"]\n  capabilities = [\"pull\", \"resolve\"]\n"
        for version in ContainerdVersion.checked {
            let (plan, codes) = try explain("gcr.io/a:1", version, node(Self.certsD, ["gcr.io/hosts.toml": hosts]))
            #expect(codes.isEmpty, "\(version): \(codes)")
            #expect(plan.usesMirror && plan.isFailureSilent)
            #expect(
                plan.attempts.map(\.resolveURL) == [
                    "https://10.0.0.5:5000/v2/a/manifests/1?ns=gcr.io", "https://gcr.io/v2/a/manifests/1",
                ]
            )
            #expect(
                plan.attempts[0].endpoint.source
                    == SourcePosition(file: "/etc/containerd/certs.d/gcr.io/hosts.toml", line: 2)
            )
            #expect(plan.verdict.key == "why.verdict.mirrorThenUpstream")
            let legacy = try explain("gcr.io/a:1", version, node(Self.mirrors))
            #expect(legacy.codes.isEmpty, "\(version): \(legacy.codes)")
            #expect(legacy.plan.attempts[0].resolveURL == "https://10.0.0.5:5000/v2/ns/a/manifests/1?ns=gcr.io")
            #expect(legacy.plan.attempts[0].endpoint.source?.line == 3)
        }
    }

    @Test func eachRuleFiresOnItsOwnTrap() throws {
        let old = ContainerdVersion(1, 7, 34)
        let new = ContainerdVersion(2, 0, 11)
        let transfer = ContainerdVersion(2, 2, 7)
        let header = "[plugins.\"io.containerd.grpc.v1.cri\".registry"
        func host(_ url: String, _ body: String = "") -> [String: String] {
            ["gcr.io/hosts.toml": "server = \"https://gcr.io\"\n[host.\"\(url)\"]\n\(body)\n"]
        }
        let cases: [(String, String, ContainerdVersion, NodeTree)] = [
            ("MIR0701", "gcr.io/a", old, node(Self.certsD, host("https://m", "capabilities = \"pull\""))),
            ("MIR0702", "gcr.io/a", new, node("[plugins.cri.registry]\nconfig_path = \"/x\"")),
            ("MIR0702", "gcr.io/a", new, node(Self.certsD.replacing("version = 2", with: "version = 3"))),
            (
                "MIR0703", "gcr.io/a", transfer,
                node(Self.certsD.replacing("certs.d", with: "certs.d:/etc/docker/certs.d"))
            ),
            ("MIR0703", "gcr.io/a", transfer, node("version = 3")),
            ("MIR0704", "gcr.io/a", old, node(Self.certsD, host("https://m", "ca = \"missing.crt\""))),
            (
                "MIR0705", "gcr.io/a", new,
                node(Self.mirrors + "\n\(header).configs.\"10.0.0.5:5000\".tls]\nca_file = \"/ca\"")
            ),
            ("MIR0706", "gcr.io/a", old, node(Self.mirrors.replacing("/v2/ns", with: "/ns"))),
            ("MIR0706", "gcr.io/a", old, node(Self.mirrors.replacing("/v2/ns", with: "/"))),
            ("MIR0707", "gcr.io/a", new, node(Self.certsD, host("https://m/v2/ns"))),
            ("MIR0708", "gcr.io/a", new, node(Self.certsD, host("https://m", "capabilities = [\"pull\"]"))),
            ("MIR0709", "gcr.io/a", new, node(Self.certsD, host("http://m:5000", "skip_verify = false"))),
            ("MIR0710", "nginx", old, node(Self.mirrors.replacing("gcr.io", with: "registry-1.docker.io"))),
            ("MIR0710", "nginx", new, node(Self.certsD, ["index.docker.io/hosts.toml": ""])),
            ("MIR0711", "quay.io/a", new, node(Self.certsD)),
        ]
        for (code, image, version, files) in cases {
            let found = try explain(image, version, files).codes
            #expect(found.contains(code), "\(code) on \(version): \(found)")
        }
        // The same files without the trap: the other version, or the setting that mends it.
        #expect(try !explain("gcr.io/a", old, cases[5].3).codes.contains("MIR0705"))
        #expect(
            try explain("gcr.io/a", new, node(Self.certsD, host("https://m/v2/ns", "override_path = true"))).codes
                .isEmpty
        )
        #expect(try explain("gcr.io/a", old, node(Self.certsD, host("http://m:5000"))).codes.isEmpty)
    }

    @Test func saysWhyContainerdDoesNotStart() throws {
        let both = Self.certsD + "\n[plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"]\nendpoint = []"
        #expect(throws: PullExplainer.StartError.self) { try explain("a", ContainerdVersion(1, 7, 34), node(both)) }
        #expect(throws: PullExplainer.StartError.self) {
            try explain("a", ContainerdVersion(1, 7, 34), node("version = 3"))
        }
        #expect(throws: PullExplainer.StartError.self) { try explain("a", ContainerdVersion(2, 0, 11), node("...")) }
        #expect(throws: PullExplainer.StartError.self) {
            try explain("a", ContainerdVersion(2, 2, 1), node(Self.mirrors))
        }
    }

    @Test func answersLeadWhereContainerdGoes() throws {
        let (plan, _) = try explain("gcr.io/a:1", ContainerdVersion(2, 0, 11), node(Self.mirrors))
        for kind in AnswerKind.allCases where kind != .html {
            #expect(plan.outcome(of: plan.attempts[0], answering: kind) == .next(plan.attempts[1]))
            guard case .fails = plan.outcome(of: plan.attempts[1], answering: kind) else {
                Issue.record("\(kind) of the last host does not fail")
                continue
            }
        }
        #expect(plan.outcome(of: plan.attempts[0], answering: .html) == .accepted)
        #expect(
            plan.podError(everyoneAnswering: .notFound)
                == "Failed to pull image \"gcr.io/a:1\": rpc error: code = NotFound desc = failed to pull and unpack image "
                + "\"gcr.io/a:1\": failed to resolve reference \"gcr.io/a:1\": gcr.io/a:1: not found"
        )
    }

    @Test func planIsWhatTheFlowAsks() throws {
        var random = SeededGenerator(seed: 21)
        let urls = [
            "https://m", "http://m:5000", "m:5000", "https://m/ns", "https://m/v2/ns", "https://gcr.io",
            "localhost:5000",
        ]
        let lines = [
            "", "override_path = true", "skip_verify = true", "capabilities = [\"pull\"]", "capabilities = [\"push\"]",
        ]
        for _ in 0..<300 {
            let version = ContainerdVersion.checked.randomElement(using: &random) ?? ContainerdVersion(2, 0)
            let picked = Set(
                (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in urls.randomElement(using: &random) }
            )
            let tables = picked.sorted().map { "[host.\"\($0)\"]\n\(lines.randomElement(using: &random) ?? "")\n" }
            let server =
                ["", "server = \"https://up\"\n", "server = \"https://gcr.io\"\n"].randomElement(using: &random) ?? ""
            let text = server + tables.joined()
            let (plan, _) = try explain("gcr.io/a/b:1", version, node(Self.certsD, ["gcr.io/hosts.toml": text]))
            var asked: [String] = []
            var flow = plan.flow()
            _ = flow.run { request in
                asked.append(request.url)
                return .response(RegistryResponse(status: 404))
            }
            #expect(asked == plan.resolving.map(\.resolveURL), "\(version)\n\(text)")
        }
    }

    @Test func theProphetSeesWhatChanges() throws {
        let tls =
            Self.mirrors
            + "\n[plugins.\"io.containerd.grpc.v1.cri\".registry.configs.\"10.0.0.5:5000\".tls]\ninsecure_skip_verify = true"
        let files = node(tls)
        let (plan, codes) = try explain("gcr.io/a:1", ContainerdVersion(2, 0, 11), files)
        #expect(codes.contains("MIR0705"))
        let findings = VersionComparison.findings(for: plan, present: ContainerdVersion(1, 7, 34), files: files)
        #expect(findings.map(\.code) == ["MIR0712"])
        #expect(findings[0].evidence.contains { $0.hasPrefix("- ") && $0.contains("not verified") })
        #expect(VersionComparison.findings(for: plan, present: ContainerdVersion(2, 0, 11), files: files).isEmpty)
    }

    @Test func brokenFilesOfEveryKindGetAnAnswer() throws {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<200 {
            let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var files = node(Self.certsD)
            files.add("/etc/containerd/certs.d/gcr.io/hosts.toml", .file(noise))
            for version in ContainerdVersion.checked { _ = try explain("gcr.io/a", version, files) }
        }
        var files = node(Self.certsD)
        files.add("/etc/containerd/certs.d/gcr.io/hosts.toml", .directory)
        #expect(try explain("gcr.io/a", ContainerdVersion(2, 0, 11), files).codes.contains("MIR0704"))
        files.add("/etc/containerd/config.toml", .directory)
        #expect(throws: PullExplainer.StartError.self) { try explain("gcr.io/a", ContainerdVersion(2, 0, 11), files) }
    }
}
