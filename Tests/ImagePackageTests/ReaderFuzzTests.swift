import Foundation
import ImagePackage
import TestSupport
import Testing

/// Packages with bytes changed at random, the same ones on every run: whatever is read of them, nothing traps.
@Suite struct ReaderFuzzTests {
    private static let kinds = [
        "layers=right", "layers=packed", "docker", "platforms=manifests", "inner=whole", "referrers=3",
    ]

    /// Of each kind.
    private static let rounds = Mutation.rounds / 5

    @Test(arguments: ["", "gzip -n", "xz -0 --block-size=4096", "zstd -q -1"])
    func damageEndsInAnError(packer: String) throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: UInt64(packer.utf8.count) + 7)
        var (whole, broken) = (0, 0)
        for (number, kind) in Self.kinds.enumerated() {
            let plain = try OddPackageTests.package(kind, in: folder, name: "\(number).tar")
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: plain)))
            if !packer.isEmpty {
                bytes = [UInt8](try Tool.run("/bin/sh", ["-c", "\(packer) -c <'\(plain)'"]).data)
            }
            for _ in 0..<Self.rounds {
                let path = try folder.write("fuzz", Self.damaged(bytes, &random))
                do {
                    let reader = try PackageReader(path: path)
                    for blob in try reader.contents().blobs {
                        let stream = try reader.open(blob)
                        while try stream.next() != nil {}
                    }
                    whole += 1
                } catch {
                    broken += 1
                }
            }
        }
        #expect(whole + broken == Self.rounds * Self.kinds.count && broken > 0)
    }

    /// A few bytes changed, a part left out or doubled, or a number made large where numbers stand.
    private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        switch UInt8.random(in: 0..<5, using: &random) {
        case 0:
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
        case 1: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 2:
            let start = Int.random(in: 0..<bytes.count, using: &random)
            bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...600, using: &random)))
        case 3:
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let part = bytes[start..<min(bytes.count, start + 512)]
            bytes.insert(contentsOf: part, at: Int.random(in: 0..<bytes.count, using: &random))
        // The size of a tar header, with its checksum made good; and numbers in documents.
        default:
            let blocks = bytes.count / 512
            let at = blocks > 0 ? Int.random(in: 0..<blocks, using: &random) * 512 : 0
            if bytes.count >= at + 512 { Self.enlarge(&bytes, at, &random) }
            if let digit = bytes.indices.filter({ (0x30...0x39).contains(bytes[$0]) }).randomElement(using: &random) {
                bytes.insert(contentsOf: Array("99999999999999999".utf8), at: digit)
            }
        }
        return bytes
    }

    private static func enlarge(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededGenerator) {
        let sizes: [[UInt8]] = [
            Array("77777777777\0".utf8), Array("-0000000001\0".utf8),
            [0x80, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8),
            [0x80, 0, 0, 0, 0x7F] + [UInt8](repeating: 0xFF, count: 7), [UInt8](repeating: 0xFF, count: 12),
        ]
        bytes.replaceSubrange(at + 124..<at + 136, with: sizes.randomElement(using: &random) ?? sizes[0])
        bytes.replaceSubrange(at + 148..<at + 156, with: [UInt8](repeating: 0x20, count: 8))
        let sum = bytes[at..<at + 512].reduce(0) { $0 + Int($1) }
        let digits = String(sum, radix: 8)
        let field = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "\0 "
        bytes.replaceSubrange(at + 148..<at + 156, with: Array(field.utf8))
    }
}
