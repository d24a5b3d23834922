import MirrorCore
import Texts

@testable import Wizard

/// What the key line and help promise, tried.
enum KeyLaw {
    /// What a person might press that is no letter.
    static let pressed: [Key] =
        [
            .enter, .tab, .backTab, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
            .backspace, .delete,
        ] + (1...12).map(Key.function) + "abcdefghijklmnopqrstuvwxyz".map(Key.control)
        + "bfd1".map(Key.alt)

    static func does(_ key: Key, _ state: WizardState) -> Bool {
        var after = state
        return !reduce(&after, .key(key)).isEmpty || after != state
    }

    /// Keys on the key line of which none does anything.
    static func lies(_ state: WizardState) -> [String] {
        state.keyLine.filter { binding in !binding.keys.contains { does($0, state) } }
            .map {
                "\(state.step), \(state.currentField?.id.rawValue ?? "-"): \($0.name) \($0.hint ?? "") does nothing"
            }
    }

    /// The cursor stands on the focused item: on the row that shows the focus.
    static func lostCursor(_ state: WizardState) -> String? {
        let screen = view(state, Catalogue.named(state.language) ?? .english)
        let place = "\(state.step), \(state.currentField?.id.rawValue ?? "-")"
        guard let cursor = screen.cursor else { return "\(place): no cursor" }
        guard state.currentField != nil, state.overlay == nil else { return nil }
        let marked: Set<StyleRole> = [.focus, .selected, .stepCurrent, .cursorLine]
        let styles = (0..<screen.size.columns).map { screen[cursor.row, $0].style }
        // Above are the title and the rail, and below them a line where there are no boxes.
        return cursor.row > (state.isWide ? 1 : 2) && styles.contains(where: marked.contains)
            ? nil : "\(place): the cursor is at \(cursor), and there is no focus"
    }

    /// Keys that do something and are not on F1.
    static func secrets(_ state: WizardState) -> [String] {
        guard state.overlay == nil else { return [] }
        let isText = state.currentField?.binding != nil
        let keys = pressed + (isText ? [] : " abcdnNxzZ/[]<>?".map(Key.character))
        let known = Set(state.helpLines)
        return keys.filter { key in
            guard does(key, state) else { return false }
            let binding = state.keyLayers.lazy.compactMap { $0.first(for: key, state) }.first
            // What is typed is no key.
            if binding?.keys.isEmpty == true { return false }
            return binding?.help.map { !known.contains($0) } ?? true
        }.map { "\(state.step), \(state.currentField?.id.rawValue ?? "-"): \($0) is not in help" }
    }
}
