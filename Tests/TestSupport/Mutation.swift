import Foundation

/// Damaged variations of good inputs: the same ones for the same seed.
package struct Mutation {
    private var generator: SeededGenerator
    private let samples: [[UInt8]]
    private let words: [[UInt8]]

    /// Rounds of one search; `MIRRORCTL_FUZZ` gives another number, for a night.
    package static let rounds = Int(ProcessInfo.processInfo.environment["MIRRORCTL_FUZZ"] ?? "") ?? 300

    /// What numbers end at, and what changes the meaning of a text most.
    private static let edges = [
        "-1", "0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
        "4294967296",
        "\u{0}", "\n", "\r\n", "\r", "\t", " ", "\u{FEFF}", "é", "漢", "\u{2028}", "\u{85}", "\"", "'", "\\", "#", ":",
        "=", ".",
        ",", "[", "]", "{", "}", "/", "..", "*", "~", "%", "@", "\u{1B}[31m",
    ]

    package init(seed: UInt64, samples: [String], words: [String] = []) {
        self.init(seed: seed, bytes: samples.map { Array($0.utf8) }, words: words)
    }

    package init(seed: UInt64, bytes samples: [[UInt8]], words: [String] = []) {
        generator = SeededGenerator(seed: seed)
        self.samples = samples
        self.words = (Self.edges + words + words).map { Array($0.utf8) }
    }

    /// A sample with one to eight changes.
    package mutating func next() -> [UInt8] {
        var bytes = samples.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &generator) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let at = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, at + Int.random(in: 0...12, using: &generator))
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &generator) }
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.replaceSubrange(at..<end, with: words.randomElement(using: &generator) ?? [])
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...200, using: &generator)))
        case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
        case 5:
            let other = samples.randomElement(using: &generator) ?? []
            let start = Int.random(in: 0...other.count, using: &generator)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 80)], at: at)
        case 6:
            let word = words.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...40, using: &generator) { bytes.insert(contentsOf: word, at: at) }
        case 7:
            // A number becomes another one.
            guard let digit = bytes[at...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
            let after = bytes[digit...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
            bytes.replaceSubrange(digit..<after, with: words[Int.random(in: 0..<7, using: &generator)])
        case 8: if Bool.random(using: &generator) { bytes = Array(bytes[..<at]) }
        default: bytes.insert(contentsOf: words.randomElement(using: &generator) ?? [], at: at)
        }
    }

    /// Runs the search. Whatever ends the process leaves its input where `MIRRORCTL_FUZZ_INPUT` says.
    package mutating func search(_ read: ([UInt8]) -> Void) {
        let kept = ProcessInfo.processInfo.environment["MIRRORCTL_FUZZ_INPUT"]
        for _ in 0..<Self.rounds {
            let bytes = next()
            if let kept { try? Data(bytes).write(to: URL(fileURLWithPath: kept)) }
            read(bytes)
        }
    }
}
