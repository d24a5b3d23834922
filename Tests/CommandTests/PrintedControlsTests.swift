import Foundation
import TestSupport
import Testing

/// What files and words of the command line say reaches no terminal as a control character.
@Suite struct PrintedControlsTests {
    private static let evil = "\\u001b]0;PWN\\u0007\\u001b[31m\\u009b31m\\u202ex\\u2066\\u007f\\u0000\\r\\u2028"

    private func expectClean(_ data: Data, _ use: String) {
        let text = String(decoding: data, as: UTF8.self)
        let bad = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A, 0x09: false
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        #expect(bad.isEmpty, "\(use): \(bad.map { String($0.value, radix: 16) })")
    }

    @Test func nothingOfANodesFilesIsPrintedRaw() throws {
        let tables = [
            "[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = \"/x\(Self.evil)\"\n",
            """
            [plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]
            endpoint = ["https://10.0.0.1:5000", "https://h\(Self.evil)", "\(Self.evil)"]
            [plugins."io.containerd.grpc.v1.cri".registry.configs."10.0.0.1:5000".tls]
            ca_file = "/c\(Self.evil)"
            cert_file = "/d\(Self.evil)"
            key_file = "/k"
            """,
            "imports = [\"/i\(Self.evil)\"]\n", "\"\(Self.evil)\" = 1\n", "x = \u{1B}[31m\n", "a = \"\(Self.evil)\nb",
        ]
        for table in tables {
            let folder = try TemporaryFolder()
            try FileManager.default.createDirectory(atPath: folder("etc/containerd"), withIntermediateDirectories: true)
            try folder.write("etc/containerd/config.toml", "version = 2\n" + table)
            for use in [
                ["why", "nginx:1", "--root", folder.path], ["why", "nginx:1", "--root", folder.path, "--live"],
                ["node", "--root", folder.path],
                ["convert", "--root", folder.path, "--containerd-version", "2.0", "--out", folder("out")],
            ] {
                for format in [[], ["--output", "json"]] {
                    let result = try Tool.run(Tool.mirrorctl, use + format)
                    expectClean(result.data, "\(use + format) \(table)")
                    expectClean(Data(result.errors.utf8), "\(use + format) \(table)")
                }
            }
        }
    }

    @Test func nothingOfTheCommandLineIsPrintedRaw() throws {
        let evil = "a\u{1B}]0;PWN\u{7}\u{9B}31m\u{202E}\u{7F}"
        for use in [
            [evil], ["apply", evil], ["apply", "--x" + evil], ["apply", "--yes=" + evil], ["explain", evil],
            ["why", evil],
            ["probe", evil], ["diff", "--cluster-config", evil, "--remove"], ["--lang", evil], ["push", evil],
            ["probe", "https://h", "--deadline", evil], ["why", "--log", evil], ["node", "--node", evil],
        ] {
            let result = try Tool.run(Tool.mirrorctl, use)
            expectClean(result.data, "\(use)")
            expectClean(Data(result.errors.utf8), "\(use)")
            #expect(result.status != 0)
        }
    }

    @Test func bytesThatAreNoTextAreNotPrintedRaw() throws {
        let folder = try TemporaryFolder()
        let bytes: [UInt8] =
            Array("time=\"x\" level=error msg=\"PullImage \\\"a\\\" failed\" error=\"".utf8) + [0xFF, 0xC3, 0x9B, 0x1B]
        let log = try folder.write("log", bytes + Array("31m\"\n".utf8))
        for format in [[], ["--output", "json"]] {
            let result = try Tool.run(Tool.mirrorctl, ["why", "a", "--log", log] + format)
            #expect(String(validating: [UInt8](result.data), as: UTF8.self) != nil)
            expectClean(result.data, "log")
            expectClean(Data(result.errors.utf8), "log")
        }
    }

    /// A patch keeps the file's line ends, in a pipe only.
    @Test func aPatchKeepsCarriageReturns() throws {
        let folder = try TemporaryFolder()
        let text =
            "apiVersion: baremetal.cluster.gke.io/v1\r\nkind: Cluster\r\nmetadata:\r\n  name: x\r\nspec:\r\n  type: admin\r\n"
        try folder.write("c.yaml", text)
        let words = ["diff", "--cluster-config", folder("c.yaml"), "--endpoint", "https://h:1"]
        #expect(try Tool.run(Tool.mirrorctl, words).output.contains("\r\n"))
        let typed = (["/usr/bin/env", "NO_COLOR=1", Tool.mirrorctl] + words).joined(separator: " ")
        let shown = try Tool.run("/usr/bin/script", ["-qec", typed, "/dev/null"])
        // The terminal itself makes one of each line's end.
        #expect(!shown.output.contains("\r\r\n") && !shown.output.contains(" \r \r"))
        #expect(shown.output.contains("registryMirrors"))
    }
}
