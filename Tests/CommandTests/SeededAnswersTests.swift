import Foundation
import TestSupport
import Testing

/// Registries, token servers and proxies that say the login back, in every spelling and every part of an answer: it is in
/// nothing that is printed or kept, and in no command line and no environment of a program that is started.
@Suite struct SeededAnswersTests {
    private static let kinds = ["basic", "bearer", "refused", "redirect"]

    private func environment(_ folder: TemporaryFolder) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "LANG": "C.UTF-8"]
    }

    private func push(_ echo: EchoRegistry, _ kind: String, _ folder: TemporaryFolder) -> [String] {
        [
            "push", "images", "--source", folder("package"), "--private-registry", echo.address(kind) + "/ns",
            "--cacert",
            echo.caPath,
        ]
    }

    @Test func aLoginThatIsSaidBackIsNotShown() throws {
        let folder = try PushPlace.layouts(1, mebibytes: 1)
        let echo = try EchoRegistry()
        let config = ["--docker-config", echo.dockerConfig]
        let typed = ["--username", "u", "--password-file", echo.passwordFile]
        var uses: [[String]] = []
        for (number, kind) in Self.kinds.enumerated() {
            let mirror = ["https://" + echo.address(kind), "--ca-cert", echo.caPath] + config
            let push = push(echo, kind, folder)
            // Every format and every way of a login, in turn.
            uses += [
                ["probe", "--rehearse-push", "--output", ["text", "junit", "sarif", "text"][number]] + mirror,
                ["probe", "--image", "gcr.io/pause:3.9", "--output", "json"] + mirror,
                push + (number.isMultiple(of: 2) ? config : typed),
                push + ["--output", "jsonl"] + (number.isMultiple(of: 2) ? typed : config),
                ["canary", "--output", number.isMultiple(of: 2) ? "text" : "json"] + mirror,
            ]
        }
        uses += [
            push(echo, "basic", folder) + ["--dry-run"] + typed,
            push(echo, "bearer", folder) + ["--verify-only", "--output", "jsonl"] + config,
        ]
        for use in uses {
            let result = try Tool.run(Tool.mirrorctl, use, environment: environment(folder))
            let leak = EchoRegistry.leak(in: result.output + result.errors)
            #expect(result.status != 0 && leak == nil, "\(use): \(leak ?? "")")
        }
        try searchChildren(echo, folder)
        #expect(try EchoRegistry.leaks(below: folder("state")) == [])
    }

    /// The node's own login, which its files hold, and a registry that says it back to whoever tries the pull.
    @Test(arguments: kinds) func aNodesLoginIsSaidBackToALivePull(kind: String) throws {
        let folder = try TemporaryFolder()
        let echo = try EchoRegistry()
        try FileManager.default.createDirectory(
            atPath: folder("root/etc/containerd"),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(atPath: echo.caPath, toPath: folder("root/ca.crt"))
        let cri = "plugins.\"io.containerd.grpc.v1.cri\".registry"
        let address = echo.address(kind)
        try folder.write(
            "root/etc/containerd/config.toml",
            """
            version = 2
            [\(cri).mirrors."gcr.io"]
              endpoint = ["https://\(address)"]
            [\(cri).configs."\(address)".tls]
              ca_file = "/ca.crt"
            [\(cri).configs."\(address)".auth]
              username = "u"
              password = '\(EchoRegistry.password)'

            """
        )
        let why = ["why", "gcr.io/pause:3.9", "--root", folder("root"), "--containerd-version", "1.7.34"]
        for more in [["--live"], ["--live", "--output", "json"], ["--live", "--bundle", folder("b.tar.gz")]] {
            let result = try Tool.run(Tool.mirrorctl, why + more, environment: environment(folder))
            let leak = EchoRegistry.leak(in: result.output + result.errors)
            #expect(result.status != 0 && leak == nil, "\(more): \(leak ?? "")")
        }
        let unpack = "cd \(folder.path) && mkdir open && tar xzf b.tar.gz -C open"
        #expect(try Tool.run("/bin/bash", ["-c", unpack]).status == 0)
        #expect(try EchoRegistry.leaks(below: folder("open")) == [])
        #expect(try EchoRegistry.leaks(below: folder("state")) == [])
    }

    @Test func aProxySaysItBack() throws {
        let folder = try TemporaryFolder()
        let echo = try EchoRegistry()
        var environment = environment(folder)
        environment["HTTPS_PROXY"] = "http://u:SEEDSECRET%2Fp%2B%22w%20%26%20%C3%A9@" + echo.address("proxy")
        for format in ["text", "json"] {
            let words = ["probe", "https://mirror.invalid:1", "--output", format]
            let result = try Tool.run(Tool.mirrorctl, words, environment: environment)
            let leak = EchoRegistry.leak(in: result.output + result.errors)
            #expect(result.status != 0 && leak == nil, "\(format): \(leak ?? "")")
        }
    }

    /// Of every program that is started, a credential helper among them: its words and its variables.
    private func searchChildren(_ echo: EchoRegistry, _ folder: TemporaryFolder) throws {
        let secret = EchoRegistry.password.replacing("\"", with: "\\\"")
        let helper = "#!/bin/sh\nread -r server\nprintf '%s' '{\"Username\":\"u\",\"Secret\":\"\(secret)\"}'\n"
        try folder.write("docker-credential-seeded", helper, mode: 0o755)
        let logins = "{\"credHelpers\":{\"\(echo.address("basic"))\":\"seeded\"}}"
        let config = try folder.write("helper.json", logins, mode: 0o600)
        var environment = environment(folder)
        environment["PATH"] = folder.path + ":/usr/bin:/bin"
        let trace = ["-f", "-qq", "-v", "-s", "9999", "-e", "trace=execve", "-o", folder("trace"), Tool.mirrorctl]
        let result = try Tool.run(
            "/usr/bin/strace",
            trace + push(echo, "basic", folder) + ["--docker-config", config],
            environment: environment
        )
        let started = try folder.text("trace")
        #expect(started.contains("docker-credential-seeded") && started.contains("LANG=C.UTF-8"), "\(started)")
        #expect(EchoRegistry.leak(in: started) == nil && EchoRegistry.leak(in: result.output + result.errors) == nil)
    }
}
