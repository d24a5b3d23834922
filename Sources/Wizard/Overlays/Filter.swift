import Texts

/// Typing that finds something in a list.
enum Filter {
    /// Letters, a paste, Backspace.
    static let typing = KeyBinding(matching: { $0.isTyped || $0 == .backspace || $0 == .control("u") }) { state, key in
        var cursor = state.asking.filter.count
        TextEditing.handle(key, text: &state.asking.filter, cursor: &cursor)
        state.asking.row = 0
        state.preview.scroll = 0
        return []
    }

    static func rows(_ count: @escaping @Sendable (WizardState) -> Int) -> KeyBinding {
        KeyBinding("↑↓", [.up, .down], hint: "choose", help: nil, when: { count($0) > 1 }) { state, key in
            let last = count(state) - 1
            state.asking.row = max(0, min(state.asking.row + (key == .up ? -1 : 1), last))
            return []
        }
    }

    /// Whether a text has all the words that were typed.
    static func matches(_ text: String, _ filter: String) -> Bool {
        let text = text.lowercased()
        return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }

    /// The line that shows what was typed, with the cursor behind it.
    static func add(_ state: WizardState, to body: inout Body) {
        let shown = shortenedAtFront(printable(state.asking.filter), width: body.width - 4)
        body.cursor = Point(row: body.nextLine, column: 2 + DisplayWidth.of(shown))
        body.add([Span("/ ", .key), Span(shown, .value), Span(" ", .focus)])
    }

    /// As many rows as fit, the chosen one among them.
    static func window(_ count: Int, row: Int, height: Int) -> Range<Int> {
        let height = max(1, height)
        let first = max(0, min(row - height / 2, count - height))
        return first..<min(count, first + height)
    }
}
