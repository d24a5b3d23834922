import Containerd
import Testing

@testable import Diagnosis

/// Settings that stand in the files and are not in force: each is named with its line, and good files are left alone.
@Suite struct DeadSettingTests {
    static let config = "/etc/containerd/config.toml"
    static let certsD = "/etc/containerd/certs.d/"
    static let cri = "plugins.\"io.containerd.grpc.v1.cri\""
    static let images = "plugins.\"io.containerd.cri.v1.images\""
    static let endpoint = "\n  endpoint = [\"https://10.0.0.5:5000\"]\n"
    static let mirrors = "version = 2\n[\(cri).registry.mirrors.\"gcr.io\"]" + endpoint
    static let folders = "version = 2\n[\(cri).registry]\n  config_path = \"/etc/containerd/certs.d\"\n"
    static let hosts =
        "server = \"https://gcr.io\"\n[host.\"https://10.0.0.5:5000\"]\n  capabilities = [\"pull\", \"resolve\"]\n"

    static func explain(
        _ version: String,
        _ text: String,
        _ files: [String: String] = [:],
        image: String = "gcr.io/a/b:1"
    ) throws -> (dead: [DeadSetting], findings: [Finding]) {
        let rules = try #require(ContainerdVersion(version))
        let tree = NodeTree(files.merging([config: text]) { $1 })
        var explainer = try PullExplainer(version: rules, files: tree)
        let plan = try explainer.explain(image)
        return (PullJudge(explainer).dead, PullJudge(explainer).findings(for: plan))
    }

    /// `MIR0723 3`: the code and the line; for a file or folder the code alone.
    static func marks(_ dead: [DeadSetting]) -> [String] {
        dead.map { $0.place.line > 0 ? "\($0.kind.rawValue) \($0.place.line)" : $0.kind.rawValue }.sorted()
    }

    /// As `ctr plugins ls` of the real ones lists them.
    @Test(
        arguments: [
            ("1.7.24", "version = 2\n", "io.containerd.grpc.v1.cir", "unknown"),
            ("1.7.24", "version = 2\n", "io.containerd.grpc.v1.CRI", "unknown"),
            ("1.6.20", "version = 2\n", "io.containerd.cri.v1.images", "later"),
            ("1.6.39", "version = 2\n", "io.containerd.grpc.v1.sandboxes", "unknown"),
            ("2.1.9", "version = 3\n", "io.containerd.snapshotter.v1.aufs", "earlier"),
            ("2.1.9", "version = 2\n", "io.containerd.grpc.v1.foo", "unknown"),
            ("2.3.4", "version = 2\n", "io.containerd.grpc.v1.cir", "unknown"),
            ("1.7.24", "", "io.containerd.grpc.v1.cri", "short"), ("1.7.24", "", "crii", "unknown"),
            // Alive, or not known not to be.
            ("1.7.24", "version = 2\n", "io.containerd.snapshotter.v1.aufs", nil),
            ("1.7.24", "version = 2\n", "io.containerd.snapshotter.v1.stargz", nil),
            ("2.1.9", "version = 3\n", "com.example.thing.v1.x", nil),
            ("1.6.39", "version = 2\n", "io.containerd.warning.v1.deprecations", nil),
            ("2.1.9", "version = 2\n", "io.containerd.snapshotter.v1.zfs", nil),
            ("2.3.4", "version = 2\n", "io.containerd.grpc.v1.foo", nil),
            ("1.7.24", "", "aufs", nil), ("1.7.24", "", "own", nil), ("2.1.9", "", "aufs", "earlier"),
        ] as [(String, String, String, String?)]
    )
    func entriesThatNameNoPluginAreDead(version: String, header: String, plugin: String, reason: String?) throws {
        let (dead, findings) = try Self.explain(version, header + "disabled_plugins = [\"\(plugin)\"]\n")
        let found = dead.filter { $0.kind == .plugin }
        #expect(found.map(\.reason.key) == (reason.map { ["dead.plugin.\($0)"] } ?? []))
        #expect(findings.contains { $0.code == "MIR0734" } == (reason != nil))
        // The near miss of an entry that would have switched CRI off says so.
        if plugin == "io.containerd.grpc.v1.cir" {
            #expect(found.first?.remedy.arguments["meant"] == "\"io.containerd.grpc.v1.cri\"")
            #expect(found.first?.place.line == 2)
        }
    }

    // MARK: config.toml

    @Test(arguments: [
        "plugin.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"",
        "Plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"",
        "pluggins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"",
        "\(DeadSettingTests.cri).registries.mirrors.\"gcr.io\"", "\(DeadSettingTests.cri).Registry.mirrors.\"gcr.io\"",
        "\(DeadSettingTests.cri).registry.mirror.\"gcr.io\"",
        "\(DeadSettingTests.cri).registry.Mirrors.\"gcr.io\"", "\(DeadSettingTests.cri).mirrors.\"gcr.io\"",
        "\(DeadSettingTests.cri).containerd.registry.mirrors.\"gcr.io\"",
        "registry.mirrors.\"gcr.io\"", "mirrors.\"gcr.io\"", "cri.registry.mirrors.\"gcr.io\"",
        "plugins.\"io.containerd.grcp.v1.cri\".registry.mirrors.\"gcr.io\"",
        "plugins.\"io.containerd.grpc.v1.CRI\".registry.mirrors.\"gcr.io\"",
    ])
    func misplacedTablesAreNamed(_ table: String) throws {
        for version in ["1.6.20", "1.7.34"] {
            let (dead, findings) = try Self.explain(version, "version = 2\n[\(table)]" + Self.endpoint)
            #expect(Self.marks(dead) == ["MIR0723 2"], "\(version)")
            #expect(findings.map(\.code) == ["MIR0723", "MIR0711"])
            let advice = findings.last?.parts["next"]
            #expect(advice?.key == "dead.advice.setting")
            #expect(advice?.arguments["place"] == "\(Self.config):2")
        }
    }

    /// 2.x reads keys in any case, and a table without the plugin's quotes is its own.
    @Test func caseAndQuotesCountByVersion() throws {
        let upper = "version = 2\n[\(Self.cri).registry.Mirrors.\"gcr.io\"]" + Self.endpoint
        #expect(try Self.explain("2.0.5", upper).findings.isEmpty)
        let bare = "[plugins.io.containerd.grpc.v1.cri.registry.mirrors.\"gcr.io\"]" + Self.endpoint
        #expect(try Self.marks(Self.explain("2.0.5", "version = 2\n" + bare).dead) == ["MIR0723 2"])
        #expect(try Self.marks(Self.explain("1.7.34", bare).dead) == ["MIR0723 1"])
        #expect(throws: PullExplainer.StartError.self) { try Self.explain("1.7.34", "version = 2\n" + bare) }
    }

    @Test(arguments: ["endpoints", "Endpoint", "endpoint_url", "url", "endpiont"])
    func misspeltEndpointsAreNamed(_ key: String) throws {
        let text = "version = 2\n[\(Self.cri).registry.mirrors.\"gcr.io\"]\n  \(key) = [\"https://m\"]\n"
        let (dead, _) = try Self.explain("1.7.34", text)
        #expect(Self.marks(dead) == ["MIR0723 3"])
        #expect(dead.first?.remedy.arguments["key"] == "endpoint")
    }

    @Test(arguments: ["config_dir", "config_pth", "configPath", "config-path", "certs_dir", "Config_Path"])
    func misspeltConfigPathsAreNamed(_ key: String) throws {
        let text = "version = 2\n[\(Self.cri).registry]\n  \(key) = \"/etc/containerd/certs.d\"\n"
        let (dead, _) = try Self.explain("1.7.34", text, [Self.certsD + "gcr.io/hosts.toml": Self.hosts])
        #expect(Self.marks(dead) == ["MIR0723 3", "MIR0728"])
        #expect(dead.first?.remedy.arguments["key"] == "config_path")
    }

    @Test func anotherPluginsConfigPathIsNamed() throws {
        let files = [Self.certsD + "gcr.io/hosts.toml": Self.hosts]
        let transfer =
            "version = 3\n[plugins.\"io.containerd.transfer.v1.local\"]\nconfig_path = \"/etc/containerd/certs.d\"\n"
        #expect(try Self.marks(Self.explain("2.1.9", transfer, files).dead) == ["MIR0723 3", "MIR0728"])
        // As `containerd config default` writes it.
        let empty = transfer.replacing("\"/etc/containerd/certs.d\"", with: "''")
        #expect(try Self.marks(Self.explain("2.1.9", empty).dead) == [])
        let runtime =
            "version = 3\n[plugins.\"io.containerd.cri.v1.runtime\".registry.mirrors.\"gcr.io\"]" + Self.endpoint
        #expect(try Self.marks(Self.explain("2.0.11", runtime).dead) == ["MIR0723 2"])
        let stargz = "\n[plugins.\"io.containerd.snapshotter.v1.stargz\".registry.mirrors.\"gcr.io\"]" + Self.endpoint
        #expect(try Self.marks(Self.explain("1.7.34", Self.mirrors + stargz).dead) == [])
    }

    /// The version, the written version and the plugin: is the table read?
    @Test func tablesOfOtherVersionsAreNamed() throws {
        let v1 = "[plugins.cri.registry.mirrors.\"gcr.io\"]" + Self.endpoint
        let old = "[\(Self.cri).registry.mirrors.\"gcr.io\"]" + Self.endpoint
        let new = "[\(Self.images).registry.mirrors.\"gcr.io\"]" + Self.endpoint
        let late = old + "[debug]\nlevel = \"info\"\nversion = 2\n"
        let cases: [(String, String, [String])] = [
            ("1.6.20", old, ["MIR0702 1"]), ("1.7.34", old, ["MIR0702 1"]),
            ("1.7.34", "version = 1\n" + old, ["MIR0702 2"]),
            ("1.7.34", "version = 0\n" + old, ["MIR0702 2"]), ("1.7.34", late, ["MIR0702 1"]), ("1.7.34", v1, []),
            ("1.6.20", "version = 2\n" + new, ["MIR0702 2"]), ("1.7.34", "version = 2\n" + new, ["MIR0702 2"]),
            ("2.0.11", v1, ["MIR0702 1"]), ("2.0.11", old, ["MIR0702 1"]), ("2.0.11", late, ["MIR0702 1"]),
            ("2.0.11", "version = 3\n" + old, ["MIR0702 2"]), ("2.0.11", "version = 2\n" + new, []),
            ("2.0.11", new, []),
            ("2.2.7", "version = 2\n[plugins.cri.registry.mirrors.\"gcr.io\"]" + Self.endpoint, ["MIR0702 2"]),
            ("2.3.4", v1, []), ("2.3.4", old, []), ("2.3.4", "version = 3\n" + old, []),
            ("2.3.4", "version = 4\n" + old, ["MIR0702 2"]),
            // Both tables for both lines of containerd.
            ("1.7.34", "version = 2\n" + old + new, []), ("2.0.11", "version = 2\n" + old + new, []),
            ("1.7.34", "version = 2\n" + old + new.replacing("10.0.0.5", with: "10.0.0.6"), ["MIR0702 4"]),
            ("2.0.11", "version = 2\n" + old + new.replacing("10.0.0.5", with: "10.0.0.6"), ["MIR0702 4"]),
        ]
        for (version, text, expected) in cases {
            #expect(try Self.marks(Self.explain(version, text).dead) == expected, "\(version)\n\(text)")
        }
        #expect(try Self.explain("1.7.34", late).dead.first?.reason.arguments["line"] == "5")
        #expect(try Self.explain("1.7.34", late).dead.first?.reason.key == "dead.table.lateVersion")
    }

    @Test func aDropInThatTakesTheTableAwayIsNamed() throws {
        let dropIn = "/etc/containerd/config.d/99.toml"
        let text =
            "imports = [\"/etc/containerd/config.d/*.toml\"]\n" + Self.mirrors
            + "[\(Self.cri)]\n  sandbox_image = \"p:1\"\n"
        let other =
            "version = 2\n[\(Self.cri).containerd.runtimes.nvidia]\n  runtime_type = \"io.containerd.runc.v2\"\n"
        let (dead, findings) = try Self.explain("1.7.34", text, [dropIn: other])
        #expect(Self.marks(dead) == ["MIR0721 3"])
        #expect(dead.first?.reason.arguments["place"] == "\(dropIn):2")
        #expect(dead.first?.reason.arguments["lost"] == "mirrors.\"gcr.io\", sandbox_image")
        #expect(findings.last?.parts["next"]?.key == "dead.advice.setting")
        #expect(try Self.explain("2.0.11", text, [dropIn: other]).findings.isEmpty)
        // A drop-in of another plugin takes nothing.
        let metrics = "version = 2\n[plugins.\"io.containerd.gc.v1.scheduler\"]\n  pause_threshold = 0.02\n"
        #expect(try Self.explain("1.7.34", text, [dropIn: metrics]).dead.isEmpty)
        // 2.x merges, and replaces lists.
        let list = "version = 2\n[\(Self.cri).registry.mirrors.\"gcr.io\"]\n  endpoint = [\"https://other\"]\n"
        #expect(try Self.marks(Self.explain("2.0.11", text, [dropIn: list]).dead) == ["MIR0722 4"])
        let longer = list.replacing("[\"https://other\"]", with: "[\"https://10.0.0.5:5000\", \"https://other\"]")
        #expect(try Self.explain("2.0.11", text, [dropIn: longer]).dead.isEmpty)
        // 2.0 to 2.2: a newer drop-in keeps the old table from being moved.
        #expect(try Self.marks(Self.explain("2.0.11", text, [dropIn: "version = 3\n"]).dead) == ["MIR0702 3"])
        #expect(try Self.marks(Self.explain("2.0.11", text, [dropIn: "[debug]\n"]).dead) == [])
    }

    @Test func importsThatAreNotFollowedAreNamed() throws {
        let files = ["/etc/containerd/conf.d/x.toml": Self.mirrors]
        let relative = "imports = [\"conf.d/*.toml\"]\nversion = 2\n"
        #expect(try Self.marks(Self.explain("1.6.28", relative, files).dead) == ["MIR0723 1"])
        #expect(try Self.marks(Self.explain("1.7.15", relative, files).dead) == ["MIR0723 1"])
        for version in ["1.6.29", "1.7.16", "2.0.0"] {
            #expect(try Self.explain(version, relative, files).findings.isEmpty, "\(version)")
        }
        for text in [
            "version = 2\n[debug]\nimports = [\"conf.d/*.toml\"]\n", "version = 2\n\nimport = [\"conf.d/*.toml\"]\n",
        ] {
            #expect(try Self.marks(Self.explain("1.7.34", text, files).dead) == ["MIR0723 3"])
        }
    }

    // MARK: Keys of hosts

    @Test(arguments: [
        ("https://10.0.0.5:5000", "dead.configs.scheme"), ("10.0.0.5", "dead.configs.port"),
        ("10.0.0.5:443", "dead.configs.port"), ("10.0.0.5:5000/v2", "dead.configs.path"),
        ("*", "dead.configs.wildcard"),
        ("docker.io", "dead.configs.hub"), ("index.docker.io", "dead.configs.hub"), ("a b", "dead.configs.noHost"),
        ("gcr.io", "dead.configs.upstream"), ("https://index.docker.io/v1/", "dead.configs.scheme"),
    ])
    func configsKeysThatNothingLooksUpAreNamed(_ key: String, _ reason: String) throws {
        for table in ["tls]\n  insecure_skip_verify = true\n", "auth]\n  username = \"u\"\n"] {
            let text = Self.mirrors + "[\(Self.cri).registry.configs.\"\(key)\".\(table)"
            let dead = try Self.explain("1.7.34", text).dead
            #expect(dead.map(\.reason.key) == [reason])
            // Nobody is told to write what stands there.
            #expect(dead.allSatisfy { $0.remedy.arguments["host"] != key })
        }
    }

    @Test(arguments: ["10.0.0.5:5000", "quay.io", "registry-1.docker.io", "reg.local:5000"])
    func configsKeysThatAreLookedUpAreNot(_ key: String) throws {
        let text = Self.mirrors + "[\(Self.cri).registry.configs.\"\(key)\".tls]\n  insecure_skip_verify = true\n"
        #expect(try Self.explain("1.7.34", text).dead.isEmpty)
    }

    @Test func anAuthsKeyWithoutASchemeIsNamed() throws {
        let text = Self.mirrors + "[\(Self.cri).registry.auths.\"reg.local:5000\"]\n  username = \"u\"\n"
        #expect(try Self.explain("1.7.34", text).dead.map(\.reason.key) == ["dead.configs.auths"])
        let good = text.replacing("\"reg.local", with: "\"https://reg.local")
        #expect(try Self.explain("1.7.34", good).dead.isEmpty)
    }

    @Test(arguments: [
        ("*.gcr.io", "dead.host.wildcard"), ("https://gcr.io", "dead.host.scheme"), ("gcr.io/", "dead.host.path"),
        ("GCR.io", "dead.host.case"), ("gcr.io:443", "dead.host.port"), ("gcr", "dead.host.plain"),
        ("gcr.io ", "dead.host.noHost"), ("gcr.io,quay.io", "dead.host.noHost"), ("", "dead.host.noHost"),
        ("index.docker.io", "dead.host.hubNever"), ("registry-1.docker.io", "dead.host.hub"),
    ])
    func mirrorsKeysThatNoImageLeadsToAreNamed(_ key: String, _ reason: String) throws {
        let text = "version = 2\n[\(Self.cri).registry.mirrors.\"\(key)\"]" + Self.endpoint
        #expect(try Self.explain("1.7.34", text).dead.map(\.reason.key) == [reason])
    }

    @Test func healthyMirrorsKeysAreLeftAlone() throws {
        for key in ["gcr.io", "docker.io", "*", "reg.local:5000", "localhost", "10.0.0.7"] {
            let text = "version = 2\n[\(Self.cri).registry.mirrors.\"\(key)\"]" + Self.endpoint
            #expect(try Self.explain("1.7.34", text).dead.isEmpty, "\(key)")
        }
    }

    // MARK: certs.d

    @Test(arguments: [
        ("*.gcr.io", "dead.host.wildcard"), ("https:/gcr.io", "dead.host.scheme"), ("gcr", "dead.host.plain"),
        ("GCR.io", "dead.host.case"), ("gcr.io_443", "dead.host.portForm"), ("gcr.io_443_", "dead.host.port"),
        ("gcr.io ", "dead.host.noHost"), ("_defualt", "dead.host.noHost"), ("default", "dead.host.noHost"),
        ("index.docker.io", "dead.host.hubNever"), ("registry.hub.docker.com", "dead.host.hub"),
    ])
    func foldersThatNoImageLeadsToAreNamed(_ name: String, _ reason: String) throws {
        for version in ["1.7.34", "2.0.11"] {
            let (dead, _) = try Self.explain(version, Self.folders, [Self.certsD + name + "/hosts.toml": Self.hosts])
            #expect(dead.map(\.reason.key) == [reason], "\(version)")
        }
    }

    @Test func healthyFoldersAreLeftAlone() throws {
        for name in ["gcr.io", "reg.local_5000_", "reg.local:5000", "_default", "localhost:5000", "_backup/gcr.io"] {
            let files = [Self.certsD + name + "/hosts.toml": Self.hosts, Self.certsD + name + "/hosts.toml.bak": "x"]
            #expect(try Self.explain("1.7.34", Self.folders, files).dead.isEmpty, "\(name)")
        }
    }

    @Test(arguments: [
        "host.toml", "hosts.tml", "hosts.toml.bak", "Hosts.toml", "hosts.yaml", "hosts.toml.disabled", "hots.toml",
    ])
    func filesUnderOtherNamesAreNamed(_ name: String) throws {
        let (dead, findings) = try Self.explain("1.7.34", Self.folders, [Self.certsD + "gcr.io/" + name: Self.hosts])
        #expect(Self.marks(dead) == ["MIR0726"])
        #expect(findings.last?.parts["next"]?.arguments["place"] == Self.certsD + "gcr.io/" + name)
    }

    @Test func filesOfTheRootAndUnnamedCertificatesAreNamed() throws {
        #expect(
            try Self.marks(Self.explain("1.7.34", Self.folders, [Self.certsD + "hosts.toml": ""]).dead) == ["MIR0726"]
        )
        let folder = Self.certsD + "gcr.io/"
        let unnamed = [folder + "hosts.toml": Self.hosts, folder + "ca.crt": "x"]
        #expect(try Self.explain("1.7.34", Self.folders, unnamed).dead.map(\.reason.key) == ["dead.file.unnamedCA"])
        let pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
        let named = [folder + "hosts.toml": Self.hosts + "  ca = \"ca.crt\"\n", folder + "ca.crt": pem]
        #expect(try Self.explain("1.7.34", Self.folders, named).dead.isEmpty)
        #expect(
            try Self.explain("1.7.34", Self.folders, [folder + "ca.pem": pem]).dead.map(\.reason.key) == [
                "dead.file.pem"
            ]
        )
    }

    @Test(arguments: [
        ("insecure_skip_verify = true", "skip_verify"), ("skip-verify = true", "skip_verify"),
        ("overridePath = true", "override_path"), ("Skip_Verify = true", "skip_verify"),
        ("capabilites = []", "capabilities"),
        ("cacert = \"x\"", "ca"), ("server = \"https://x\"", "server"),
        ("[host.\"https://10.0.0.5:5000\".header]\nca = \"x\"", "ca"), ("[hosts.\"https://b\"]", "host"),
        ("[\"https://b\"]", "[host.\"https://b\"]"),
    ])
    func keysOfHostsFilesThatDoNotCountAreNamed(_ line: String, _ meant: String) throws {
        let files = [Self.certsD + "gcr.io/hosts.toml": Self.hosts + line + "\n"]
        let (dead, _) = try Self.explain("1.7.34", Self.folders, files)
        #expect(dead.map(\.kind) == [.hostsKey])
        #expect(dead.first?.place.line == (line.contains("\n") ? 5 : 4))
        #expect(dead.first?.remedy.arguments["key"] == meant)
    }

    @Test func hostTablesThatAreNoneAreNamed() throws {
        func keys(_ version: String, _ text: String) throws -> [String] {
            try Self.explain(version, Self.folders, [Self.certsD + "gcr.io/hosts.toml": text]).dead.map(\.reason.key)
        }
        #expect(try keys("1.7.34", "[host.mirror.local]\nskip_verify = true\n") == ["dead.hosts.unquoted"])
        let inline = "[host]\n\"https://a\" = {skip_verify = true}\n"
        #expect(try keys("2.0.11", inline) == ["dead.hosts.inline"])
        #expect(try keys("1.7.34", inline) == [])
        #expect(try keys("2.0.11", "[host.\"HTTPS://a\"]\n") == ["dead.hosts.scheme"])
        #expect(try keys("2.0.11", "server = \"httpmirror.local\"\n") == ["dead.hosts.scheme"])
        #expect(try keys("2.0.11", Self.hosts + "Skip_Verify = true\n") == [])
        for good in ["rewrite = \"x\"", "dial_timeout = \"3s\"", "header = {x-a = \"b\"}", "skip_verify = true"] {
            #expect(try keys("1.7.34", Self.hosts + good + "\n") == [], "\(good)")
        }
    }

    @Test func foldersThatNoConfigPathNamesAreNamed() throws {
        let files = [Self.certsD + "quay.io/hosts.toml": Self.hosts]
        #expect(try Self.explain("1.7.34", Self.mirrors, files).dead.map(\.remedy.key) == ["dead.folder.nameInstead"])
        #expect(try Self.explain("1.7.34", "version = 2\n", files).dead.map(\.remedy.key) == ["dead.folder.name"])
        let typo = Self.folders.replacing("certs.d", with: "cert.d")
        #expect(try Self.marks(Self.explain("1.7.34", typo, files).dead) == ["MIR0728", "MIR0729 3"])
        // The default of 2.2.2 and later names it.
        let local = "version = 3\n[\(Self.images)]\n  use_local_image_pull = true\n"
        #expect(try Self.explain("2.2.7", local, files).dead.isEmpty)
        // A folder that only holds a mirror's CA is nobody's hosts.toml.
        #expect(try Self.explain("1.7.34", Self.mirrors, [Self.certsD + "10.0.0.5:5000/ca.crt": "x"]).dead.isEmpty)
    }
}
