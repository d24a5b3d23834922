import Foundation
import TestSupport
import Testing

/// A package larger than anything that is kept of it: little memory, and nothing on disk but the journal.
@Suite(.serialized) struct LargePushTests {
    /// Plain MiB of the package; `MIRRORCTL_PUSH_MIB=2048` for one as vendors ship them.
    static let mebibytes = Int(ProcessInfo.processInfo.environment["MIRRORCTL_PUSH_MIB"] ?? "") ?? 180

    static let lab = Result { try PushLab() }

    @Test(
        .enabled(if: geteuid() == 0),
        arguments: [
            "xz -0 -T2 --block-size=8MiB", "xz -0 -T1", "xz --lzma2=preset=0,dict=64MiB -T2 --block-size=96MiB",
            "gzip -1",
        ]
    )
    func aLargePackageTakesNoSpace(packer: String) async throws {
        try await offPool {
            let lab = try Self.lab.get()
            let folder = try TemporaryFolder()
            let package = folder("package")
            let script = repositoryRoot + "/Tests/Lab/large-package"
            let made = try Tool.run("/bin/sh", ["-c", "'\(script)' \(Self.mebibytes) 2 3 | \(packer) >'\(package)'"])
            try #require(made.status == 0, "\(made.errors)")
            let namespace = "large-" + String(packer.filter { $0.isLetter || $0.isNumber }.lowercased().prefix(30))
            // No file may grow beyond 4 MiB, and the folder for temporary files has room for 16.
            let limits = """
                mkdir '\(folder.path)/small'; mount -t tmpfs -o size=16m none '\(folder.path)/small'
                export TMPDIR='\(folder.path)/small'; ulimit -f 4096
                trap 'ls -A "$TMPDIR" >"\(folder.path)/left"' EXIT
                "$@"
                """
            let push = [
                Tool.mirrorctl, "push", "images", "--source", package, "--private-registry",
                "\(lab.address("plain"))/\(namespace)", "--allow-http",
            ]
            let environment = ["XDG_STATE_HOME": folder("state"), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]
            let result = try Tool.run(
                "/usr/bin/unshare",
                ["--mount", "/bin/bash", "-c", limits, "push", repositoryRoot + "/Tests/Lab/measured"] + push,
                environment: environment
            )
            try #require(result.status == 0, "\(packer): \(result.output) \(result.errors)")
            #expect(try folder.text("left") == "")
            let last = result.errors.split(separator: "\n").last { $0.hasPrefix("measured: ") } ?? ""
            let numbers = last.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 3, "\(result.errors)")
            #expect(numbers[0] < 256 << 10, "\(packer): \(numbers[0]) KiB")
            print(
                "\(packer), \(Self.mebibytes) MiB: peak \(numbers[0] >> 10) MiB, CPU \(numbers[1]) ms, \(numbers[2]) ms"
            )
            let audit = try Tool.run(
                Tool.mirrorctl,
                Array(push.dropFirst()) + ["--verify-only"],
                environment: environment
            )
            #expect(audit.status == 0, "\(audit.output)")
        }
    }
}
