import Containerd
import Testing

@testable import Diagnosis

/// `disabled_plugins` and `required_plugins`: containerd without CRI, and containerd not at all.
@Suite struct StartWithoutCRITests {
    private enum Start: Equatable { case runs, withoutCRI, doesNotStart }

    private func start(_ version: String, _ text: String) throws -> Start {
        let rules = try #require(ContainerdVersion(version))
        do throws(PullExplainer.StartError) {
            _ = try PullExplainer(version: rules, files: NodeTree([DeadSettingTests.config: text]))
            return .runs
        } catch {
            let code = VersionComparison.doesNotStart(error, version: rules).code
            #expect(code == (error.isCRIOnly ? "MIR0720" : "MIR0714"))
            return error.isCRIOnly ? .withoutCRI : .doesNotStart
        }
    }

    @Test func disabledPluginsCountByVersionAndSpelling() throws {
        let (old, images) = ("io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images")
        let cases: [(version: String, header: String, plugin: String, Start)] = [
            ("1.6.20", "", "cri", .withoutCRI), ("1.7.34", "version = 1\n", "cri", .withoutCRI),
            ("1.6.20", "", old, .runs),
            ("1.6.20", "version = 2\n", "cri", .doesNotStart), ("1.7.34", "version = 2\n", "cri", .doesNotStart),
            ("1.7.34", "version = 2\n", old, .withoutCRI), ("1.7.34", "version = 2\n", images, .runs),
            ("1.7.34", "version = 2\n", "a.b.c.d", .doesNotStart), ("1.6.20", "version = 2\n", "a.b.c.d", .runs),
            ("2.0.11", "", "cri", .withoutCRI), ("2.0.11", "version = 2\n", "cri", .doesNotStart),
            ("2.0.11", "version = 2\n", old, .withoutCRI), ("2.0.11", "version = 3\n", images, .withoutCRI),
            ("2.0.11", "version = 3\n", "io.containerd.cri.v1.runtime", .withoutCRI),
            ("2.0.11", "version = 3\n", "io.containerd.transfer.v1.local", .runs),
            ("2.1.9", "version = 3\n", "io.containerd.transfer.v1.local", .withoutCRI),
            ("2.3.4", "version = 4\n", old, .withoutCRI), ("2.3.4", "", "cri", .withoutCRI),
            ("1.7.34", "version = 2\n", "io.containerd.snapshotter.v1.zfs", .runs), ("2.0.11", "", "zfs", .runs),
        ]
        for (version, header, plugin, expected) in cases {
            let text = header + "disabled_plugins = [\"\(plugin)\"]\n"
            #expect(try start(version, text) == expected, "\(version) \(text)")
        }
    }

    @Test func aRequiredPluginThatIsNotThereStopsContainerd() throws {
        let old = "io.containerd.grpc.v1.cri"
        #expect(try start("1.7.34", "required_plugins = [\"\(old)\"]\n") == .doesNotStart)
        #expect(try start("1.7.34", "required_plugins = [\"cri\"]\n") == .runs)
        #expect(try start("1.7.34", "version = 2\nrequired_plugins = [\"\(old)\"]\n") == .runs)
        #expect(try start("1.7.34", "version = 2\nrequired_plugins = [\"cri\"]\n") == .doesNotStart)
        #expect(
            try start("1.7.34", "version = 2\nrequired_plugins = [\"io.containerd.cri.v1.images\"]\n") == .doesNotStart
        )
        #expect(try start("2.0.11", "required_plugins = [\"cri\"]\n") == .runs)
        for version in ["1.6.20", "1.7.24", "2.1.9", "2.3.4"] {
            let text = "version = 2\nrequired_plugins = [\"io.containerd.grpc.v1.cir\"]\n"
            #expect(try start(version, text) == .doesNotStart)
        }
        // Others may be built in.
        let other = "version = 2\nrequired_plugins = [\"io.containerd.snapshotter.v1.stargz\"]\n"
        #expect(try start("1.7.34", other) == .runs)
        let both = "version = 2\ndisabled_plugins = [\"\(old)\"]\nrequired_plugins = [\"\(old)\"]\n"
        for version in ["1.7.34", "2.0.11"] { #expect(try start(version, both) == .doesNotStart) }
    }

    @Test func listsOfDropInsCount() throws {
        let tree = NodeTree([
            DeadSettingTests.config: "version = 2\nimports = [\"/etc/containerd/d.toml\"]\n",
            "/etc/containerd/d.toml": "version = 2\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n",
        ])
        for version in ContainerdVersion.checked {
            #expect(throws: PullExplainer.StartError.self) { try PullExplainer(version: version, files: tree) }
        }
    }

    @Test func aNodeWithoutCRIIsNotCalledGood() throws {
        var report = NodeSamples.report("disabled_plugins = [\"cri\"]\n")
        report.outputs["dump"] = "version = 2\n"
        var inspection = NodeSamples.inspection(report)
        inspection.expected = nil
        let judgement = NodeJudgement(inspection)
        #expect(judgement.findings.map(\.code).contains("MIR0720") && !judgement.isGood)
        #expect(judgement.explainer == nil)
    }

    /// Before 1.6.32 and 1.7.17 a newer file was taken for one of version 2.
    @Test func newerFilesAreRefusedFromACertainReleaseOn() throws {
        for (version, expected) in [
            ("1.6.20", Start.runs), ("1.6.32", .doesNotStart), ("1.7.16", .runs), ("1.7.17", .doesNotStart),
        ] { #expect(try start(version, "version = 3\n") == expected, "\(version)") }
    }
}
