import Testing

@testable import MirrorCore

/// Splices that meet at one place.
@Suite struct ByteSpliceTests {
    private func applied(_ splices: [(Range<Int>, String)], in region: Range<Int>? = nil) -> String {
        let splices = splices.map { ByteSplice(range: $0.0, bytes: Array($0.1.utf8)) }
        return String(decoding: Array("abcdef".utf8).applying(splices, in: region), as: UTF8.self)
    }

    @Test func insertionsKeepTheirOrderAndComeBeforeWhatIsReplaced() {
        #expect(applied([(2..<4, "X"), (2..<2, "1"), (2..<2, "2")]) == "ab12Xef")
        #expect(applied([(2..<2, "1"), (2..<4, "X")]) == "ab1Xef")
    }

    @Test func anInsertionAtTheEndOfAReplacementComesBehindIt() {
        #expect(applied([(4..<4, "1"), (2..<4, "X")]) == "abX1ef")
    }

    @Test func aRegionIsAllThatComesOut() {
        #expect(applied([(2..<3, "")], in: 1..<4) == "bd")
        #expect(applied([], in: 1..<4) == "bcd")
    }
}
