import Wizard

/// A paste without marks, from a terminal that has none (a serial console, `screen`): its line ends must not press Enter.
///
/// What one read brings is a paste when it holds a line end behind a printable character, at least `least` printable
/// characters, and no control character but tab and line ends; what follows without a pause belongs to it. Keys that were
/// typed ahead come a few at a time. One line with its end may be either: the end goes on to the next field, and begins
/// nothing (`Key.lineEnd`). Line ends at the very beginning are Enter: they were pressed before the next text.
extension KeyDecoder {
    /// Fewer are believed to have been typed while the program or the line was slow.
    static let least = 8
    private static let interrupt: [UInt8] = [0x03]

    /// - Returns: whether all that was read belongs to a paste.
    mutating func takeBurst(_ keys: inout [Key]) -> Bool {
        switch mode {
        case .burst where buffer == Self.interrupt:
            keys += flushBurst()
            return false
        case .burst: break
        case .keys:
            let text = buffer.drop(while: Self.isLineEnd)
            guard Self.isBurst(text) else { return false }
            keys += Array(repeating: .enter, count: buffer.count - text.count)
            buffer.removeFirst(buffer.count - text.count)
            mode = .burst
        default: return false
        }
        keepPasted(buffer[...])
        buffer = []
        return true
    }

    mutating func flushBurst() -> [Key] {
        mode = .keys
        let keys = takePaste()
        guard case .paste(let text) = keys.first, text.last == "\n", !text.dropLast().contains("\n") else {
            return keys
        }
        return [.paste(String(text.dropLast())), .lineEnd] + keys.dropFirst()
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }

    private static func isBurst(_ text: ArraySlice<UInt8>) -> Bool {
        var printable = 0
        var hasLineEnd = false
        for byte in text {
            switch byte {
            case 0x0D, 0x0A: hasLineEnd = true
            case 0x09, 0x80..<0xC0: break
            case 0..<0x20, 0x7F: return false
            default: printable += 1
            }
        }
        return hasLineEnd && printable >= least
    }
}
