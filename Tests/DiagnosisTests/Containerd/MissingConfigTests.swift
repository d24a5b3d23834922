import Containerd
import Testing
import Texts

@testable import Diagnosis

@Suite struct MissingConfigTests {
    private static let hosts = "[host.\"https://m\"]\n"
    private static let certsD = NodeTree(["/etc/containerd/certs.d/gcr.io/hosts.toml": hosts])

    /// Every version starts without the file; the 2.2 ones have a list of folders by default, which their transfer service
    /// takes for one folder.
    @Test func withoutTheFileContainerdHasItsDefaults() throws {
        for version in ContainerdVersion.checked {
            var explainer = try PullExplainer(version: version, files: Self.certsD)
            #expect(explainer.config.isDefault && explainer.config.warnings == [])
            let plan = try explainer.explain("gcr.io/a/b:1")
            #expect(plan.error == nil && plan.attempts.map(\.isUpstream) == [true], "\(version)")
            #expect(PullJudge(explainer).findings(for: plan).map(\.code).contains("MIR0715"))
            // The same as of a file that says nothing.
            var empty = Self.certsD
            empty.add(ContainerdConfig.defaultPath, .file([]))
            var other = try PullExplainer(version: version, files: empty)
            #expect(other.registry == explainer.registry && other.roots == explainer.roots, "\(version)")
            #expect(try other.explain("gcr.io/a/b:1").attempts == plan.attempts)
            #expect(!PullJudge(other).findings(for: plan).map(\.code).contains("MIR0715"))
        }
    }

    /// What the advice says is written and read again: the mirror counts then.
    @Test func theAdvisedFileBringsTheFolderIntoForce() throws {
        var tried: [ContainerdVersion] = []
        for version in ContainerdVersion.checked {
            let explainer = try PullExplainer(version: version, files: Self.certsD)
            // Some 2.2 have the folder in their defaults: nothing is dead there.
            guard let remedy = PullJudge(explainer).dead.first(where: { $0.kind == .unnamedFolder })?.remedy else {
                continue
            }
            #expect(remedy.key == "dead.folder.nameInNewFile", "\(version)")
            let values = remedy.arguments
            tried.append(version)
            let header = try #require(values["header"]), folder = try #require(values["folder"])
            let text = "version = \(try #require(values["version"]))\n\(header)\nconfig_path = \"\(folder)\"\n"
            var tree = Self.certsD
            tree.add(try #require(values["file"]), .file(Array(text.utf8)))
            var mended = try PullExplainer(version: version, files: tree)
            #expect(try mended.explain("gcr.io/a/b:1").attempts.map(\.isUpstream) == [false, true], "\(version)")
        }
        #expect(tried.contains(ContainerdVersion(1, 6, 39)) && tried.contains(ContainerdVersion(2, 1, 9)))
    }

    @Test func aFileThatIsNamedHasToBeThere() {
        let version = ContainerdVersion(1, 7, 34)
        for path in ["/opt/c.toml", ContainerdConfig.defaultPath] {
            let error = PullExplainer.StartError.config(.notThere(file: path))
            #expect(throws: error) {
                try PullExplainer(version: version, files: Self.certsD, configPath: path, isConfigNamed: true)
            }
            let finding = VersionComparison.doesNotStart(error, version: version)
            #expect(finding.code == "MIR0716" && finding.arguments["file"] == path)
        }
    }

    /// Where there is no config.toml, the advice is a whole one, of the version that this containerd writes itself.
    @Test(arguments: [
        ("1.6.39", 2, "io.containerd.grpc.v1.cri"), ("1.7.34", 2, "io.containerd.grpc.v1.cri"),
        ("2.1.9", 3, "io.containerd.cri.v1.images"),
    ])
    func aFolderIsNamedInANewFile(version: String, number: Int, plugin: String) throws {
        let explainer = try PullExplainer(version: #require(ContainerdVersion(version)), files: Self.certsD)
        let setting = try #require(PullJudge(explainer).dead.first { $0.kind == .unnamedFolder })
        #expect(setting.remedy.key == "dead.folder.nameInNewFile")
        let words = Catalogue.english(setting.remedy)
        #expect(words.contains("/etc/containerd/config.toml with version = \(number) as its first line"))
        #expect(words.contains("config_path = \"/etc/containerd/certs.d\""))
        #expect(words.contains("[plugins.\"\(plugin)\".registry]"))
        // It does what it says.
        let text = "version = \(number)\n[plugins.\"\(plugin)\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
        var tree = Self.certsD
        tree.add(ContainerdConfig.defaultPath, .file(Array(text.utf8)))
        var mended = try PullExplainer(version: #require(ContainerdVersion(version)), files: tree)
        #expect(PullJudge(mended).dead.isEmpty)
        #expect(try mended.explain("gcr.io/a/b:1").attempts.map(\.isUpstream) == [false, true])
    }

    /// A file that cannot be looked at is not one that is missing.
    @Test func whatCannotBeReadIsNoDefault() {
        var tree = NodeTree()
        tree.add("/etc/containerd", .denied)
        #expect(throws: PullExplainer.StartError.self) {
            try PullExplainer(version: ContainerdVersion(2, 0, 11), files: tree)
        }
    }

    @Test func thereIsNothingToConvert() {
        let version = ContainerdVersion(1, 7, 34)
        #expect(throws: MirrorConversion.Refusal.noFile(ContainerdConfig.defaultPath)) {
            try MirrorConversion(files: Self.certsD, source: version, target: version)
        }
    }
}
