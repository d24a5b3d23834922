import Containerd
import Foundation
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Diagnosis

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
        var node = NodeInspection(target: "n1", outcome: .report(report), now: 0)
        node.askedAt = 1_795_000_000
        bundle.nodes = [node, NodeInspection(target: "n2", outcome: .failure(.missing), now: 0)]
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
            Self.judge(bundle)
        }
    }

    private static func judge(_ bundle: EvidenceBundle) {
        let judgements = bundle.nodes.map(NodeJudgement.init)
        for judgement in judgements {
            _ = (judgement.findings, judgement.clockOffset, judgement.caFacts, judgement.failedPulls)
        }
        _ = NodeFleetView(judgements).groups
        for finding in bundle.findings { _ = Catalogue.english(finding.title) }
        guard let version = ContainerdVersion(bundle.containerdVersion) else { return }
        var explainer = try? PullExplainer(version: version, files: bundle.files, configPath: bundle.configPath)
        _ = try? explainer?.explain(bundle.image ?? "")
    }

    /// Clocks of nodes and of whoever asked them.
    @Test(arguments: ["-9223372036854775808", "-1", "0", "253402300800", "9223372036854775807"])
    func clocksAtTheirEnds(clock: String) throws {
        let entries = try Self.bundle().map { entry in
            var text = String(decoding: entry.bytes, as: UTF8.self)
            text.replace(#/"(now|askedAt)" : -?[0-9]+/#) { "\"\($0.1)\" : \(clock)" }
            text.replace(#/fact node n1/#) { _ in "fact node n1\nfact clock \(clock)" }
            return TarArchive.Entry(entry.name, Array(text.utf8))
        }
        Self.judge(try EvidenceBundle(entries))
    }

    @Test func plans() throws {
        let old = Array("registryMirrors:\n- endpoint: https://a\n".utf8)
        let edit = PlanEdit(from: old, to: old + Array("x: y\n".utf8))
        let derive: SaltedDigest.Derivation = { secret, salt, _ in SHA256.digest(salt + secret) }
        let digest = SaltedDigest([1], salt: "s", rounds: 3, by: derive)
        let plan = ChangePlan(
            operation: .update,
            place: .header,
            clusterConfig: ChangePlan.File(path: "/c.yaml", sha256: SHA256.hex(old)),
            mirrors: [MirrorDraft(endpoint: "https://a")],
            edit: edit,
            materials: [ChangePlan.Material(kind: .ca, path: "/ca", digest: digest)],
            probes: [ChangePlan.Probe(endpoint: "https://h", findings: ["MIR0201"])]
        )
        var mutation = Mutation(
            seed: 7,
            bytes: [Array(try JSONEncoder().encode(edit)), Array(try JSONEncoder().encode(plan))],
            words: ["null", "9223372036854775807", "-1", "1e400", "\"rounds\":", "\"salt\":\"\""]
        )
        mutation.search { bytes in
            _ = (try? JSONDecoder().decode(PlanEdit.self, from: Data(bytes)))?.applied(to: old)
            guard let plan = try? JSONDecoder().decode(ChangePlan.self, from: Data(bytes)) else { return }
            _ = plan.edit.applied(to: old)
            _ = plan.moves(file: old, material: { $0 == "/ca" ? [1] : nil }, derive: derive)
            _ = plan.moves(probes: plan.probes ?? [])
            _ = validate(plan.mirrors, for: plan.place)
        }
        for (offset, length) in [(Int.max, 1), (0, Int.max), (-1, 0), (old.count, 1), (1, -1), (Int.min, Int.min)] {
            let text = "{\"offset\": \(offset), \"length\": \(length), \"bytes\": \"\", \"result\": \"\"}"
            #expect(try JSONDecoder().decode(PlanEdit.self, from: Data(text.utf8)).applied(to: old) == nil)
        }
    }
}
