/// Which lines of two texts differ: Myers' shortest edit script in linear space (An O(ND) Difference Algorithm, 1986),
/// after what both ends have in common, with runs of changes moved as far down as they go, as `diff` does.
struct LineMatching {
    /// For each line whether it is only in that text.
    private(set) var removed: [Bool]
    private(set) var added: [Bool]

    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        removed = Array(repeating: false, count: old.count)
        added = Array(repeating: false, count: new.count)
        var prefix = 0
        while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < min(old.count, new.count) - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
            suffix += 1
        }
        let oldMiddle = old[prefix..<(old.count - suffix)]
        let newMiddle = new[prefix..<(new.count - suffix)]
        var ids: [ArraySlice<UInt8>: Int] = [:]
        func id(_ line: ArraySlice<UInt8>) -> Int {
            if let id = ids[line] { return id }
            ids[line] = ids.count
            return ids.count - 1
        }
        let (left, right) = (oldMiddle.map(id), newMiddle.map(id))
        var script = EditScript(left, right)
        script.run()
        ChangeRuns.slide(&script.removed, &script.added, lines: left)
        ChangeRuns.slide(&script.added, &script.removed, lines: right)
        for (index, isRemoved) in script.removed.enumerated() { removed[prefix + index] = isRemoved }
        for (index, isAdded) in script.added.enumerated() { added[prefix + index] = isAdded }
    }
}

/// Myers' divide and conquer over line numbers that stand for equal lines.
private struct EditScript {
    var removed: [Bool]
    var added: [Bool]
    /// Lines that occur in both texts, with their places; the others are changes whatever the script.
    private let old: [(id: Int, place: Int)]
    private let new: [(id: Int, place: Int)]
    private var forward: [Int]
    private var backward: [Int]
    private let diagonalOffset: Int
    /// Steps of one search after which the best way so far is taken: keeps texts without likeness near linear.
    private let costLimit: Int

    init(_ left: [Int], _ right: [Int]) {
        let (inLeft, inRight) = (Set(left), Set(right))
        removed = left.map { !inRight.contains($0) }
        added = right.map { !inLeft.contains($0) }
        old = left.enumerated().filter { inRight.contains($0.element) }.map { ($0.element, $0.offset) }
        new = right.enumerated().filter { inLeft.contains($0.element) }.map { ($0.element, $0.offset) }
        diagonalOffset = new.count + 1
        forward = Array(repeating: 0, count: old.count + new.count + 3)
        backward = forward
        costLimit = 1_024
    }

    mutating func run() { compare(0..<old.count, 0..<new.count) }

    private mutating func compare(_ left: Range<Int>, _ right: Range<Int>) {
        var (x, y, xEnd, yEnd) = (left.lowerBound, right.lowerBound, left.upperBound, right.upperBound)
        while x < xEnd, y < yEnd, old[x].id == new[y].id { (x, y) = (x + 1, y + 1) }
        while x < xEnd, y < yEnd, old[xEnd - 1].id == new[yEnd - 1].id { (xEnd, yEnd) = (xEnd - 1, yEnd - 1) }
        if x == xEnd {
            for index in y..<yEnd { added[new[index].place] = true }
        } else if y == yEnd {
            for index in x..<xEnd { removed[old[index].place] = true }
        } else {
            let middle = middle(x..<xEnd, y..<yEnd)
            compare(x..<middle.x, y..<middle.y)
            compare(middle.x..<xEnd, middle.y..<yEnd)
        }
    }

    /// A point that a shortest script goes through. Diagonal `d` holds the points with `x - y == d`.
    private mutating func middle(_ left: Range<Int>, _ right: Range<Int>) -> (x: Int, y: Int) {
        let lowest = left.lowerBound - right.upperBound
        let highest = left.upperBound - right.lowerBound
        let forwardStart = left.lowerBound - right.lowerBound
        let backwardStart = left.upperBound - right.upperBound
        let isOdd = (forwardStart - backwardStart) % 2 != 0
        var (forwardMin, forwardMax) = (forwardStart, forwardStart)
        var (backwardMin, backwardMax) = (backwardStart, backwardStart)
        let zero = diagonalOffset
        forward[zero + forwardStart] = left.lowerBound
        backward[zero + backwardStart] = left.upperBound
        var cost = 0
        while true {
            cost += 1
            if forwardMin > lowest {
                forwardMin -= 1
                forward[zero + forwardMin - 1] = -1
            } else {
                forwardMin += 1
            }
            if forwardMax < highest {
                forwardMax += 1
                forward[zero + forwardMax + 1] = -1
            } else {
                forwardMax -= 1
            }
            for d in stride(from: forwardMax, through: forwardMin, by: -2) {
                let (below, above) = (forward[zero + d - 1], forward[zero + d + 1])
                var x = below < above ? above : below + 1
                while x < left.upperBound, x - d < right.upperBound, old[x].id == new[x - d].id { x += 1 }
                forward[zero + d] = x
                if isOdd, backwardMin <= d, d <= backwardMax, backward[zero + d] <= x { return (x, x - d) }
            }
            if backwardMin > lowest {
                backwardMin -= 1
                backward[zero + backwardMin - 1] = .max
            } else {
                backwardMin += 1
            }
            if backwardMax < highest {
                backwardMax += 1
                backward[zero + backwardMax + 1] = .max
            } else {
                backwardMax -= 1
            }
            for d in stride(from: backwardMax, through: backwardMin, by: -2) {
                let (below, above) = (backward[zero + d - 1], backward[zero + d + 1])
                var x = below < above ? below : above - 1
                while left.lowerBound < x, right.lowerBound < x - d, old[x - 1].id == new[x - d - 1].id { x -= 1 }
                backward[zero + d] = x
                if !isOdd, forwardMin <= d, d <= forwardMax, x <= forward[zero + d] { return (x, x - d) }
            }
            guard cost < costLimit else {
                return farthest(left, right, stride(from: forwardMin, through: forwardMax, by: 2))
            }
        }
    }

    /// The point farthest from the start that the forward search reached.
    private func farthest(_ left: Range<Int>, _ right: Range<Int>, _ diagonals: StrideThrough<Int>) -> (x: Int, y: Int)
    {
        var best = (x: left.lowerBound, y: right.lowerBound)
        for d in diagonals {
            let x = min(forward[diagonalOffset + d], left.upperBound)
            let y = x - d
            let point = y > right.upperBound ? (x: right.upperBound + d, y: right.upperBound) : (x: x, y: y)
            if point.x + point.y > best.x + best.y { best = point }
        }
        return best
    }
}

/// Where a run of changes could stand at several places: as far down as it goes, but beside a change of the other text.
private enum ChangeRuns {
    static func slide(_ changed: inout [Bool], _ other: inout [Bool], lines: [Int]) {
        let count = changed.count
        func isOther(_ index: Int) -> Bool { other.indices.contains(index) && other[index] }
        var (at, otherAt) = (0, 0)
        while true {
            while at < count, !changed[at] {
                while isOther(otherAt) { otherAt += 1 }
                (at, otherAt) = (at + 1, otherAt + 1)
            }
            guard at < count else { return }
            var start = at
            while at < count, changed[at] { at += 1 }
            while isOther(otherAt) { otherAt += 1 }
            var beside = count
            var length = -1
            while length != at - start {
                length = at - start
                while start > 0, lines[start - 1] == lines[at - 1] {
                    (start, at) = (start - 1, at - 1)
                    changed[start] = true
                    changed[at] = false
                    while start > 0, changed[start - 1] { start -= 1 }
                    otherAt -= 1
                    while isOther(otherAt) { otherAt -= 1 }
                }
                beside = isOther(otherAt - 1) ? at : count
                while at < count, lines[start] == lines[at] {
                    changed[start] = false
                    changed[at] = true
                    (start, at) = (start + 1, at + 1)
                    while at < count, changed[at] { at += 1 }
                    otherAt += 1
                    while isOther(otherAt) {
                        beside = at
                        otherAt += 1
                    }
                }
            }
            while beside < at {
                (start, at) = (start - 1, at - 1)
                changed[start] = true
                changed[at] = false
                otherAt -= 1
                while isOther(otherAt) { otherAt -= 1 }
            }
        }
    }
}
