import Foundation
import TestSupport
import Testing
import Yams

@testable import MirrorCore

/// Thousands of generated files: an edit gives what was meant and nothing else, or an error.
@Suite struct GeneratedEditTests {
    private static func apply(_ bytes: [UInt8], _ place: MirrorPlace, _ drafts: [MirrorDraft]) -> Result<
        [UInt8], ClusterConfigEditError
    >? {
        guard let mirrors = validate(drafts, for: place).mirrors else { return nil }
        do throws(ClusterConfigEditError) {
            return .success(try ClusterConfigEditor.edit(bytes, place: place, mirrors: mirrors))
        } catch {
            return .failure(error)
        }
    }

    @Test func changesWhatWasMeantAndNothingElse() throws {
        var (edits, refusals) = (0, [String: Int]())
        var judge = PyYAMLJudge()
        for seed in 0..<3_000 as Range<UInt64> {
            var generator = GeneratedConfig(seed: seed)
            let before = generator.file()
            let text = String(decoding: before, as: UTF8.self)
            let config = try ClusterConfig(yaml: before)
            let place = generator.pick(MirrorPlace.allCases)
            let present = config.registryMirrors(at: place)
            let drafts = generator.change(present, at: place)
            guard let result = Self.apply(before, place, drafts) else { continue }
            guard case .success(let after) = result else {
                if case .failure(let error) = result { refusals["\(error)".prefix(12) + "", default: 0] += 1 }
                continue
            }
            edits += 1
            let name = "seed \(seed) \(place)"
            #expect(try ClusterConfig(yaml: after).registryMirrors(at: place) == drafts, "\(name)")
            #expect(Self.apply(after, place, drafts) == .success(after), "\(name)")
            if drafts == present { #expect(after == before, "\(name)") }
            #expect(
                try EditOracle.rest(String(decoding: after, as: UTF8.self), place: place)
                    == EditOracle.rest(text, place: place),
                "\(name)"
            )
            if seed % 3 == 0 { judge.add(name, place, before: before, after: after, mirrors: drafts) }
            // Taking added mirrors away gives the file back; where nothing stood before they are lines put in between.
            if drafts.count > present.count {
                #expect(Self.apply(after, place, present) == .success(before), "\(name)")
                if try !Self.holdsAnEmptyValue(config, place, before) {
                    #expect(EditOracle.isPureInsertion(before, after), "\(name)")
                }
            }
        }
        #expect(edits > 2_800, "\(refusals)")
        #expect(try judge.complaints() == "")
    }

    /// Whether mirrors take the place of `[]`, `{}` or nothing after a key.
    private static func holdsAnEmptyValue(
        _ config: ClusterConfig,
        _ place: MirrorPlace,
        _ bytes: [UInt8]
    ) throws -> Bool {
        if place == .header { return config.header?.registryMirrors == [] }
        let cluster = try readYAML(bytes).first { $0.root["kind"]?.text == "Cluster" }
        let nodeConfig = cluster?.root[path: "spec", "nodeConfig"]
        return config.cluster?.registryMirrors == [] || nodeConfig != nil && nodeConfig?.entries?.isEmpty != false
    }

    /// A damaged file is edited as meant or refused; no byte outside of the mirrors is lost, and what is written can be
    /// read by Yams. `MIRRORCTL_SEEDS` asks for more than 10,000 of them.
    @Test func survivesBrokenFiles() throws {
        let corpus = try CorpusFile.all().filter(\.isYAML)
        let rounds = ProcessInfo.processInfo.environment["MIRRORCTL_SEEDS"].flatMap { Int($0) } ?? 10_000
        let pieces = [
            "\n", "  ", "- ", "a: ", "'", "\"", "---\n", "...\n", "#", "{", "]", "*x", "&x ", "|\n", "\t", "\r",
            "\u{85}", "é", ": ",
        ]
        var edits = 0
        for round in 0..<rounds {
            var random = SeededGenerator(seed: UInt64(round))
            var bytes = corpus[round % corpus.count].bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)?.utf8 ?? "x".utf8), at: at)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &random)))
                default: bytes[at] = UInt8.random(in: 0...255, using: &random)
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            let place = round / corpus.count % 2 == 0 ? MirrorPlace.header : .spec
            let draft = CorpusEditTests.draft(round % 9 + 1, at: place)
            guard case .success(let after)? = Self.apply(bytes, place, [draft]) else { continue }
            edits += 1
            let present = try ClusterConfig(yaml: bytes).registryMirrors(at: place)
            #expect(try ClusterConfig(yaml: after).registryMirrors(at: place) == [draft], "round \(round)")
            let text = String(decoding: bytes, as: UTF8.self)
            let written = String(decoding: after, as: UTF8.self)
            guard let rest = try? EditOracle.rest(text, place: place) else { continue }
            #expect(try EditOracle.rest(written, place: place) == rest, "round \(round)")
            if present.isEmpty {
                #expect(Self.apply(after, place, []) == .success(bytes), "round \(round)")
            } else {
                #expect(try Self.differsInTheBlockOnly(bytes, after, place), "round \(round)")
            }
        }
        #expect(edits > rounds / 8, "\(edits)")
    }

    /// Whether all bytes before the mirrors' key and after their last line are the same.
    private static func differsInTheBlockOnly(
        _ before: [UInt8],
        _ after: [UInt8],
        _ place: MirrorPlace
    ) throws -> Bool {
        let source = SourceText(before)
        guard case .present(let entry, _) = try MirrorTarget(readYAML(before), place: place) else { return false }
        let start = entry.keyPlace.range.lowerBound
        let rest = before.count - min(before.count, source.lineEnd(entry.value.place.range.upperBound))
        return before[..<start] == after[..<start] && before.suffix(rest) == after.suffix(rest)
    }
}
