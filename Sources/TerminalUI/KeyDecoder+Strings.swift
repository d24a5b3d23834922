import Wizard

/// What lies between two markers: a bracketed paste, and strings that are not for us.
extension KeyDecoder {
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    mutating func pasteStep(_ at: Int, _ keys: inout [Key]) -> Int? {
        guard let escape = buffer[at...].firstIndex(of: 0x1B) else {
            keepPasted(buffer[at...])
            return buffer.count - at
        }
        keepPasted(buffer[at..<escape])
        let rest = buffer[escape...].prefix(Self.pasteEnd.count)
        if rest.elementsEqual(Self.pasteEnd) {
            mode = .keys
            keys += takePaste()
            return escape - at + Self.pasteEnd.count
        }
        guard Self.pasteEnd.starts(with: rest) else {
            keepPasted(buffer[escape...escape])
            return escape - at + 1
        }
        // Perhaps the end marker, split between two reads.
        return escape == at ? nil : escape - at
    }

    mutating func keepPasted(_ bytes: ArraySlice<UInt8>) {
        let room = max(0, Self.pasteLimit - pasted.count)
        if bytes.count > room { isPasteCut = true }
        pasted += bytes.prefix(room)
    }

    /// The pasted text: line ends as `\n`, no control characters but tab.
    mutating func takePaste() -> [Key] {
        defer {
            pasted = []
            isPasteCut = false
        }
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: pasted, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0D: text.append("\n")
            case 0x0A: if !afterReturn { text.append("\n") }
            case 0x09, 0x20..<0x7F, 0xA0...: text.append(scalar)
            default: break
            }
            afterReturn = scalar == "\r"
        }
        return [.paste(String(text))] + (isPasteCut ? [.pasteCut] : [])
    }

    /// Ends with BEL or ST, or with the ESC of whatever comes next.
    mutating func stringStep(_ at: Int) -> Int? {
        switch buffer[at] {
        case 0x07:
            mode = .keys
            return 1
        case 0x1B:
            guard at + 1 < buffer.count else { return nil }
            mode = .keys
            return buffer[at + 1] == 0x5C ? 2 : 0
        default: return 1
        }
    }

    static func asciiKey(_ byte: UInt8) -> Character? {
        (0x20..<0x7F).contains(byte) ? Character(Unicode.Scalar(byte)) : nil
    }

    /// A key that is one byte below 0x80 and not ESC.
    static func plainKey(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: .tab
        // A terminal in raw mode sends CR; LF is Ctrl-J, and what scripts send.
        case 0x0A, 0x0D: .enter
        // Some terminals still send Ctrl-H for the backspace key.
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1B..<0x20: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .character(Character(Unicode.Scalar(byte)))
        }
    }
}
