/// Byte offsets of Unicode scalars: libyaml counts those, splices need bytes.
struct ScalarOffsets {
    /// Byte offset of every 256th scalar; empty when all are ASCII, where both counts agree.
    private let checkpoints: [Int]
    private static let step = 256

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            checkpoints = []
            return
        }
        var found: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count % Self.step == 0 { found.append(offset) }
            count += 1
        }
        checkpoints = found
    }

    func byteOffset(of scalar: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard !checkpoints.isEmpty else { return min(scalar, bytes.count) }
        let checkpoint = scalar / Self.step
        guard checkpoint < checkpoints.count else { return bytes.count }
        var offset = checkpoints[checkpoint]
        var left = scalar % Self.step
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
