import Foundation
import Glibc
import TestSupport
import Testing

/// Files that were made to end the program, to hang it or to lead it astray: a sentence and a status for each.
@Suite struct HostileFileTests {
    private static let mirror = ["--endpoint", "https://10.0.0.5:5000"]

    /// Run by a shell in the folder, with the program as `$M`.
    private func shell(_ script: String, _ folder: TemporaryFolder) throws -> Tool.Result {
        var environment = ProcessInfo.processInfo.environment
        environment["M"] = Tool.mirrorctl
        environment["HOME"] = folder.path
        return try Tool.run("/bin/bash", ["-c", "cd '\(folder.path)'; \(script)"], environment: environment)
    }

    @Test(arguments: ["? a\n:\n- x\n", "  ? a\n  :\n- x\n", "? |\n a\n:\n- x\n", "? a\n: b\n? c\n:\n-\n"])
    func explicitKeysAreRead(text: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.yaml", text)
        let diff = try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", file] + Self.mirror)
        #expect([2, 65].contains(diff.status), "\(diff.status) \(diff.errors)")
    }

    @Test(arguments: ["-0000000001", "-7777777777", "+0000000005"]) func aBundleWithASizeThatIsNone(size: String) throws
    {
        let folder = try TemporaryFolder()
        let script = """
            import gzip, io, tarfile
            out = io.BytesIO()
            with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
                archive.addfile(tarfile.TarInfo("mirrorctl/manifest.json"))
            block = bytearray(out.getvalue())
            block[124:135] = b"\(size)"
            block[148:156] = b"        "
            block[148:156] = b"%06o\\0 " % sum(block[:512])
            open("\(folder("b.tar.gz"))", "wb").write(gzip.compress(bytes(block)))
            """
        #expect(try Tool.run("/usr/bin/python3", ["-c", script]).status == 0)
        let why = try Tool.run(Tool.mirrorctl, ["why", "--bundle", folder("b.tar.gz")])
        #expect(why.status == 65)
        #expect(why.errors.contains("no bundle of mirrorctl"))
    }

    /// A limit on the size of files is an error like a full disk, not the end by a signal.
    @Test func aLimitOnTheSizeOfFilesIsSaid() throws {
        let folder = try TemporaryFolder()
        let text = EditCommandTests.admin + String(repeating: "# a comment\n", count: 1000)
        try folder.write("c.yaml", text)
        let apply = try shell(
            // A pipe takes what is printed, whatever the limit.
            "set -o pipefail; (ulimit -f 1; \"$M\" apply --yes --cluster-config c.yaml "
                + "--endpoint https://10.0.0.5:5000) | cat",
            folder
        )
        #expect(apply.status == 74, "\(apply.errors)")
        #expect(apply.errors.contains("ulimit -f"))
        #expect(try folder.text("c.yaml") == text)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["c.yaml"])
    }

    /// A pipe with a name, a device and the kernel's own files are refused at once, whatever asks for them.
    @Test(arguments: ["pipe", "/dev/zero", "/dev/tty", "/proc/kmsg", "/proc/self/environ", "."])
    func whatIsNoFileIsNotRead(path: String) throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder("pipe"), 0o600) == 0)
        for command in [
            "diff --cluster-config \(path) --endpoint https://10.0.0.5:5000",
            "render --format header --mirrors \(path)",
            "apply \(path) --yes", "why gcr.io/a:1 --log \(path)", "why --bundle \(path)",
            "repair --cluster-config \(path)",
            "wizard --answers \(path)", "adopt --cluster-config \(path) --from-cluster-yaml \(path)",
        ] {
            let result = try shell("timeout 20 \"$M\" \(command) </dev/null", folder)
            #expect([64, 65, 66, 77].contains(result.status), "\(command): \(result.status) \(result.errors)")
        }
        let probe = "probe https://127.0.0.1:1 --deadline 3 --ca-cert \(path) --docker-config \(path)"
        let result = try shell("timeout 20 \"$M\" \(probe)", folder)
        #expect(result.status == 1, "\(result.status) \(result.errors)")
    }

    /// `<(…)` is a pipe that somebody opened for us.
    @Test func aStreamOfTheShellIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("mirrors.yaml", "registryMirrors:\n- endpoint: https://10.0.0.5:5000\n")
        for source in ["<(sleep 0.2; cat mirrors.yaml)", "/dev/stdin <mirrors.yaml", "- <mirrors.yaml", "mirrors.yaml"]
        {
            let render = try shell("\"$M\" render --format header --mirrors \(source)", folder)
            #expect(render.status == 0, "\(source): \(render.errors)")
            #expect(render.output.contains("10.0.0.5"), "\(source)")
        }
    }

    /// What a node's tree links to is looked for in the tree.
    @Test func aTreeIsReadInsideItsRoot() throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder("root/etc/containerd"), withIntermediateDirectories: true)
        try manager.createDirectory(atPath: folder("root/opt"), withIntermediateDirectories: true)
        let table =
            "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"]\n  endpoint = [\"https://"
        try folder.write("root/opt/config.toml", table + "inside\"]\n")
        try folder.write("outside.toml", table + "outside\"]\n")
        let link = folder("root/etc/containerd/config.toml")
        try manager.createSymbolicLink(atPath: link, withDestinationPath: "/opt/config.toml")
        let why = ["why", "gcr.io/a:1", "--root", folder("root"), "--containerd-version", "1.7.34"]
        #expect(try Tool.run(Tool.mirrorctl, why).output.contains("https://inside/v2"))
        for target in [
            folder("outside.toml"), "../../../outside.toml", "../../../../../../../../..\(folder("outside.toml"))",
        ] {
            try manager.removeItem(atPath: link)
            try manager.createSymbolicLink(atPath: link, withDestinationPath: target)
            let result = try Tool.run(Tool.mirrorctl, why)
            #expect(!result.output.contains("outside/v2"), "\(target)")
        }
    }

    /// More than is worked out is said to be that, with its place, and nothing is claimed of containerd.
    @Test func whatIsBeyondALimitIsNotJudged() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder("root/etc/containerd"),
            withIntermediateDirectories: true
        )
        let imports = (0..<1001).map { "\"/etc/containerd/\($0).toml\"" }.joined(separator: ", ")
        for number in 0..<1001 { try folder.write("root/etc/containerd/\(number).toml", "") }
        let table = "[plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"gcr.io\"]\n"
        let endpoints = (1...257).map { "\"https://h\($0)\"" }.joined(separator: ", ")
        for (text, place) in [
            ("version = 2\nimports = [\(imports)]\n", "config.toml, line 2"),
            ("version = 2\n\(table)endpoint = [\(endpoints)]\n", "config.toml, line 3"),
            ("version = 2\nx = [\n" + String(repeating: "1,", count: 100_001) + "]\n", "config.toml, line 3"),
        ] {
            try folder.write("root/etc/containerd/config.toml", text)
            let why = ["why", "gcr.io/a:1", "--root", folder("root"), "--containerd-version", "1.7.34"]
            let result = try Tool.run(Tool.mirrorctl, why)
            #expect(result.status == 1)
            #expect(result.output.contains("MIR0833") && result.output.contains(place), "\(result.output.prefix(400))")
            #expect(!result.output.contains("MIR0714") && !result.output.contains("MIR0704"))
            // containerd would not say it.
            #expect(!result.output.contains("Failed to pull"))
            #expect(try !Tool.run(Tool.mirrorctl, why + ["--output", "json"]).output.contains("Failed to pull"))
        }
    }

    /// CR LF is one character of a text and two bytes of a file.
    @Test func aFileWithCRLFIsConverted() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder("root/etc/containerd"),
            withIntermediateDirectories: true
        )
        let text = """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry]
            [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
            endpoint = ["https://10.0.0.5:5000"]

            """
        try folder.write("root/etc/containerd/config.toml", text.replacing("\n", with: "\r\n"))
        let convert = ["convert", "--root", folder("root"), "--containerd-version", "2.1.4", "--out", folder("out")]
        let result = try Tool.run(Tool.mirrorctl, convert)
        #expect(result.status == 0, "\(result.status) \(result.errors)")
    }
}
