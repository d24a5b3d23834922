import Foundation
import TestSupport
import Testing

@testable import mirrorctl

/// What `--help` shows is run as it stands there, with the lab's registry in place of the one that it names.
@Suite struct HelpExampleTests {
    /// Commands and groups, `push images` for one below another.
    private static let commands: [String] =
        [""]
        + Mirrorctl.configuration.subcommands.flatMap { command -> [String] in
            [command._commandName]
                + command.configuration.subcommands.map { "\(command._commandName) \($0._commandName)" }
        }

    /// What is no 0: there are changes, or the log shows a failed pull.
    private static let statuses = [
        "mirrorctl diff --cluster-config new.yaml --endpoint https://10.0.0.5:5000": 2,
        "mirrorctl diff --cluster-config admin1.yaml --mirror 1 --add-host quay.io": 2,
        "mirrorctl why --log pull.log": 1,
        // The package is not in the mirror yet.
        "mirrorctl ready --to 1.34.0-gke.566 --cluster-config admin1.yaml \\\n      --package bmpackages.tar.xz --output json":
            1,
    ]

    /// These need a terminal or nodes: `DemoTests` and `NodeLabTests` run theirs.
    private static let elsewhere = ["wizard", "canary"]

    @Test(arguments: commands) func eachHasTwoThatWork(_ command: String) throws {
        let examples = try HelpExamples.of(command)
        #expect(examples.count == 2, "\(command)")
        // Wrapped, it could not be copied.
        for example in examples {
            #expect(!example.contains(#/[^\\]\n/#) && !example.contains(#/\n(?! {6}--)/#), "\(example)")
        }
        guard !Self.elsewhere.contains(command) else { return }
        let world = try Self.world.get()
        let folder = try TemporaryFolder()
        let copied = try Tool.run("/bin/cp", ["-a", world.folder("work"), folder("work")])
        try #require(copied.status == 0)
        for example in examples {
            let line = example.replacing("10.0.0.5:5000", with: world.address)
            let script = "cd '\(folder("work"))' && \(line)"
            let result = try Tool.run("/bin/bash", ["-c", script], environment: world.environment)
            #expect(result.status == Int32(Self.statuses[example] ?? 0), "\(example): \(result.output)\(result.errors)")
            #expect(!result.output.isEmpty, "\(example)")
        }
    }

    /// The files that the examples name, and what their programs find.
    private struct World: Sendable {
        let folder: TemporaryFolder
        let address: String
        let environment: [String: String]
    }

    private static let world: Result<World, any Error> = Result {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("bin"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder("bin/mirrorctl"), withDestinationPath: Tool.mirrorctl)
        let stand = repositoryRoot + "/Tests/Lab/stand-in"
        let answers = ["get cluster *|0|cluster", "get secret ca-1 *|0|ca", "get secret pull-creds-1 *|0|pull"]
        try folder.write("kubectl.answers", answers.joined(separator: "\n") + "\n")
        try folder.write("cluster", AdoptCommandTests.admin)
        try folder.write("ca", "Opaque\ntrue\nca.crt\n")
        try folder.write("pull", "kubernetes.io/dockerconfigjson\ntrue\n.dockerconfigjson\n")
        let environment = [
            "PATH": "\(folder("bin")):\(stand):/usr/sbin:/usr/bin:/sbin:/bin", "STAND_IN": folder.path,
            "LC_ALL": "C.UTF-8",
            "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "XDG_CONFIG_HOME": folder("settings"),
        ]
        let url = lab.url("basic")
        let made = try Tool.run(
            repositoryRoot + "/Tests/Lab/example-files",
            [folder("work"), url, lab.caPath, lab.dockerConfigPath],
            environment: environment
        )
        try #require(made.status == 0, "\(made.errors)")
        return World(folder: folder, address: String(url.dropFirst("https://".count)), environment: environment)
    }
}
