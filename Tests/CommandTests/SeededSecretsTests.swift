import Foundation
import TestSupport
import Testing

/// Every command with seeded logins in its options, its files, and what a registry or proxy says back: none of them stands
/// in what is printed, in the state folder, in a bundle, or in the command line of a child.
@Suite(.serialized) struct SeededSecretsTests {
    private static let seed = "SEEDSECRET"
    private static let password = #"SEEDSECRET/p+"w & é"#

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
        for address in Self.addresses {
            let words = use.split(separator: " ").map {
                $0 == "URL" ? address : String($0).replacing("@", with: folder.path)
            }
            for format in [[], ["--output", "json"]] {
                let result = try Tool.run(Tool.mirrorctl, words + format, environment: Self.environment(folder))
                #expect(result.status != 0 || use.contains("why nginx"), "\(words)")
                let said = result.output + result.errors
                #expect(!said.contains(Self.seed), "\(words): \(said)")
            }
        }
        try Self.searchState(folder)
    }

    @Test func aProxyOfTheEnvironmentIsNotRepeated() throws {
        let folder = try Self.place()
        for address in Self.addresses {
            for name in ["HTTPS_PROXY", "http_proxy"] {
                var environment = Self.environment(folder)
                environment[name] = address
                for format in ["text", "json", "junit", "sarif"] {
                    let words = ["probe", "https://h.invalid:1", "--deadline", "2", "--output", format]
                    let result = try Tool.run(Tool.mirrorctl, words, environment: environment)
                    #expect(!(result.output + result.errors).contains(Self.seed), "\(name) \(address) \(format)")
                }
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
            let legacy = Self.node
            let modern =
                "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
            try folder.write("root/etc/containerd/config.toml", hosts == nil ? legacy : modern)
            if let hosts {
                let place = folder("root/etc/containerd/certs.d/docker.io")
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                try folder.write("root/etc/containerd/certs.d/docker.io/hosts.toml", hosts)
            }
            for version in ["1.6.40", "1.7.34", "2.3.0"] {
                let bundle = folder("\(number)-\(version).tar.gz")
                let uses = [
                    ["why", "nginx:1", "--root", folder("root"), "--containerd-version", version, "--bundle", bundle],
                    ["why", "nginx:1", "--root", folder("root"), "--containerd-version", version, "--live"],
                    ["why", "nginx:1", "--bundle", bundle], ["node", "--root", folder("root")],
                    ["node", "--root", folder("root"), "--bundle", bundle + ".node.tar.gz"],
                    [
                        "convert", "--root", folder("root"), "--containerd-version", version, "--out",
                        folder("out-\(version)"),
                    ],
                ]
                for use in uses {
                    for format in [[], ["--output", "json"]] {
                        let result = try Tool.run(Tool.mirrorctl, use + format, environment: Self.environment(folder))
                        let said = result.output + result.errors
                        #expect(!said.contains(Self.seed), "\(number) \(use + format): \(said)")
                    }
                }
                for path in [bundle, bundle + ".node.tar.gz"] where FileManager.default.fileExists(atPath: path) {
                    let search = "tar xzOf \(path) | grep -c SEEDSECRET"
                    let found = try Tool.run("/bin/bash", ["-c", search]).output
                    #expect(found == "0\n", "\(number) \(path)")
                }
            }
            try Self.searchState(folder)
        }
    }

    // MARK: What is said back

    @Test func aLoginThatIsSaidBackIsNotShown() throws {
        let folder = try Self.place()
        let pair = Data("u:\(Self.password)".utf8).base64EncodedString()
        try Self.certificate(in: folder)
        let server = try Tool.start(
            "/usr/bin/python3",
            [
                repositoryRoot + "/Tests/Lab/echo-registry.py", folder.path, folder("cert.pem"),
                folder("key.pem"),
            ]
        )
        defer { kill(server.process, SIGKILL); _ = try? server.wait() }
        while !folder.names.contains("port"), server.isRunning { usleep(50_000) }
        let ports = try folder.text("port").split(whereSeparator: \.isWhitespace)
        let place = "127.0.0.1:\(ports[0])"
        try folder.write("config.json", "{\"auths\":{\"\(place)\":{\"auth\":\"\(pair)\"}}}", mode: 0o600)
        let file = try folder.write("password", Self.password, mode: 0o600)
        let ca = ["--ca-cert", folder("cert.pem"), "--docker-config", folder("config.json")]
        let push = [
            "push", "images", "--source", folder("package"), "--private-registry", place + "/ns", "--cacert",
            folder("cert.pem"),
        ]
        let uses =
            ["text", "json", "junit", "sarif"].map {
                ["probe", "https://" + place, "--rehearse-push", "--output", $0] + ca
            }
            + [["canary", "https://" + place] + ca, ["canary", "https://" + place, "--output", "json"] + ca]
            + [[], ["--output", "json"], ["--dry-run"], ["--verify-only", "--output", "json"]].flatMap { more in
                [
                    push + more + ["--docker-config", folder("config.json")],
                    push + more + ["--username", "u", "--password-file", file],
                ]
            }
        for use in uses {
            let result = try Tool.run(Tool.mirrorctl, use, environment: Self.environment(folder))
            let said = result.output + result.errors
            Self.expectClean(said, pair, "\(use)")
        }
        try Self.searchCommandLines(push, place, folder)
        // The same by a proxy that refuses.
        var environment = Self.environment(folder)
        environment["HTTPS_PROXY"] = "http://u:SEEDSECRET%2Fp%2B%22w%20%26%20%C3%A9@127.0.0.1:\(ports[1])"
        for format in ["text", "json"] {
            let words = ["probe", "https://mirror.invalid:1", "--output", format]
            let result = try Tool.run(Tool.mirrorctl, words, environment: environment)
            Self.expectClean(result.output + result.errors, pair, "proxy \(format)")
        }
        try Self.searchState(folder)
    }

    /// Of every program that is started, a credential helper among them.
    private static func searchCommandLines(_ push: [String], _ place: String, _ folder: TemporaryFolder) throws {
        let secret = password.replacing("\"", with: "\\\"")
        let helper = "#!/bin/sh\nread -r server\nprintf '%s' '{\"Username\":\"u\",\"Secret\":\"\(secret)\"}'\n"
        try folder.write("docker-credential-seeded", helper, mode: 0o755)
        let config = try folder.write("helper.json", "{\"credHelpers\":{\"\(place)\":\"seeded\"}}", mode: 0o600)
        var environment = environment(folder)
        environment["PATH"] = folder.path + ":/usr/bin:/bin"
        let trace = ["-f", "-qq", "-s", "9999", "-e", "trace=execve", "-o", folder("trace"), Tool.mirrorctl]
        let result = try Tool.run(
            "/usr/bin/strace",
            trace + push + ["--docker-config", config],
            environment: environment
        )
        let started = try folder.text("trace")
        #expect(started.contains("docker-credential-seeded") && !started.contains(seed), "\(started)")
        #expect(!(result.output + result.errors).contains(seed))
    }

    private static func expectClean(_ said: String, _ pair: String, _ use: String) {
        #expect(!said.contains(seed), "\(use): \(said)")
        #expect(!said.contains(pair.prefix(24)) && !said.contains("U0VFRFNFQ1JFV"), "\(use): \(said)")
    }

    // MARK: A place to work in

    private static func environment(_ folder: TemporaryFolder) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "LANG": "C.UTF-8"]
    }

    private static func searchState(_ folder: TemporaryFolder) throws {
        guard folder.names.contains("state") else { return }
        let found = try Tool.run("/usr/bin/grep", ["-rlE", "SEEDSECRET|U0VFRFNFQ1JFV", folder("state")])
        #expect(found.output.isEmpty, "\(found.output)")
    }

    private static func certificate(in folder: TemporaryFolder) throws {
        let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1"
        let result = try Tool.run(
            "/usr/bin/openssl",
            words.split(separator: " ").map(String.init) + [
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder("key.pem"), "-out", folder("cert.pem"),
            ]
        )
        try #require(result.status == 0)
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
