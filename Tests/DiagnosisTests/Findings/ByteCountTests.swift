import Diagnosis
import Testing
import Texts

@Suite struct ByteCountTests {
    @Test func unitsAreCutNotRounded() {
        let rows: [(Int, String)] = [
            (0, "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (1 << 20, "1 MiB"), ((1 << 20) + (1 << 19), "1.5 MiB"),
            ((2 << 20) - 1, "1.9 MiB"), (150 << 20, "150 MiB"), (2 << 30, "2 GiB"),
        ]
        for (bytes, text) in rows { #expect(byteCount(bytes) == text) }
    }
}
