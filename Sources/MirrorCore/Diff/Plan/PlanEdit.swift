import Containerd
import FoundationEssentials

/// A change of a file as one replaced range, exact to the byte.
package struct PlanEdit: Equatable, Sendable, Codable {
    /// From the file's first byte.
    package let offset: Int
    /// How many bytes go.
    package let length: Int
    /// What comes in their place.
    package let bytes: Data
    /// SHA-256 of the file that results.
    package let result: String

    package init(from old: [UInt8], to new: [UInt8]) {
        let limit = min(old.count, new.count)
        var start = 0
        while start < limit, old[start] == new[start] { start += 1 }
        var end = 0
        while end < limit - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        offset = start
        length = old.count - end - start
        bytes = Data(new[start..<new.count - end])
        result = SHA256.hex(new)
    }

    /// - Returns: `nil` when the result is not the one that was planned.
    package func applied(to old: [UInt8]) -> [UInt8]? {
        guard offset >= 0, length >= 0, offset <= old.count, length <= old.count - offset else { return nil }
        let new = old[..<offset] + Array(bytes) + old[(offset + length)...]
        return SHA256.hex(Array(new)) == result ? Array(new) : nil
    }
}
