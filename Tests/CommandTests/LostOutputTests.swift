import Foundation
import TestSupport
import Testing

/// What cannot be shown is not done: every command ends with 74 when its output is lost, and writes nothing.
@Suite struct LostOutputTests {
    /// Beside the program's; the folder's path is put in for `@`.
    static let commands: [String] = [
        "render --format header --endpoint https://a:1", "render --format header --endpoint https://a:1 --out @/new",
        "probe https://127.0.0.1:1", "probe https://127.0.0.1:1 --output sarif",
        "diff --cluster-config @/c.yaml --endpoint https://a:1",
        "diff --cluster-config @/c.yaml --endpoint https://a:1 --plan-out @/plan --no-probe",
        "apply --yes --cluster-config @/c.yaml --endpoint https://a:1", "apply --yes --undo @/undo.yaml",
        "apply --yes --cluster-config @/c.yaml --remove", "apply --yes @/kept.plan",
        "adopt --yes --cluster-config @/user.yaml --from-cluster-yaml @/live.yaml",
        "repair --yes --cluster-config @/wide.yaml", "repair --cluster-config -",
        "why nginx --root @/root --containerd-version 1.7.34", "why nginx --root @/root --bundle @/new.tar.gz",
        "why --log @/log", "convert --root @/root --containerd-version 2.0 --out @/new", "node --root @/root",
        "node --root @/root --bundle @/new.tar.gz", "node --report-script", "explain", "explain MIR0101", "themes",
        "push images --list --source @/package",
        "push images --need-credential=false --source @/package --private-registry 127.0.0.1:1",
        "canary https://127.0.0.1:1", "--help", "apply --help", "push --help", "--generate-completion-script bash",
    ]

    private static let text = Set([
        "probe https://127.0.0.1:1 --output sarif", "explain", "explain MIR0101", "--help", "apply --help",
        "push --help", "--generate-completion-script bash", "node --report-script",
    ])

    @Test(arguments: commands)
    func endsWith74AndWritesNothing(_ command: String) throws {
        let folder = try Self.place()
        let before = try Self.listing(folder)
        let formats = Self.text.contains(command) ? [""] : ["", " --output json"]
        for format in formats {
            let words = command.replacing("@", with: folder.path) + format
            let input = command.hasSuffix(" -") ? folder("undo.yaml") : "/dev/null"
            for (name, way) in ["full": ">/dev/full", "closed": ">&-"] {
                let result = try Self.shell("\(Tool.mirrorctl) \(words) <\(input) \(way)", folder)
                #expect(result.status == 74, "\(words) \(name): \(result.errors)")
                #expect(result.errors.contains("Standard output cannot be written"), "\(words) \(name)")
            }
            // A pipe whose reader has gone before the command begins.
            let script = """
                import os, subprocess, sys
                reader, writer = os.pipe()
                os.close(reader)
                sys.exit(subprocess.run(sys.argv[1:], stdout=writer, stdin=open("\(input)")).returncode)
                """
            let arguments = ["-c", script, Tool.mirrorctl] + words.split(separator: " ").map(String.init)
            let result = try Tool.run("/usr/bin/python3", arguments, environment: Self.environment(folder))
            #expect(result.status == 74, "\(words) unread: \(result.errors)")
        }
        #expect(try Self.listing(folder) == before, "\(command)")
    }

    /// A file that takes no more: nothing is written that could not be told afterwards.
    @Test(arguments: ["", " --output json"])
    func aFullFileStopsTheWrite(_ format: String) throws {
        let folder = try Self.place()
        let words = "apply --yes --cluster-config \(folder.path)/c.yaml --endpoint https://a:1" + format
        try folder.write("out", "")
        let before = (try Self.listing(folder), try folder.text("c.yaml"))
        let result = try Self.shell("ulimit -f 1; \(Tool.mirrorctl) \(words) >\(folder.path)/out", folder)
        #expect(result.status == 74, "\(result.errors)")
        #expect(try folder.text("c.yaml") == before.1)
        try folder.write("out", "")
        #expect(try Self.listing(folder) == before.0)
    }

    /// With its place empty the next file that is opened would get what is printed.
    @Test func aClosedPlaceIsTaken() throws {
        let folder = try Self.place()
        let result = try Self.shell("\(Tool.mirrorctl) explain <&- >&- 2>&-; echo $? >\(folder.path)/status", folder)
        #expect(result.status == 0)
        #expect(try folder.text("status") == "74\n")
    }

    // MARK: A place to work in

    private static func shell(_ line: String, _ folder: TemporaryFolder) throws -> Tool.Result {
        try Tool.run("/bin/bash", ["-c", line], environment: environment(folder))
    }

    private static func environment(_ folder: TemporaryFolder) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "LANG": "C.UTF-8"]
    }

    /// Names, sizes and texts of what could be written; the state folder may be made.
    private static func listing(_ folder: TemporaryFolder) throws -> String {
        let script =
            "cd \(folder.path) && find . -path ./state -prune -o -type f -print0 | sort -z | xargs -0 sha256sum"
        return try Tool.run("/bin/bash", ["-c", script]).output
    }

    private static let mirrors = """
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
        endpoint = ["https://h:1"]

        """

    /// The blanks after its dash are one too many.
    private static let wide = """
        registryMirrors:
        -   caCertSecretRef:
            name: ca
            namespace: anthos-creds
          endpoint: https://h:1

        """

    private static func place() throws -> TemporaryFolder {
        let folder = try PushPlace.layouts(1, mebibytes: 1)
        let header = "registryMirrors:\n- endpoint: https://h:1\n---\n"
        let cluster = """
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata:
              name: x
              namespace: cluster-x
            spec:
              type: TYPE
              anthosBareMetalVersion: 1.33.200-gke.70

            """
        let admin = header + cluster.replacing("TYPE", with: "admin")
        try folder.write("c.yaml", admin)
        try folder.write("undo.yaml", admin)
        try folder.write("user.yaml", cluster.replacing("TYPE", with: "user"))
        let mirrors = "  nodeConfig:\n    registryMirrors:\n    - endpoint: https://h:1\n"
        try folder.write("live.yaml", cluster.replacing("TYPE", with: "admin") + mirrors)
        try folder.write("wide.yaml", admin.replacing(header, with: Self.wide + "---\n"))
        try folder.write("log", "time=\"2026-01-01T00:00:00Z\" level=error msg=\"PullImage \\\"nginx\\\" failed\"\n")
        try FileManager.default.createDirectory(
            atPath: folder("root/etc/containerd"),
            withIntermediateDirectories: true
        )
        try folder.write("root/etc/containerd/config.toml", "version = 2\n" + Self.mirrors)
        let apply = ["apply", "--yes", "--cluster-config", folder("undo.yaml"), "--endpoint", "https://b:1"]
        _ = try Tool.run(Tool.mirrorctl, apply, environment: environment(folder))
        let plan = [
            "diff", "--cluster-config", folder("c.yaml"), "--endpoint", "https://b:1", "--plan-out",
            folder("kept.plan"),
            "--no-probe",
        ]
        _ = try Tool.run(Tool.mirrorctl, plan, environment: environment(folder))
        return folder
    }
}
