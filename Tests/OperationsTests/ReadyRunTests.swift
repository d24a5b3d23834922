import Diagnosis
import Operations
import TestSupport
import Testing

/// What ends a look before it begins.
@Suite struct ReadyRunTests {
    private func error(_ prepare: (TemporaryFolder, inout ReadyQuestion) throws -> Void) throws -> ReadyError? {
        let folder = try TemporaryFolder()
        let target = try #require(UpgradeTarget("1.34.0-gke.566"))
        let path = try folder.write("a.yaml", ClusterSamples.admin(["10.0.0.1"]))
        var question = ReadyQuestion(target: target, clusterConfigPath: path)
        try prepare(folder, &question)
        do throws(ReadyError) {
            _ = try ReadyRun(question).verdict()
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsNotThereIsNamed() throws {
        let noFile = try error { $1.clusterConfigPath = $0("no.yaml") }
        #expect(noFile?.problem.key == "file.notFound")
        let noPackage = try error { $1.packages = [$0("no.tar.xz")] }
        #expect(noPackage?.problem.arguments.values.contains { $0.hasSuffix("no.tar.xz") } == true)
        let noReports = try error { $1.reports = $0("none") }
        #expect(noReports == .reports(.unreadable(path: noReports?.problem.arguments["path"] ?? "")))
        let noLive = try error { $1.live = .saved(path: $0("live.yaml")) }
        #expect(noLive?.problem.key == "file.notFound")
    }

    @Test func aFileWithoutMirrorsHasNothingToLookAt() throws {
        let none = try error { folder, question in
            question.clusterConfigPath = try folder.write("b.yaml", "kind: Cluster\nspec: {type: admin}\n")
        }
        #expect(none?.problem.key == "ready.noMirrors")
        let broken = try error { folder, question in
            question.clusterConfigPath = try folder.write("c.yaml", "a: [\n")
        }
        #expect(broken?.problem.key == "ready.notYAML" && broken?.problem.arguments["line"] != nil)
    }

    /// Another CA than the file's would say nothing of what nodes do.
    @Test func aFileThatWouldNotBeUsedIsRefused() throws {
        let replaced = try error { folder, question in
            let text = ClusterSamples.admin(["10.0.0.1"])
                .replacing("  hosts:\n", with: "  caCertPath: /root/ca.crt\n  hosts:\n")
            question.clusterConfigPath = try folder.write("d.yaml", text)
            question.caCertPath = "/tmp/other.crt"
        }
        #expect(replaced?.problem.key == "command.probe.replaced")
    }
}
