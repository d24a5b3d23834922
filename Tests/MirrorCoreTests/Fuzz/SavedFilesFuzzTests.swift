import Foundation
import TestSupport
import Testing

@testable import MirrorCore

/// No bundle and no plan ends the process, whoever wrote it.
@Suite struct SavedFilesFuzzTests {
    private static func bundle() throws -> [TarArchive.Entry] {
        var bundle = EvidenceBundle()
        bundle.image = "gcr.io/a:1"
        bundle.containerdVersion = "1.7.34"
        bundle.files.add("/etc/containerd/config.toml", .file(Array("version = 2\n".utf8)))
        bundle.files.add("/etc/containerd", .directory(["config.toml"]))
        bundle.files.add("/etc/x", .failure(.notFound))
        bundle.live = [0: "404"]
        var report = NodeReport()
        report.facts["node"] = "n1"
        bundle.nodes = [NodeInspection(target: "n1", outcome: .report(report), now: 0)]
        return try bundle.entries(known: [])
    }

    @Test func archives() throws {
        let archive = TarArchive.write(try Self.bundle())
        var mutation = Mutation(
            seed: 5,
            bytes: [archive],
            words: ["-0000000001", "77777777777", "00000000000\u{0}", "../", "ustar"]
        )
        mutation.search { bytes in
            var bytes = bytes
            // With sums that are right again, or nothing behind them is ever read.
            for at in stride(from: 0, to: bytes.count - 511, by: 512) {
                bytes.replaceSubrange(at + 148..<at + 156, with: Array("        ".utf8))
                let sum = String(bytes[at..<at + 512].reduce(0) { $0 + Int($1) }, radix: 8)
                let digits = Array((String(repeating: "0", count: 6 - min(6, sum.count)) + sum).utf8.suffix(6))
                bytes.replaceSubrange(at + 148..<at + 156, with: digits + [0, 0x20])
            }
            if let entries = try? TarArchive.read(bytes) { _ = try? EvidenceBundle(entries) }
        }
    }

    @Test(arguments: ["-0000000001", "77777777777", "+0000000001", "-7777777777", "9999999999 ", "0x0000000f "])
    func sizesOfAnEntry(size: String) {
        var bytes = TarArchive.write([TarArchive.Entry("mirrorctl/manifest.json", Array("{}".utf8))])
        bytes.replaceSubrange(124..<135, with: Array(size.utf8))
        bytes.replaceSubrange(148..<156, with: Array("        ".utf8))
        let sum = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        bytes.replaceSubrange(148..<156, with: Array(("00" + sum).suffix(6).utf8) + [0, 0x20])
        #expect(throws: TarArchive.Failure.self) { try TarArchive.read(bytes) }
    }

    @Test func manifests() throws {
        let entries = try Self.bundle()
        let manifest = try #require(entries.first { $0.name == "mirrorctl/manifest.json" }?.bytes)
        var mutation = Mutation(
            seed: 6,
            bytes: [manifest],
            words: ["null", "true", "[", "{", "\"\"", "1e400", "\\ud800"]
        )
        mutation.search { bytes in
            let others = entries.filter { $0.name != "mirrorctl/manifest.json" }
            guard let bundle = try? EvidenceBundle(others + [TarArchive.Entry("mirrorctl/manifest.json", bytes)]) else {
                return
            }
            guard let version = ContainerdVersion(bundle.containerdVersion) else { return }
            var explainer = try? PullExplainer(version: version, files: bundle.files, configPath: bundle.configPath)
            _ = try? explainer?.explain(bundle.image ?? "")
        }
    }

    @Test func plans() throws {
        let old = Array("registryMirrors:\n- endpoint: https://a\n".utf8)
        let edit = PlanEdit(from: old, to: old + Array("x: y\n".utf8))
        var mutation = Mutation(
            seed: 7,
            bytes: [Array(try JSONEncoder().encode(edit))],
            words: ["null", "9223372036854775807", "-1", "1e400"]
        )
        mutation.search { bytes in
            _ = (try? JSONDecoder().decode(PlanEdit.self, from: Data(bytes)))?.applied(to: old)
            _ = try? JSONDecoder().decode(ChangePlan.self, from: Data(bytes))
        }
        for (offset, length) in [(Int.max, 1), (0, Int.max), (-1, 0), (old.count, 1), (1, -1), (Int.min, Int.min)] {
            let text = "{\"offset\": \(offset), \"length\": \(length), \"bytes\": \"\", \"result\": \"\"}"
            #expect(try JSONDecoder().decode(PlanEdit.self, from: Data(text.utf8)).applied(to: old) == nil)
        }
    }
}
