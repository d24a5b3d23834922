import Foundation
import TestSupport
import Testing

/// Every command with seeded logins in its options and its files: none of them stands in what is printed, in the state
/// folder, or in a bundle. `SeededAnswersTests` has what registries say back, `SeededTerminalTests` the wizard's screens.
@Suite struct SeededSecretsTests {
    private static let seed = "SEEDSECRET"

    // MARK: Options

    private static let addresses = [
        "https://u:SEEDSECRET@h", "ftp://u:SEEDSECRET@h", "https://u:SEEDSECRET/@x", "u:SEEDSECRET@h",
        "https://SEEDSECRET@h",
        "https://u:SEEDSECRET@h:x", "https://u:a bSEEDSECRET@h", "https://u:SEEDSECRET%zz@h", "https:/u:SEEDSECRET@h",
        "https://u:p?SEEDSECRET@h", "https://u:#SEEDSECRET@h", "//u:SEEDSECRET@h", "socks5://u:SEEDSECRET@h:1",
    ]

    /// `URL` is put in.
    private static let uses = [
        "push images --source @/package --private-registry URL", "render --format header --endpoint URL",
        "render --format spec --endpoint https://h --host URL",
        "render --format header --endpoint https://h --namespace URL",
        "probe URL", "probe https://127.0.0.1:1 --proxy URL", "probe https://127.0.0.1:1 --deadline URL", "canary URL",
        "canary https://h --host URL", "apply --cluster-config @/c.yaml --mirror URL --drop",
        "diff --cluster-config @/c.yaml --endpoint URL", "diff --cluster-config @/c.yaml --mirror 1 --add-host URL",
        "diff --cluster-config URL --remove", "why URL", "why nginx --root URL", "node --node URL", "node --root URL",
        "explain URL", "URL", "apply --threads URL", "repair --cluster-config URL", "convert --root URL --out x",
        "wizard --theme URL", "adopt --cluster-config URL --from-cluster-yaml URL", "--lang URL",
    ]

    @Test(arguments: uses)
    func anAddressWithALoginIsNotRepeated(_ use: String) throws {
        let folder = try Self.place()
        for (number, address) in Self.addresses.enumerated() {
            let words = use.split(separator: " ").map {
                $0 == "URL" ? address : String($0).replacing("@", with: folder.path)
            }
            // In turn: what an option refuses is one sentence in both.
            let format = number.isMultiple(of: 2) ? [] : ["--output", "json"]
            let result = try Tool.run(Tool.mirrorctl, words + format, environment: Self.environment(folder))
            #expect(result.status != 0 || use.contains("why nginx"), "\(words)")
            let said = result.output + result.errors
            #expect(!said.contains(Self.seed), "\(words): \(said)")
        }
        #expect(try EchoRegistry.leaks(below: folder("state")) == [])
    }

    @Test func aProxyOfTheEnvironmentIsNotRepeated() throws {
        let folder = try Self.place()
        let formats = ["text", "json", "junit", "sarif"]
        for (number, address) in Self.addresses.enumerated() {
            var environment = Self.environment(folder)
            environment[number.isMultiple(of: 2) ? "HTTPS_PROXY" : "http_proxy"] = address
            for format in [formats[number % 4], formats[(number + 1) % 4]] {
                let words = ["probe", "https://h.invalid:1", "--deadline", "2", "--output", format]
                let result = try Tool.run(Tool.mirrorctl, words, environment: environment)
                #expect(!(result.output + result.errors).contains(Self.seed), "\(address) \(format)")
            }
        }
    }

    // MARK: Files

    private static let node = """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
          endpoint = ["https://u:SEEDSECRET1@127.0.0.1:1", "https://u:SEEDSECRET2/@127.0.0.1:2", "https://v:SEEDSECRET3@h:x"]
        [plugins."io.containerd.grpc.v1.cri".registry.configs."127.0.0.1:1".auth]
          username = "u"
          password = "SEEDSECRET4"
        [plugins."io.containerd.grpc.v1.cri".registry.headers]
          X-Api-Key = ["SEEDSECRET5"]

        """

    private static let hosts = [
        "[host.\"https://a:1\"]\ncapabilities = [pull]\nheader = { X-Api-Key = \"SEEDSECRETh\" }\n",
        "server = \"https://u:SEEDSECRETi/@x\"\n[host.\"https://u:SEEDSECRETj@a:1\"]\n  ca = 5\n",
        "[host.\"https://a:1\".header]\n  Authorization = [\"Basic SEEDSECRETkkkk\"]\n",
        "x = SEEDSECRETl\n", "[host.\"https://a:1\"]\nheader = \"SEEDSECRETm\"\n",
    ]

    @Test func aNodesLoginsStayThere() throws {
        for (number, hosts) in (Self.hosts + [nil]).enumerated() {
            let folder = try Self.place()
            let modern =
                "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
            try folder.write("root/etc/containerd/config.toml", hosts == nil ? Self.node : modern)
            if let hosts {
                let place = folder("root/etc/containerd/certs.d/docker.io")
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                try folder.write("root/etc/containerd/certs.d/docker.io/hosts.toml", hosts)
            }
            let node = ["node", "--root", folder("root")]
            var uses = [
                node, node + ["--output", "json"], node + ["--bundle", folder("n.tar.gz")],
                ["node", "--bundle", folder("n.tar.gz"), "--output", "json"],
            ]
            for (turn, version) in ["1.6.40", "1.7.34", "2.3.0"].enumerated() {
                let root = ["--root", folder("root"), "--containerd-version", version]
                let bundle = folder("\(version).tar.gz")
                let format = ["--output", (turn + number).isMultiple(of: 2) ? "json" : "text"]
                uses += [
                    ["why", "nginx:1", "--bundle", bundle] + root + format,
                    ["why", "nginx:1", "--live"] + root + format,
                    ["why", "nginx:1", "--bundle", bundle] + format,
                    ["convert", "--out", folder("out-\(version)")] + root,
                ]
            }
            for use in uses {
                let result = try Tool.run(Tool.mirrorctl, use, environment: Self.environment(folder))
                let said = result.output + result.errors
                #expect(!said.contains(Self.seed), "\(number) \(use): \(said)")
            }
            let unpack = "cd \(folder.path) && mkdir open && for b in *.tar.gz; do tar xzf $b -C open; done"
            #expect(try Tool.run("/bin/bash", ["-c", unpack]).status == 0)
            #expect(try EchoRegistry.leaks(below: folder("open")) == [], "\(number)")
            #expect(try EchoRegistry.leaks(below: folder("state")) == [])
        }
    }

    // MARK: A place to work in

    private static func environment(_ folder: TemporaryFolder) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "LANG": "C.UTF-8"]
    }

    private static func place() throws -> TemporaryFolder {
        let folder = try PushPlace.layouts(1, mebibytes: 1)
        try FileManager.default.createDirectory(
            atPath: folder("root/etc/containerd"),
            withIntermediateDirectories: true
        )
        try folder.write("root/etc/containerd/config.toml", "version = 2\n")
        try folder.write(
            "c.yaml",
            """
            registryMirrors:
            - endpoint: https://h:1
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata:
              name: x
              namespace: cluster-x
            spec:
              type: admin
              anthosBareMetalVersion: 1.33.200-gke.70

            """
        )
        return folder
    }
}
