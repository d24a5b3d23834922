/// The difference of two texts as hunks of lines, as `diff -u` shows it.
package struct UnifiedDiff: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package enum Kind: String, Equatable, Sendable {
            case context = " "
            case removed = "-"
            case added = "+"
        }

        package let kind: Kind
        /// Without its line feed; a carriage return before it stays. A part of the text: there may be a million of them.
        package let bytes: ArraySlice<UInt8>
        /// False for a last line that does not end in one.
        package let hasLineFeed: Bool
        // 0 where the text does not have the line.
        private let (old, new): (UInt32, UInt32)

        /// From 1, in the text that has the line.
        package var oldNumber: Int? { old == 0 ? nil : Int(old) }
        package var newNumber: Int? { new == 0 ? nil : Int(new) }

        init(kind: Kind, bytes: ArraySlice<UInt8>, hasLineFeed: Bool, oldNumber: Int?, newNumber: Int?) {
            self.kind = kind
            self.bytes = bytes
            self.hasLineFeed = hasLineFeed
            (old, new) = (UInt32(clamping: oldNumber ?? 0), UInt32(clamping: newNumber ?? 0))
        }

        /// For a screen: what is not UTF-8 becomes U+FFFD; control characters stay.
        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    package struct Hunk: Equatable, Sendable {
        /// From 1; of an empty range the line before it.
        package let oldStart: Int
        package let oldCount: Int
        package let newStart: Int
        package let newCount: Int
        package let lines: [Line]

        /// `@@ -1,3 +1,4 @@`
        package var header: String { "@@ -\(Self.range(oldStart, oldCount)) +\(Self.range(newStart, newCount)) @@" }

        private static func range(_ start: Int, _ count: Int) -> String {
            count == 1 ? "\(start)" : "\(start),\(count)"
        }
    }

    /// What `diff` says after a last line without a line feed.
    package static let noLineFeed = "\\ No newline at end of file"

    package let hunks: [Hunk]

    package var isEmpty: Bool { hunks.isEmpty }
    package var addedCount: Int { count(.added) }
    package var removedCount: Int { count(.removed) }

    private func count(_ kind: Line.Kind) -> Int {
        hunks.reduce(0) { $0 + $1.lines.count { $0.kind == kind } }
    }

    init(hunks: [Hunk]) { self.hunks = hunks }

    /// - Parameter context: unchanged lines shown around a change.
    package init(old: [UInt8], new: [UInt8], context: Int = 3) {
        guard old != new else {
            hunks = []
            return
        }
        let window = DiffWindow(old, new, context: max(0, context))
        let (oldLines, newLines) = (Self.lines(of: old[window.old]), Self.lines(of: new[window.new]))
        let matching = LineMatching(oldLines, newLines)
        hunks = Self.hunks(oldLines, newLines, matching, after: window.linesBefore, context: max(0, context))
    }

    /// Lines with their line feeds.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// One change: lines of the old text that lines of the new one stand for.
    private struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    private static func hunks(
        _ old: [ArraySlice<UInt8>],
        _ new: [ArraySlice<UInt8>],
        _ matching: LineMatching,
        after linesBefore: Int,
        context: Int
    ) -> [Hunk] {
        var groups: [[Change]] = []
        for change in changes(matching) {
            if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
        return groups.map { hunk($0, old, new, after: linesBefore, context: context) }
    }

    private static func changes(_ matching: LineMatching) -> [Change] {
        var changes: [Change] = []
        var (x, y) = (0, 0)
        while x < matching.removed.count || y < matching.added.count {
            let (xStart, yStart) = (x, y)
            while x < matching.removed.count, matching.removed[x] { x += 1 }
            while y < matching.added.count, matching.added[y] { y += 1 }
            if x > xStart || y > yStart {
                changes.append(Change(old: xStart..<x, new: yStart..<y))
            } else {
                (x, y) = (x + 1, y + 1)
            }
        }
        return changes
    }

    private static func hunk(
        _ changes: [Change],
        _ old: [ArraySlice<UInt8>],
        _ new: [ArraySlice<UInt8>],
        after linesBefore: Int,
        context: Int
    ) -> Hunk {
        var lines: [Line] = []
        func add(_ kind: Line.Kind, _ line: ArraySlice<UInt8>, old: Int?, new: Int?) {
            let hasLineFeed = line.last == UInt8(ascii: "\n")
            lines.append(
                Line(
                    kind: kind,
                    bytes: hasLineFeed ? line.dropLast() : line,
                    hasLineFeed: hasLineFeed,
                    oldNumber: old.map { $0 + linesBefore },
                    newNumber: new.map { $0 + linesBefore }
                )
            )
        }
        let before = min(context, changes[0].old.lowerBound)
        var (x, y) = (changes[0].old.lowerBound - before, changes[0].new.lowerBound - before)
        let (xStart, yStart) = (x, y)
        func addContext(until end: Int) {
            while x < end {
                add(.context, old[x], old: x + 1, new: y + 1)
                (x, y) = (x + 1, y + 1)
            }
        }
        for change in changes {
            addContext(until: change.old.lowerBound)
            for index in change.old { add(.removed, old[index], old: index + 1, new: nil) }
            for index in change.new { add(.added, new[index], old: nil, new: index + 1) }
            (x, y) = (change.old.upperBound, change.new.upperBound)
        }
        addContext(until: min(old.count, x + context))
        return Hunk(
            oldStart: linesBefore + (x > xStart ? xStart + 1 : xStart),
            oldCount: x - xStart,
            newStart: linesBefore + (y > yStart ? yStart + 1 : yStart),
            newCount: y - yStart,
            lines: lines
        )
    }
}

extension UnifiedDiff {
    /// The text that `diff -u --label OLD --label NEW` prints; empty when nothing differs.
    package func rendered(oldName: String, newName: String) -> [UInt8] {
        guard !isEmpty else { return [] }
        var bytes = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
        for hunk in hunks {
            bytes += Array(hunk.header.utf8) + [0x0A]
            for line in hunk.lines {
                bytes += Array(line.kind.rawValue.utf8) + line.bytes + [0x0A]
                if !line.hasLineFeed { bytes += Array((Self.noLineFeed + "\n").utf8) }
            }
        }
        return bytes
    }
}
