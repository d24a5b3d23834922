import Wizard

/// Bytes of a terminal → keys. Pure: the loop owns the clock and says when an unfinished sequence is over.
///
/// Understands the sequences of xterm, the VT family, rxvt, the Linux console and tmux, and swallows what it does not
/// know. Bytes may be split anywhere between two calls.
package struct KeyDecoder: Sendable {
    /// For what the decoder holds bytes back, and so how long the loop may wait for the rest.
    package enum Pending: Equatable, Sendable {
        case nothing
        /// A lone ESC: the key, or the head of a sequence. Wait for ESCDELAY.
        case escape
        /// A sequence or a character that certainly has a rest.
        case sequence
        case paste
        /// A paste without marks: over when nothing more comes.
        case burst
    }

    /// Longer pastes are cut; the rest up to the end marker is dropped.
    package static let pasteLimit = 1 << 20
    /// No known sequence is longer; a longer one is dropped up to its final byte.
    static let sequenceLimit = 64

    var buffer: [UInt8] = []
    var mode: Mode = .keys
    var pasted: [UInt8] = []
    var isPasteCut = false

    enum Mode: Equatable {
        case keys, paste, burst
        /// An overlong CSI, up to its final byte.
        case skippedSequence
        /// DCS, OSC, APC, PM: an answer of the terminal to somebody else's question.
        case string
    }

    package init() {}

    package var pending: Pending {
        switch mode {
        case .paste: .paste
        case .burst: .burst
        case .skippedSequence, .string: .sequence
        case .keys: buffer.isEmpty ? .nothing : buffer == [0x1B] ? .escape : .sequence
        }
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        buffer.append(contentsOf: bytes)
        var keys: [Key] = []
        if takeBurst(&keys) { return keys }
        var at = 0
        while at < buffer.count, let used = step(at, &keys) { at += used }
        buffer.removeFirst(at)
        return keys
    }

    /// The time for the rest is over: what was held back is what was pressed, or nothing.
    package mutating func flush() -> [Key] {
        defer {
            buffer = []
            mode = .keys
        }
        switch mode {
        case .paste:
            keepPasted(buffer[...])
            return takePaste()
        case .burst: return flushBurst()
        case .skippedSequence, .string: return []
        case .keys: break
        }
        // Esc, Esc Esc, Alt-[ and the like; a longer head of a sequence was never a key.
        if buffer.allSatisfy({ $0 == 0x1B }) { return buffer.map { _ in .escape } }
        guard buffer.count == 2, buffer[0] == 0x1B, let key = Self.asciiKey(buffer[1]) else { return [] }
        return [.alt(key)]
    }

    /// Consumes what stands at `at`.
    ///
    /// - Returns: how many bytes, or `nil` when more are needed.
    private mutating func step(_ at: Int, _ keys: inout [Key]) -> Int? {
        switch mode {
        case .paste: return pasteStep(at, &keys)
        case .burst: return nil
        case .string: return stringStep(at)
        case .skippedSequence:
            if (0x40...0x7E).contains(buffer[at]) { mode = .keys }
            return 1
        case .keys: break
        }
        let byte = buffer[at]
        if byte == 0x1B { return escapeStep(at, &keys) }
        if byte < 0x80 {
            keys.append(Self.plainKey(byte))
            return 1
        }
        return characterStep(at) { keys.append(.character($0)) }
    }

    private mutating func escapeStep(_ at: Int, _ keys: inout [Key]) -> Int? {
        guard at + 1 < buffer.count else { return nil }
        let next = buffer[at + 1]
        switch next {
        case 0x5B: return sequenceStep(at, &keys)
        case 0x4F: return applicationStep(at, &keys)
        case 0x50, 0x5D, 0x5E, 0x5F:
            // P ] ^ _ with nothing after it is Alt and that key, which flush says.
            guard at + 2 < buffer.count else { return nil }
            mode = .string
            return 2
        case 0x1B:
            // rxvt sends Alt-Up as ESC ESC [ A; Esc pressed twice is two keys.
            guard at + 2 < buffer.count else { return nil }
            if buffer[at + 2] != 0x5B, buffer[at + 2] != 0x4F { keys.append(.escape) }
            return 1
        case 0x7F: keys.append(.alt("\u{7F}"))
        case 0x20..<0x7F: keys.append(.alt(Character(Unicode.Scalar(next))))
        case 0..<0x20:
            keys.append(.escape)
            return 1
        default:
            return characterStep(at + 1) { keys.append(.alt($0)) }.map { $0 + 1 }
        }
        return 2
    }

    private mutating func sequenceStep(_ at: Int, _ keys: inout [Key]) -> Int? {
        switch ControlSequence.read(buffer[(at + 2)...]) {
        case .unfinished:
            guard buffer.count - at > Self.sequenceLimit else { return nil }
            mode = .skippedSequence
            return buffer.count - at
        case .broken(let length): return 2 + length
        case .complete(let sequence, let length):
            if sequence.isPasteStart {
                mode = .paste
            } else if 2 + length <= Self.sequenceLimit, let key = sequence.key {
                keys.append(key)
            }
            return 2 + length
        }
    }

    /// SS3: `ESC O` and a letter, in old terminals with a modifier's digit between.
    private func applicationStep(_ at: Int, _ keys: inout [Key]) -> Int? {
        guard var index = Optional(at + 2), index < buffer.count else { return nil }
        while (0x30...0x3B).contains(buffer[index]) {
            index += 1
            guard index < buffer.count else { return index - at > Self.sequenceLimit ? index - at : nil }
        }
        guard (0x20..<0x7F).contains(buffer[index]) else { return index - at }
        if let key = ControlSequence.applicationKey(buffer[index]) { keys.append(key) }
        return index - at + 1
    }

    /// One UTF-8 character; a broken one is dropped without its neighbours.
    private func characterStep(_ at: Int, _ emit: (Character) -> Void) -> Int? {
        let length: Int
        switch buffer[at] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 1
        }
        for offset in 1..<length {
            guard at + offset < buffer.count else { return nil }
            guard (0x80...0xBF).contains(buffer[at + offset]) else { return offset }
        }
        if let text = String(validating: buffer[at..<at + length], as: UTF8.self), let character = text.first,
            !(0x80..<0xA0).contains(character.unicodeScalars.first?.value ?? 0x80)
        {
            emit(character)
        }
        return length
    }
}
