import TestSupport
import Testing

@testable import MirrorCore

/// Every real file, edited in every way: nothing outside of the block moves, and foreign readers agree.
@Suite struct CorpusEditTests {
    static func draft(_ number: Int, at place: MirrorPlace) -> MirrorDraft {
        var draft = MirrorDraft(
            endpoint: "https://10.9.8.\(number):5000",
            hosts: ["docker.io", "h\(number).example:5000"]
        )
        if number % 2 == 0 { draft.mirrorNamespace = "team/n\(number)" }
        if number % 3 == 0 { draft.hosts = [] }
        switch place {
        case .header:
            draft.caCertPath = "/root/ca \(number).crt"
            if number % 2 == 1 { draft.pullCredentialConfigPath = "/root/.docker/\(number).json" }
        case .spec:
            draft.caCertSecret = "anthos-creds/ca-\(number)"
            if number % 2 == 1 { draft.pullCredentialSecret = "anthos-creds/pull-creds-\(number)" }
        }
        return draft
    }

    /// Lists of mirrors that each file goes through, one after the other.
    static func steps(_ present: [MirrorDraft], at place: MirrorPlace) -> [[MirrorDraft]] {
        let (a, b, c) = (draft(1, at: place), draft(2, at: place), draft(3, at: place))
        var changed = a
        changed.endpoint = "https://mirror.example"
        changed.hosts = ["docker.io", "quay.io", "ghcr.io"]
        var bare = a
        (bare.caCertPath, bare.caCertSecret, bare.pullCredentialConfigPath, bare.pullCredentialSecret) = (
            "", "", "", ""
        )
        return [
            present + [a], [a], [a, b], [a, b, c], [c, a, b], [c, changed, b], [c, changed], [changed], [bare], [a],
            [b, a], [], [c], [c, a], [a], present,
        ]
    }

    @Test func keepsEveryOtherByteOfEveryRealFile() throws {
        var judge = PyYAMLJudge()
        var edits = 0
        for file in try CorpusFile.all() where file.isYAML {
            let config = try ClusterConfig(yaml: file.bytes)
            for place in MirrorPlace.allCases {
                if place == .spec,
                    config.cluster == nil || config.notes.contains(where: { $0.key == "cluster.note.noSpec" })
                {
                    continue
                }
                let present = config.registryMirrors(at: place)
                var bytes = file.bytes
                for (number, step) in Self.steps(present, at: place).enumerated() {
                    let name = "\(file.name) \(place) \(number)"
                    let intended = try #require(validate(step, for: place).mirrors, "\(name)")
                    let after = try ClusterConfigEditor.edit(bytes, place: place, mirrors: intended)
                    try check(bytes, after, place, step, name)
                    judge.add(name, place, before: bytes, after: after, mirrors: step)
                    #expect(try ClusterConfigEditor.edit(after, place: place, mirrors: intended) == after, "\(name)")
                    bytes = after
                    edits += 1
                }
                if present.isEmpty { #expect(bytes == file.bytes, "\(file.name) \(place)") }
            }
        }
        #expect(edits > 600)
        #expect(try judge.complaints() == "")
    }

    private func check(
        _ before: [UInt8],
        _ after: [UInt8],
        _ place: MirrorPlace,
        _ step: [MirrorDraft],
        _ name: String
    ) throws {
        #expect(try ClusterConfig(yaml: after).registryMirrors(at: place) == step, "\(name)")
        // A new header or nodeConfig brings its own line, which is no part of the block.
        let own = ["---", "nodeConfig:"].map { Array($0.utf8) }
        func outside(_ bytes: [UInt8]) -> [[UInt8]] {
            EditOracle.linesOutside(bytes).filter { line in !own.contains(Array(line.drop { $0 == 0x20 })) }
        }
        #expect(outside(before) == outside(after), "\(name)")
        let text = String(decoding: before, as: UTF8.self)
        guard let rest = try? EditOracle.rest(text, place: place) else { return }
        #expect(try EditOracle.rest(String(decoding: after, as: UTF8.self), place: place) == rest, "\(name)")
    }

    /// A judge that never complains would make the tests above worthless.
    @Test func judgesComplain() throws {
        var judge = PyYAMLJudge()
        let (before, draft) = (Array("a: 1\nb: 2\n".utf8), MirrorDraft(endpoint: "https://m", hosts: ["h"]))
        let good = "a: 1\nb: 2\nregistryMirrors:\n- endpoint: https://m\n  hosts: [h]\n"
        for (name, after) in [
            ("good", good), ("lost", good.replacing("b: 2\n", with: "")), ("broken", good + "]"),
            ("endpoint", good.replacing("//m", with: "//n")), ("host", good.replacing("[h]", with: "[]")),
        ] {
            judge.add(name, .header, before: before, after: Array(after.utf8), mirrors: [draft])
        }
        let complaints = try judge.complaints().split(separator: "\n").map { $0.split(separator: " ")[0] }
        #expect(complaints == ["lost", "broken", "endpoint", "host"])
        #expect(EditOracle.linesOutside(Array(good.utf8)) == EditOracle.linesOutside(before))
        #expect(EditOracle.isPureInsertion(before, Array(good.utf8)))
        #expect(!EditOracle.isPureInsertion(before, Array("a: 1\nb: 3\nc: 4\n".utf8)))
    }

    @Test func addingAndTakingAwayGivesTheSameFile() throws {
        for file in try CorpusFile.all() where file.isYAML {
            let config = try ClusterConfig(yaml: file.bytes)
            for place in MirrorPlace.allCases where place == .header || config.cluster != nil {
                let present = config.registryMirrors(at: place)
                let original = try #require(validate(present, for: place).mirrors)
                for added in [[1], [2, 3]].map({ $0.map { Self.draft($0, at: place) } }) {
                    for drafts in [present + added, added + present] {
                        let intended = try #require(validate(drafts, for: place).mirrors)
                        guard let after = try? ClusterConfigEditor.edit(file.bytes, place: place, mirrors: intended)
                        else {
                            #expect(config.notes.contains { $0.key == "cluster.note.noSpec" }, "\(file.name)")
                            continue
                        }
                        #expect(EditOracle.isPureInsertion(file.bytes, after), "\(file.name) \(place)")
                        let back = try ClusterConfigEditor.edit(after, place: place, mirrors: original)
                        #expect(back == file.bytes, "\(file.name) \(place)")
                    }
                }
            }
        }
    }

    @Test func refusesWhatIsNotYAMLWithThePlace() throws {
        let mirrors = try #require(validate([Self.draft(1, at: .header)], for: .header).mirrors)
        var refused = 0
        for file in try CorpusFile.all() where !file.isYAML {
            do throws(ClusterConfigEditError) {
                _ = try ClusterConfigEditor.edit(file.bytes, place: .header, mirrors: mirrors)
                Issue.record("\(file.name) was edited")
            } catch {
                guard case .notYAML(let reason) = error else {
                    Issue.record("\(file.name): \(error)")
                    continue
                }
                refused += 1
                #expect(reason.line > 1 && reason.column > 0, "\(file.name)")
                let isTemplate =
                    file.name.hasSuffix(".j2") || file.name.hasSuffix(".tpl") || file.name.hasPrefix("tyorikan")
                #expect(reason.looksLikeTemplate == isTemplate, "\(file.name)")
            }
        }
        #expect(refused >= 8)
    }
}
