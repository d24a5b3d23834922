import Wizard

/// Keys spelled as code points, and the mouse.
extension ControlSequence {
    /// modifyOtherKeys (`CSI 27 ; modifier ; code ~`, `shifted`) and CSI u (`CSI code ; modifier u`).
    func codepointKey(_ code: Int, modifier: Int, shifted: Bool) -> Key? {
        // 1 plus a bit set: 1 Shift, 2 Alt, 4 Ctrl.
        let bits = max(0, modifier - 1)
        switch code {
        case 9: return bits & 1 != 0 ? .backTab : .tab
        case 13: return .enter
        case 27: return .escape
        case 8, 127: return bits & 2 != 0 ? .alt("\u{7F}") : .backspace
        // The private use area names keys that have no character.
        case 0xE000...0xF8FF: return nil
        default: break
        }
        guard code >= 0x20, !(0x7F..<0xA0).contains(code), let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
        var character = Character(scalar)
        if bits & 4 != 0 {
            return scalar.isASCII ? .control(Character(character.lowercased())) : nil
        }
        if bits & 1 != 0, !shifted, let upper = character.uppercased().first { character = upper }
        return bits & 2 != 0 ? .alt(character) : .character(character)
    }

    /// SGR mouse: `CSI < buttons ; column ; row M`, `m` for a release; from 1.
    var mouseKey: Key? {
        guard final == 0x4D, parameters.count == 3, parameters[1] > 0, parameters[2] > 0 else { return nil }
        let row = parameters[2] - 1
        let column = parameters[1] - 1
        // 4, 8 and 16 are Shift, Alt and Ctrl; 32 is motion.
        switch parameters[0] & ~0b1_1100 {
        case 0: return .click(row: row, column: column)
        case 64: return .scroll(row: row, column: column, up: true)
        case 65: return .scroll(row: row, column: column, up: false)
        default: return nil
        }
    }
}
