import Containerd
import MirrorCore
import MirrorSamples
import TestSupport
import Testing
import Texts

@testable import Diagnosis

/// What the program writes itself is in force on the version that it is written for; what it leaves out, it says.
@Suite struct LiveSettingTests {
    @Test func renderedFilesHaveNoDeadSettings() throws {
        var judged = 0
        for seed in 0..<150 {
            var generator = MirrorGenerator(seed: UInt64(seed))
            let mirrors = try #require(validate(generator.drafts(), for: .header).mirrors)
            for line in ReleaseTable.current.lines {
                // An IPv6 table is refused by the TOML reader of 1.x, and said to be.
                guard let explainer = PullPreview.explainer(MirrorConfiguration(mirrors: mirrors), on: line) else {
                    continue
                }
                judged += 1
                #expect(PullJudge(explainer).dead.map(\.written) == [], "\(seed) \(line)")
            }
        }
        #expect(judged > 200)
    }

    @Test func convertedFilesHaveNoDeadSettings() throws {
        let pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
        let text =
            DeadSettingTests.mirrors
            + "[\(DeadSettingTests.cri).registry.configs.\"10.0.0.5:5000\".tls]\n  ca_file = \"/ca.crt\"\n"
        let tree = NodeTree([DeadSettingTests.config: text, "/ca.crt": pem])
        for target in ContainerdVersion.checked {
            let conversion = try MirrorConversion(files: tree, source: ContainerdVersion(1, 7, 34), target: target)
            #expect(conversion.losses == [])
            var files = Dictionary(uniqueKeysWithValues: conversion.files.map { ($0.path, $0.text) })
            files["/ca.crt"] = pem
            let explainer = try PullExplainer(version: target, files: NodeTree(files))
            #expect(PullJudge(explainer).dead.map(\.written) == [], "\(target)")
        }
    }

    @Test func aConversionNamesWhatItDrops() throws {
        let old = ContainerdVersion(1, 7, 34)
        let key =
            "[\(DeadSettingTests.cri).registry.configs.\"https://10.0.0.5:5000\".tls]\n  insecure_skip_verify = true\n"
        let tree = NodeTree([DeadSettingTests.config: DeadSettingTests.mirrors + key])
        let conversion = try MirrorConversion(files: tree, source: old, target: old)
        // Once, with what was meant.
        #expect(conversion.losses == [])
        #expect(conversion.deadKeys.map { $0.phrase.arguments["place"] } == ["\(DeadSettingTests.config):4"])
        #expect(conversion.deadKeys.map(\.remedy?.key) == ["dead.configs.write"])
        let unread = String(DeadSettingTests.mirrors.dropFirst("version = 2\n".count))
        let files = NodeTree([DeadSettingTests.config: unread])
        do throws(MirrorConversion.Refusal) {
            _ = try MirrorConversion(files: files, source: old, target: old)
            Issue.record("there is nothing in force")
        } catch {
            let text = Catalogue.english(error.phrase)
            #expect(text.contains("\(DeadSettingTests.config):1") && text.contains("version = 2"))
        }
    }

    @Test func everyReasonAndRemedyIsAText() {
        let known = Catalogue.english.keys
        for part in ["advice", "table", "replaced", "key", "configs", "host", "file", "hosts", "folder"] {
            #expect(known.contains { $0.hasPrefix("dead.\(part).") })
        }
    }
}
