/// Bytes that stand in for a range of a text's bytes; an empty range inserts.
struct ByteSplice: Equatable, Sendable {
    let range: Range<Int>
    let bytes: [UInt8]
}

extension [UInt8] {
    /// The bytes of `region` with the splices in it applied; splices must not overlap. Insertions at one offset keep
    /// their order and come before what replaces the bytes that follow.
    func applying(_ splices: [ByteSplice], in region: Range<Int>? = nil) -> [UInt8] {
        let region = region ?? 0..<count
        let ordered = splices.enumerated().sorted { left, right in
            let (a, b) = (left.element.range, right.element.range)
            return (a.lowerBound, a.isEmpty ? 0 : 1, left.offset) < (b.lowerBound, b.isEmpty ? 0 : 1, right.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(region.count + splices.reduce(0) { $0 + $1.bytes.count })
        var at = region.lowerBound
        for (_, splice) in ordered {
            if at < splice.range.lowerBound, splice.range.lowerBound <= count {
                result += self[at..<splice.range.lowerBound]
            }
            result += splice.bytes
            at = Swift.max(at, splice.range.upperBound)
        }
        if at < region.upperBound { result += self[at..<region.upperBound] }
        return result
    }
}
