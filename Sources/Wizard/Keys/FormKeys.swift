import Texts

/// Going from field to field, where the field and its step have no other meaning for the key.
enum FormKeys {
    static let table = [enter, done, next, back, arrows, twins]

    /// One key that goes on is enough: Tab where Enter does something else.
    static func shown(enterIsTaken: Bool) -> [KeyBinding] { (enterIsTaken ? [next] : [enter, done]) + [back] }

    private static let next = KeyBinding("Tab", [.tab], hint: "past", help: .tab, when: \.canGoForward) { state, _ in
        state.goForward()
        return []
    }

    private static let enter = KeyBinding(
        "Enter",
        [.enter],
        hint: "next",
        help: .enter,
        when: { $0.canGoForward && !$0.isAtEndOfForm }
    ) { state, _ in
        state.goForwardPassing()
        return []
    }

    private static let done = KeyBinding("Enter", [.enter], hint: "done", help: .enter, when: \.isAtEndOfForm) {
        state,
        _ in
        state.goForwardPassing()
        return []
    }

    private static let back = KeyBinding("S-Tab", [.backTab], hint: "back", help: .tab, when: \.canGoBack) { state, _ in
        state.goBack()
        return []
    }

    /// Typed slowly it is two keys: the second is what it was meant to be.
    private static let twins = KeyBinding("Esc", [.escape], help: .twins) { state, _ in
        state.form.awaitsDigit = true
        state.notice = Phrase("notice.twins")
        return []
    }

    private static let arrows = KeyBinding("↑↓", [.up, .down], help: .arrows) { state, key in
        let target = state.focus + (key == .up ? -1 : 1)
        if state.currentStep.fields(state).indices.contains(target) { state.focus(target) }
        return []
    }
}
