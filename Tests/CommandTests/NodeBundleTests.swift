import Foundation
import TestSupport
import Testing

extension NodeLabTests {
    /// `--bundle` of nodes: what was seen, without secrets, judged the same on another machine.
    @Suite struct Bundles {
        private let lab: NodeLab
        private let out: TemporaryFolder

        init() throws {
            lab = try NodeLab.running()
            out = try TemporaryFolder()
        }

        private func unpacked(_ path: String) throws -> String {
            let result = try Tool.run("/bin/sh", ["-c", "gzip -dc \(path)"])
            #expect(result.status == 0)
            return result.output
        }

        /// Opened without any network, by both commands.
        private func expectTheSame(_ first: Tool.Result, _ path: String) throws {
            for command in ["node", "why"] {
                let again = try Tool.run(
                    "/usr/bin/unshare",
                    ["--net", Tool.mirrorctl, command, "--bundle", path, "--output", "json"]
                )
                #expect(again.output == first.output, "\(command): \(again.errors)")
                #expect(again.status == first.status)
            }
        }

        @Test func aFleet() throws {
            let path = out("fleet.tar.gz")
            let words = ["--cluster-config", lab.clusterConfig, "--ssh-config", lab.sshConfig, "--output", "json"]
            let first = try lab.mirrorctl(["node", "--bundle", path] + words)
            #expect(first.status == 1 && first.errors.contains(path), "\(first.errors)")
            try expectTheSame(first, path)
            let plain = try unpacked(path)
            #expect(!plain.contains("seeded-secret") && plain.contains("PRIVATE") == false)
            let text = try Tool.run(Tool.mirrorctl, ["node", "--bundle", path])
            #expect(text.output.contains("MIR0816") && text.output.contains("10.77.0.18"))
            // An image on one of them.
            let image = ["gcr.io/library/app:1", "--output", "json"]
            let which = try Tool.run(Tool.mirrorctl, ["why", "--bundle", path] + image)
            #expect(which.status == 64 && which.errors.contains("10.77.0.12"), "\(which.errors)")
            let there = try lab.mirrorctl(["why", "--node", "ops@10.77.0.12", "--ssh-config", lab.sshConfig] + image)
            let here = try Tool.run(Tool.mirrorctl, ["why", "--bundle", path, "--node", "10.77.0.12"] + image)
            #expect(here.output == there.output && here.status == there.status, "\(here.errors)")
        }

        @Test(arguments: ["root@10.77.0.33", "ops@10.77.0.34", "control@10.77.0.31", "root@unknown"])
        func oneNode(target: String) throws {
            let path = out("one.tar.gz")
            let words = ["--node", target, "--ssh-config", lab.sshConfig, "--output", "json"]
            let first = try lab.mirrorctl(["node", "--bundle", path] + words)
            try expectTheSame(first, path)
            #expect(!(try unpacked(path) + first.output + first.errors).contains("seeded-secret"))
        }

        /// The probe's facts go along: the other machine judges them, and asks nobody.
        @Test(arguments: [
            ("gcr.io/library/app:1", "root@10.77.0.14"), ("mutual.test/library/app:1", "ops@10.77.0.34"),
            ("gcr.io/library/app:1", "root@10.77.0.33"), ("gcr.io/library/none:1", "root@10.77.0.11"),
            ("gcr.io/library/app:1", "root@10.77.0.32"),
        ])
        func liveAttempts(image: String, target: String) throws {
            let path = out("live.tar.gz")
            let words = ["--node", target, "--live", "--ssh-config", lab.sshConfig, "--output", "json"]
            let first = try lab.mirrorctl(["why", image, "--bundle", path] + words)
            #expect(first.errors.contains(path), "\(first.errors)")
            let again = try Tool.run(
                "/usr/bin/unshare",
                ["--net", Tool.mirrorctl, "why", "--bundle", path, "--output", "json"]
            )
            #expect(again.output == first.output && again.status == first.status, "\(again.errors)")
            let plain = try unpacked(path)
            #expect(!plain.contains("seeded-secret"))
            #expect(plain.contains("-----BEGIN PRIVATE KEY-----") == false || plain.contains("cmVkYWN0ZWQ="))
            #expect(plain.contains("mirrorctl/probes.json") == !target.hasSuffix("32"))
        }

        /// A copied tree is read unmasked: a secret in every place that can hold one, and none of them anywhere.
        @Test func aCopiedTreeLosesItsSecrets() throws {
            let secrets = (1...12).map { "Zx9-seed-\($0)-Qw7" }
            let auth = Data("robot:\(secrets[0])".utf8).base64EncodedString()
            let basic = Data("robot:\(secrets[1])".utf8).base64EncodedString()
            for folder in ["etc/containerd/certs.d/docker.io", "etc/systemd/system/containerd.service.d"] {
                try FileManager.default.createDirectory(
                    atPath: out("tree/" + folder),
                    withIntermediateDirectories: true
                )
            }
            try out.write(
                "tree/etc/containerd/config.toml",
                """
                version = 2
                [plugins."io.containerd.grpc.v1.cri".registry]
                  config_path = "/etc/containerd/certs.d"
                [plugins."io.containerd.grpc.v1.cri".registry.configs."a:5000".auth]
                  username = "robot"
                  password = "\(secrets[2])"
                [plugins."io.containerd.grpc.v1.cri".registry.configs."b:5000".auth]
                  auth = "\(auth)"
                [plugins."io.containerd.grpc.v1.cri".registry.configs."c:5000".auth]
                  identitytoken = '\(secrets[3])'
                """
            )
            try out.write(
                "tree/etc/containerd/certs.d/docker.io/hosts.toml",
                """
                server = "https://registry-1.docker.io"
                [host."https://172.18.0.20:5000"]
                  ca = "ca.crt"
                  [host."https://172.18.0.20:5000".header]
                    Authorization = ["Basic \(basic)"]
                    X-Whatever = "\(secrets[4])"
                    X-Many = [
                      "\(secrets[5])",
                    ]
                [host."https://172.18.0.21:5000"]
                  header = { "X-Inline" = "\(secrets[6])", Cookie = "\(secrets[7])" }
                """
            )
            try out.write(
                "tree/etc/containerd/certs.d/docker.io/config.json",
                "{\"auths\":{\"h\":{\"auth\":\"\(auth)\"}}}\n"
            )
            try out.write(
                "tree/etc/containerd/certs.d/docker.io/client.key",
                "-----BEGIN PRIVATE KEY-----\n\(secrets[8])\n-----END PRIVATE KEY-----\n"
            )
            try out.write(
                "tree/etc/systemd/system/containerd.service.d/proxy.conf",
                "[Service]\nEnvironment=\"HTTPS_PROXY=http://robot:\(secrets[9])@proxy:3128\"\n"
            )
            let path = out("tree.tar.gz")
            let first = try Tool.run(
                Tool.mirrorctl,
                ["node", "--root", out("tree"), "--containerd-version", "1.7.34", "--bundle", path, "--output", "json"]
            )
            try expectTheSame(first, path)
            let plain = try unpacked(path)
            #expect(plain.contains("172.18.0.21:5000") && plain.contains("client.key"))
            let text = try Tool.run(Tool.mirrorctl, ["node", "--bundle", path])
            for seed in secrets + [auth, basic] {
                #expect(!plain.contains(seed), "\(seed)")
                #expect(!(first.output + first.errors + text.output).contains(seed), "\(seed)")
            }
        }

        /// What a journal repeats: a token, a login, the password of the configuration.
        @Test func aJournalLosesItsSecrets() throws {
            let basic = Data("robot:Zx9-seed-journal".utf8).base64EncodedString()
            let lines = """
                time=x level=info msg="trying next host" error="failed to do request: Head \\"https://robot:Zx9-seed-url@m:5000/v2/?token=Zx9-seed-token\\": EOF" host="m:5000"
                time=x level=error msg="PullImage failed" error="failed to pull: Authorization: Basic \(basic)"
                time=x level=error msg="PullImage failed" error="failed to pull: Bearer Zx9-seed-bearer-0123456789"
                """
            let file = try out.write("lines", lines)
            let put = "ssh -F \(lab.sshConfig) root@10.77.0.16 'cat >>/var/log/containerd.log' <\(file)"
            #expect(try Tool.run("/usr/bin/nsenter", [lab.network, "sh", "-c", put]).status == 0)
            let path = out("journal.tar.gz")
            let words = ["--node", "root@10.77.0.16", "--ssh-config", lab.sshConfig]
            let first = try lab.mirrorctl(["node", "--bundle", path, "--output", "json"] + words)
            try expectTheSame(first, path)
            let text = try lab.mirrorctl(["node"] + words)
            #expect(text.output.contains("MIR0824"))
            let all = try unpacked(path) + first.output + text.output
            for seed in ["Zx9-seed-url", "Zx9-seed-token", "Zx9-seed-bearer", "Zx9-seed-journal", basic] {
                #expect(!all.contains(seed), "\(seed)")
            }
        }

        @Test func aBundleIsNeverOverwrittenAndAsksNobody() throws {
            let file = try out.write("b.tar.gz", "no bundle")
            #expect(try Tool.run(Tool.mirrorctl, ["node", "--bundle", file]).status == 65)
            #expect(try Tool.run(Tool.mirrorctl, ["node", "--bundle", file, "--node", "a"]).status == 64)
            #expect(try Tool.run(Tool.mirrorctl, ["node", "--bundle", file, "--cluster-config", "a"]).status == 64)
        }
    }
}
