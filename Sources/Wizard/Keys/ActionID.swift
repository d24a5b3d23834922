/// What the settings file can give another key to, and which key it has without it.
///
/// ADD ONE as a case with its keys and the text `action.NAME`; docs/settings.md lists them.
package enum ActionID: String, CaseIterable, Sendable {
    case help, palette, copy, view, edit, undo, redo, fix, preview, again, reveal, rehearse, bundle, redraw, suspend,
        mouse
    case previousStep = "previous-step"
    case nextStep = "next-step"
    case addMirror = "add-mirror"
    case removeMirror = "remove-mirror"

    /// The first is the one that is named.
    package var keys: [Key] {
        switch self {
        case .help: [.function(1)]
        case .palette: [.control("p")]
        case .copy: [.control("y")]
        case .view: [.alt("v"), .alt("V")]
        case .edit: [.alt("e"), .alt("E")]
        case .undo: [.control("z")]
        case .redo: [.alt("z"), .alt("Z")]
        case .fix: [.function(5)]
        case .preview: [.function(2)]
        case .again: [.control("r")]
        case .reveal: [.control("t")]
        case .rehearse: [.function(7)]
        case .bundle: [.function(8)]
        case .redraw: [.control("l")]
        case .suspend: [.alt("s"), .alt("S")]
        case .mouse: [.alt("m"), .alt("M")]
        case .previousStep: [.function(3)]
        case .nextStep: [.function(4)]
        case .addMirror: [.insert]
        case .removeMirror: [.delete]
        }
    }
}

/// Keys that were given away in the settings file.
package struct Keymap: Equatable, Sendable {
    package private(set) var keys: [ActionID: Key] = [:]

    package init() {}

    package subscript(action: ActionID) -> Key? {
        get { keys[action] }
        set { keys[action] = newValue }
    }

    /// Two actions that one key would do, or a key that means something else in any text.
    package var conflict: (action: ActionID, key: Key, other: ActionID?)? {
        for (action, key) in keys.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if Self.taken.contains(key) { return (action, key, nil) }
            for other in ActionID.allCases where other != action {
                let theirs = keys[other].map { [$0] } ?? other.keys
                if theirs.contains(key) { return (action, key, other) }
            }
        }
        return nil
    }

    /// Leaving, other pages, and what edits a text.
    private static let taken: [Key] = [.control("c"), .function(6)] + TextEditing.keys + [.alt("u"), .alt("d")]
}

extension Key {
    /// `ctrl-x`, `alt-x`, `f5`; `nil` for any other, and for those that are Tab, Enter, Escape and Backspace on a terminal.
    package init?(named text: String) {
        let text = text.lowercased()
        func letter(behind prefix: String) -> Character? {
            guard text.hasPrefix(prefix), text.count == prefix.count + 1, let last = text.last,
                ("a"..."z").contains(last)
            else { return nil }
            return last
        }
        if let letter = letter(behind: "ctrl-") ?? letter(behind: "^") {
            guard !"himj".contains(letter) else { return nil }
            self = .control(letter)
        } else if let letter = letter(behind: "alt-") {
            self = .alt(letter)
        } else if text.hasPrefix("f"), let number = Int(text.dropFirst()), (1...12).contains(number),
            text == "f\(number)"
        {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// As the key line spells it.
    package var name: String {
        switch self {
        case .control(let letter): "^\(letter.uppercased())"
        case .alt(let letter): "Alt-\(letter.uppercased())"
        case .function(let number): "F\(number)"
        case .insert: "Ins"
        case .delete: "Del"
        default: "\(self)"
        }
    }

    /// As the settings file spells it.
    package var settingName: String {
        switch self {
        case .control(let letter): "ctrl-\(letter)"
        case .alt(let letter): "alt-\(letter)"
        default: name.lowercased()
        }
    }
}
