/// A line editor over characters: the text lives in the answers, the cursor here.
package enum TextEditing {
    /// In characters. Longer input is cut; no endpoint and no path is that long.
    package static let limit = 4096

    /// Its keys but for what is typed and pasted.
    static let keys: [Key] = [
        .left, .right, .home, .end, .backspace, .delete, .control("a"), .control("e"), .control("d"), .control("k"),
        .control("u"), .control("w"),
    ]

    /// Any other key changes nothing.
    package static func handle(_ key: Key, text: inout String, cursor: inout Int) {
        cursor = min(max(0, cursor), text.count)
        switch key {
        case .character(let character): insert(String(character), &text, &cursor)
        // A paste is one line: line ends at its edges come with copying from a page.
        case .paste(let pasted): insert(pasted.singleLine, &text, &cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .backspace: if cursor > 0 { remove(from: cursor - 1, to: cursor, &text, &cursor) }
        case .delete, .control("d"): remove(from: cursor, to: cursor + 1, &text, &cursor)
        case .control("k"): remove(from: cursor, to: text.count, &text, &cursor)
        case .control("u"): remove(from: 0, to: cursor, &text, &cursor)
        case .control("w"): remove(from: wordStart(text, before: cursor), to: cursor, &text, &cursor)
        default: break
        }
    }

    private static func insert(_ new: String, _ text: inout String, _ cursor: inout Int) {
        let before = text.count
        let room = max(0, limit - before)
        let at = text.index(text.startIndex, offsetBy: cursor)
        text.insert(contentsOf: new.prefix(room), at: at)
        // A combining mark joins its neighbour, so the count says how far the cursor moved.
        cursor += text.count - before
    }

    private static func remove(from: Int, to: Int, _ text: inout String, _ cursor: inout Int) {
        let upper = min(to, text.count)
        guard from < upper else { return }
        let range = text.index(text.startIndex, offsetBy: from)..<text.index(text.startIndex, offsetBy: upper)
        text.removeSubrange(range)
        cursor = min(from, text.count)
    }

    /// The start of the word, path component or host part before the cursor.
    private static func wordStart(_ text: String, before cursor: Int) -> Int {
        let characters = Array(text)
        var at = cursor
        func isBreak(_ character: Character) -> Bool { " /:.,".contains(character) }
        while at > 0, isBreak(characters[at - 1]) { at -= 1 }
        while at > 0, !isBreak(characters[at - 1]) { at -= 1 }
        return at
    }
}

extension String {
    /// Control characters and line ends become blanks, and none stay at the edges.
    fileprivate var singleLine: String {
        var text = String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
        text.unicodeScalars.removeAll { $0.value < 0x20 || $0.value == 0x7F }
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
