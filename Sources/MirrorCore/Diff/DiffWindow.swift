/// The part of two texts that a diff has to look at: without the lines that both begin and end with, but for the context.
/// Of a file of 100,000 lines in which one changed, the others need not become 100,000 slices.
struct DiffWindow: Equatable {
    let old: Range<Int>
    let new: Range<Int>
    /// Lines before the window, the same in both.
    let linesBefore: Int

    private static let lineFeed = UInt8(ascii: "\n")

    init(_ old: [UInt8], _ new: [UInt8], context: Int) {
        (self.old, self.new, linesBefore) = old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                let shorter = min(old.count, new.count)
                var same = 0
                while same < shorter, old[same] == new[same] { same += 1 }
                while same > 0, old[same - 1] != Self.lineFeed { same -= 1 }
                // A line that is equal to its end in both is part of what they begin with.
                var tail = 0
                while tail < shorter - same, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
                while tail > 0, !Self.beginsLine(old, old.count - tail) || !Self.beginsLine(new, new.count - tail) {
                    tail -= 1
                }
                let start = Self.back(old, from: same, lines: context)
                let rest = Self.forward(old, from: old.count - tail, lines: context)
                let dropped = old.count - rest
                var lines = 0
                for offset in 0..<start where old[offset] == Self.lineFeed { lines += 1 }
                return (start..<rest, start..<(new.count - dropped), lines)
            }
        }
    }

    private static func beginsLine(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        offset == 0 || text[offset - 1] == lineFeed
    }

    /// Where the line begins that is so many lines before an offset at which a line begins.
    private static func back(_ text: UnsafeBufferPointer<UInt8>, from offset: Int, lines: Int) -> Int {
        var (at, left) = (offset, lines)
        while at > 0, left > 0 {
            at -= 1
            while at > 0, text[at - 1] != lineFeed { at -= 1 }
            left -= 1
        }
        return at
    }

    private static func forward(_ text: UnsafeBufferPointer<UInt8>, from offset: Int, lines: Int) -> Int {
        var (at, left) = (offset, lines)
        while at < text.count, left > 0 {
            while at < text.count, text[at] != lineFeed { at += 1 }
            at = min(text.count, at + 1)
            left -= 1
        }
        return at
    }
}
