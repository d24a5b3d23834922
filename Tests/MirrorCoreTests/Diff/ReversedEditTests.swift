import TestSupport
import Testing

@testable import MirrorCore

/// Every real file × fourteen edits × its reverse: the bytes come back.
@Suite struct ReversedEditTests {
    /// What is done to a list, and from which list of the file it starts.
    private struct Edit {
        let name: String
        /// Mirrors that are in the file before.
        let before: [Int]
        let change: ([MirrorDraft]) -> [MirrorDraft]
    }

    private static func edits(at place: MirrorPlace) -> [Edit] {
        func draft(_ number: Int) -> MirrorDraft { CorpusEditTests.draft(number, at: place) }
        func changing(_ name: String, _ change: @escaping (inout MirrorDraft) -> Void) -> Edit {
            Edit(name: name, before: [1, 2, 3]) { drafts in
                var drafts = drafts
                change(&drafts[drafts.count - 2])
                return drafts
            }
        }
        return [
            Edit(name: "add one", before: []) { $0 + [draft(1)] },
            Edit(name: "add three", before: []) { $0 + [draft(1), draft(2), draft(3)] },
            Edit(name: "add in front", before: []) { [draft(4)] + $0 },
            Edit(name: "add between", before: [1, 2]) { $0.dropLast() + [draft(5)] + $0.suffix(1) },
            Edit(name: "remove the last", before: [1, 2]) { $0.dropLast() },
            Edit(name: "remove the second", before: [1, 2, 3]) { $0.dropLast(2) + $0.suffix(1) },
            Edit(name: "reverse", before: [1, 2, 3]) { $0.reversed() },
            Edit(name: "move to the front", before: [1, 2, 3]) { $0.suffix(1) + $0.dropLast() },
            changing("endpoint") { $0.endpoint = "https://mirror.example" },
            changing("namespace") { $0.mirrorNamespace = "other/path" },
            changing("hosts, one more") { $0.hosts.append("quay.io") },
            changing("hosts, the first") { $0.hosts[0] = "ghcr.io" },
            changing("hosts, turned") { $0.hosts.reverse() },
            changing("CA") {
                if place == .header { $0.caCertPath = "/other.crt" } else { $0.caCertSecret = "other-ns/other" }
            },
            changing("CA, none") { ($0.caCertPath, $0.caCertSecret) = ("", "") },
            changing("login, one more") {
                if place == .header {
                    $0.pullCredentialConfigPath = "/login.json"
                } else {
                    $0.pullCredentialSecret = "other-ns/login"
                }
            },
        ]
    }

    @Test func givesTheSameBytes() throws {
        var (edits, refused) = (0, [String]())
        for file in try CorpusFile.all() {
            let isTemplate = !file.isYAML
            guard !isTemplate || TemplateMask(file.bytes).isTemplate else { continue }
            func edit(_ bytes: [UInt8], _ place: MirrorPlace, _ drafts: [MirrorDraft]) throws -> [UInt8] {
                let mirrors = try #require(validate(drafts, for: place).mirrors)
                return isTemplate
                    ? try ClusterConfigEditor.edit(template: bytes, place: place, mirrors: mirrors)
                    : try ClusterConfigEditor.edit(bytes, place: place, mirrors: mirrors)
            }
            for place in MirrorPlace.allCases {
                let config = isTemplate ? try? ClusterConfig(template: file.bytes) : try ClusterConfig(yaml: file.bytes)
                guard let config else { continue }
                let present = config.registryMirrors(at: place)
                for step in Self.edits(at: place) {
                    let old = present + step.before.map { CorpusEditTests.draft($0, at: place) }
                    let new = step.change(old)
                    let name = "\(file.name) \(place): \(step.name)"
                    let before: [UInt8]
                    do {
                        before = try edit(file.bytes, place, old)
                    } catch {
                        refused.append("\(name) \(error)")
                        continue
                    }
                    let after = try edit(before, place, new)
                    #expect(after != before, "\(name)")
                    #expect(try edit(after, place, old) == before, "\(name)")
                    #expect(try edit(before, place, present) == file.bytes, "\(name)")
                    edits += 1
                }
            }
        }
        #expect(edits > 800, "\(edits), \(refused.count) refused: \(refused.prefix(20))")
    }
}
