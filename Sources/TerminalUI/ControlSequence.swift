import Wizard

/// A CSI sequence behind its `ESC [`.
///
/// Sources: XTerm Control Sequences (PC-style and VT220 function keys, SGR mouse, modifyOtherKeys), terminfo of
/// linux and rxvt, the kitty keyboard protocol for `u`.
struct ControlSequence {
    enum Reading {
        case complete(ControlSequence, length: Int)
        case unfinished
        /// Not a sequence after `length` bytes, which are dropped.
        case broken(length: Int)
    }

    private(set) var leader: UInt8 = 0
    /// The parameters before the final byte, `;` between; sub-parameters behind `:` are dropped.
    private(set) var parameters: [Int] = []
    private(set) var final: UInt8 = 0

    static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        guard let first = bytes.first else { return .unfinished }
        let start = bytes.startIndex
        switch first {
        case 0x5B:
            // Linux console: ESC [ [ A is F1.
            guard bytes.count > 1 else { return .unfinished }
            guard (0x41...0x45).contains(bytes[start + 1]) else { return .broken(length: 1) }
            return .complete(ControlSequence(leader: 0x5B, final: bytes[start + 1]), length: 2)
        case 0x4D:
            // X10 mouse, three bytes that may look like letters.
            return bytes.count > 3 ? .broken(length: 4) : .unfinished
        default: break
        }
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x3F: continue
            case 0x24 where first < 0x3A && first >= 0x30:
                // rxvt ends shifted keys with $, which elsewhere stands before the final byte.
                return complete(bytes[start..<index], final: byte)
            case 0x20...0x2F: continue
            case 0x40...0x7E: return complete(bytes[start..<index], final: byte)
            default: return .broken(length: index - start)
            }
        }
        return .unfinished
    }

    private static func complete(_ body: ArraySlice<UInt8>, final: UInt8) -> Reading {
        var sequence = ControlSequence(leader: 0, final: final)
        var digits = body
        if let first = body.first, (0x3C...0x3F).contains(first) {
            sequence.leader = first
            digits = body.dropFirst()
        }
        sequence.parameters = digits.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
            var value = 0
            for byte in field.prefix(while: { (0x30...0x39).contains($0) }).prefix(8) {
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        return .complete(sequence, length: body.count + 1)
    }

    private init(leader: UInt8, final: UInt8) {
        self.leader = leader
        self.final = final
    }

    var isPasteStart: Bool { leader == 0 && final == 0x7E && parameters.first == 200 }

    /// `nil` for what is no key of ours: focus reports, answers, mouse motion, a stray paste end.
    var key: Key? {
        switch leader {
        case 0x5B: .function(Int(final) - 0x40)
        case 0x3C: mouseKey
        case 0:
            switch final {
            case 0x7E, 0x24, 0x5E, 0x40: numberedKey
            case 0x75: codepointKey(parameters.first ?? 0, modifier: parameter(1), shifted: false)
            // rxvt with Shift
            case 0x61: .shiftUp
            case 0x62: .shiftDown
            case 0x63, 0x64: Self.cursorKey(final - 0x20)
            case 0x41 where parameter(1) == Self.shift: .shiftUp
            case 0x42 where parameter(1) == Self.shift: .shiftDown
            default: Self.cursorKey(final)
            }
        default: nil
        }
    }

    /// The modifier as xterm counts it.
    private static let shift = 2

    private func parameter(_ index: Int) -> Int { index < parameters.count ? parameters[index] : 0 }

    private var numberedKey: Key? {
        switch parameter(0) {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case let number where (11...15).contains(number): .function(number - 10)
        case let number where (17...21).contains(number): .function(number - 11)
        case let number where (23...24).contains(number): .function(number - 12)
        case 27: codepointKey(parameter(2), modifier: parameter(1), shifted: true)
        default: nil
        }
    }

    static func cursorKey(_ final: UInt8) -> Key? {
        switch final {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x5A: .backTab
        case 0x50...0x53: .function(Int(final) - 0x4F)
        default: nil
        }
    }

    /// SS3: cursor and function keys, and the numeric pad in application mode.
    static func applicationKey(_ final: UInt8) -> Key? {
        switch final {
        case 0x4D: .enter
        case 0x49: .tab
        case 0x58: .character("=")
        case 0x61...0x64: cursorKey(final - 0x20)
        case 0x6A...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
        default: cursorKey(final)
        }
    }
}
