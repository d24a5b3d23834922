import Diagnosis
import TestSupport
import Testing

@Suite struct TarReaderTests {
    private static let entries = [
        TarArchive.Entry("a", []), TarArchive.Entry("b/c", [1, 2, 3]),
        TarArchive.Entry("d", [UInt8](repeating: 7, count: 512)),
        TarArchive.Entry("e", [UInt8](repeating: 9, count: 1500)),
    ]

    @Test func piecesOfAnySizeAreTheSameArchive() throws {
        let bytes = TarArchive.write(Self.entries) + [1, 2, 3]
        var generator = SeededGenerator(seed: 3)
        for most in [1, 7, 511, 512, 513, 5000] {
            var reader = TarReader()
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...most, using: &generator))
                try reader.push(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(try reader.finish() == Self.entries)
        }
    }

    /// The end is an empty block; before it everything is missing something.
    @Test func aCutOffArchiveIsNone() throws {
        let bytes = TarArchive.write(Self.entries)
        for count in stride(from: 0, through: bytes.count - 1024, by: 100) {
            #expect(throws: count < 512 ? TarArchive.Failure.notTar : .cutOff) {
                try TarArchive.read(Array(bytes.prefix(count)))
            }
        }
    }
}
