import Foundation
import MirrorSystem
import TestSupport
import Testing

/// gzip of ours is read by gzip, and gzip's by ours.
@Suite struct GzipTests {
    private static let samples: [[UInt8]] = [
        [], [0], Array("a short text\n".utf8), (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) },
        [UInt8](repeating: 0x41, count: 1_000_000),
    ]

    @Test(arguments: samples) func whatIsPackedIsUnpackedByGzip(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        try Data(try Gzip.whole(bytes)).write(to: URL(filePath: folder("a.gz")))
        let result = try Tool.run("/bin/sh", ["-c", "gzip -d <\(folder("a.gz")) >\(folder("a"))"])
        #expect(result.status == 0)
        #expect(Array(try Data(contentsOf: URL(filePath: folder("a")))) == bytes)
    }

    @Test(arguments: samples) func whatGzipPacksIsUnpackedAtEverySplit(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(filePath: folder("a")))
        // Two members, one after the other, are one text.
        let command = "gzip <\(folder("a")) >\(folder("b")); gzip -1 <\(folder("a")) >>\(folder("b"))"
        #expect(try Tool.run("/bin/sh", ["-c", command]).status == 0)
        let packed = Array(try Data(contentsOf: URL(filePath: folder("b"))))
        for size in [packed.count, 1, 7, 4096] where packed.count / size < 20_000 {
            var gunzip = try Gunzip()
            var result: [UInt8] = []
            var at = 0
            while at < packed.count {
                let end = min(at + size, packed.count)
                try gunzip.push(Array(packed[at..<end])) { (piece) throws(GzipError) in result.append(contentsOf: piece)
                }
                at = end
            }
            try gunzip.finish()
            #expect(result == bytes + bytes, "pieces of \(size)")
        }
    }

    @Test func damageIsNamed() throws {
        let packed = try Gzip.whole(Array("some text that is long enough to be damaged".utf8))
        #expect(throws: GzipError.cutOff) { try Gunzip.whole(Array(packed.dropLast(3)), limit: 1 << 20) }
        var damaged = packed
        damaged[damaged.count - 6] ^= 1
        #expect(throws: GzipError.damaged) { try Gunzip.whole(damaged, limit: 1 << 20) }
        #expect(throws: GzipError.damaged) { try Gunzip.whole(Array("plain".utf8), limit: 1 << 20) }
        let bomb = try Gzip.whole([UInt8](repeating: 0, count: 4 << 20))
        #expect(throws: GzipError.tooLarge) { try Gunzip.whole(bomb, limit: 1 << 20) }
    }

    @Test func theChecksumIsThatOfZip() {
        #expect(Array("123456789".utf8).withUnsafeBytes { crc32(of: $0) } == 0xCBF4_3926)
    }
}
