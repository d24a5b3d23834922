/// A key and all there is to it: the reducer, the key line and help read the same value, so none can say what the others
/// do not.
package struct KeyBinding: Sendable {
    /// Those that a person would press for it; a test presses them.
    package private(set) var keys: [Key]
    /// As the key line spells them: `F3/F4`.
    package private(set) var name: String
    /// What the settings file may give another key to.
    private(set) var action: ActionID?
    /// The text `key.HINT` on the key line; `nil`: it is in help alone.
    package let hint: String?
    /// `nil` for what is no key of a page: typing, a paste, the wheel, the answer to a question.
    package let help: HelpLine?
    private let matching: (@Sendable (Key) -> Bool)?
    /// No layer below it is reached.
    let isSwallowing: Bool
    private let condition: @Sendable (WizardState) -> Bool
    package private(set) var run: @Sendable (inout WizardState, Key) -> [Effect]

    package init(
        _ name: String,
        _ keys: [Key],
        hint: String? = nil,
        help: HelpLine?,
        when condition: @escaping @Sendable (WizardState) -> Bool = { _ in true },
        run: @escaping @Sendable (inout WizardState, Key) -> [Effect]
    ) {
        self.keys = keys
        self.name = name
        self.hint = hint
        self.help = help
        matching = nil
        self.condition = condition
        isSwallowing = false
        self.run = run
    }

    /// One that the settings file may give another key.
    init(
        _ action: ActionID,
        name: String? = nil,
        hint: String? = nil,
        help: HelpLine?,
        when condition: @escaping @Sendable (WizardState) -> Bool = { _ in true },
        run: @escaping @Sendable (inout WizardState) -> [Effect]
    ) {
        self.init(name ?? action.keys[0].name, action.keys, hint: hint, help: help, when: condition) { state, _ in
            run(&state)
        }
        self.action = action
    }

    /// With the key that the settings file gives it.
    func rekeyed(_ keymap: Keymap) -> KeyBinding {
        guard let action, let key = keymap[action] else { return self }
        var other = self
        other.keys = [key]
        other.name = key.name
        return other
    }

    /// What cannot be listed key by key: everything that is typed, the wheel, any other key.
    init(
        matching: @escaping @Sendable (Key) -> Bool,
        isSwallowing: Bool = false,
        run: @escaping @Sendable (inout WizardState, Key) -> [Effect]
    ) {
        keys = []
        name = ""
        hint = nil
        help = nil
        self.matching = matching
        condition = { _ in true }
        self.isSwallowing = isSwallowing
        self.run = run
    }

    package func holds(_ state: WizardState) -> Bool { condition(state) }

    func matches(_ key: Key) -> Bool { matching?(key) ?? keys.contains(key.canonical) }

    /// Keys that scroll a page as a whole.
    static let scrollsPage = KeyBinding(
        "PgDn",
        [.pageUp, .pageDown],
        hint: "scroll",
        help: .scroll,
        when: { $0.lastScroll > 0 }
    ) { state, key in
        state.scrollPreview(key)
        return []
    }

    /// What stands below a list, page by page.
    /// - Parameter room: how far it scrolls, and how many lines of it are seen.
    static func scrolling(_ room: @escaping @Sendable (WizardState) -> (last: Int, room: Int)) -> KeyBinding {
        KeyBinding("PgDn", [.pageUp, .pageDown], hint: "scroll", help: .scroll, when: { room($0).last > 0 }) {
            state,
            key in
            let (last, rows) = room(state)
            let step = max(1, rows - 1) * (key == .pageUp ? -1 : 1)
            state.preview.scroll = max(0, min(last, state.preview.scroll + step))
            return []
        }
    }

    /// For keys that are swallowed, so that none does anything by mistake.
    static let swallowing = KeyBinding(matching: { _ in true }, isSwallowing: true, run: { _, _ in [] })
}

extension [KeyBinding] {
    /// The first that the key belongs to now.
    func first(for key: Key, _ state: WizardState) -> KeyBinding? {
        first { $0.matches(key) && $0.holds(state) }
    }
}

extension Key {
    /// A letter or a paste.
    var isTyped: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}
