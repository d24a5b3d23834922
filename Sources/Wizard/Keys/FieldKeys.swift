import Texts

/// What Enter does on a field, where it does more than go on.
package struct FieldAction: Sendable {
    /// The text `key.HINT`; `nil` where the button says it.
    let hint: String?
    let isReady: Bool
    let isDue: Bool
    let run: @Sendable (inout WizardState) -> [Effect]

    /// - Parameters:
    ///   - isReady: it would do something now.
    ///   - isDue: it was not done yet with these answers. Else Enter goes on, so that it never runs in a circle, and
    ///     Space does it once more.
    init(
        _ hint: String?,
        isReady: Bool = true,
        isDue: Bool = true,
        run: @escaping @Sendable (inout WizardState) -> [Effect]
    ) {
        self.hint = hint
        self.isReady = isReady
        self.isDue = isDue
        self.run = run
    }
}

/// Keys of the field that has the focus, by its kind.
struct FieldKeys {
    let step: any WizardStep
    let field: Field

    func table(_ state: WizardState) -> [KeyBinding] {
        let action = step.action(of: field, state)
        switch field.kind {
        case .text(let text), .path(let text), .secret(let text):
            return own(text) + enter(action) + TextKeys(text: text).table
        case .choice(let choice):
            return [
                KeyBinding("Space", [.character(" "), .left, .right], hint: "choose", help: .enter) { state, key in
                    let offset = key == .left ? choice.options.count - 1 : 1
                    choice.select(&state, (choice.selected + offset) % choice.options.count)
                    return []
                }
            ]
        case .item: return enter(action)
        case .button, .page: return enter(action) + space(action)
        }
    }

    private func space(_ action: FieldAction?) -> [KeyBinding] {
        guard let action else { return [] }
        let hint = action.isDue ? nil : action.hint
        return [
            KeyBinding("Space", [.character(" ")], hint: hint, help: .enter, when: { _ in action.isReady }) {
                state,
                _ in
                action.run(&state)
            }
        ]
    }

    private func enter(_ action: FieldAction?) -> [KeyBinding] {
        guard let action, action.isDue else { return [] }
        return [
            KeyBinding("Enter", [.enter], hint: action.hint, help: .enter, when: { _ in action.isReady }) {
                state,
                _ in
                action.run(&state)
            }
        ]
    }

    /// Keys of this text besides typing: Right takes a suggestion over, Tab completes a path, ^T shows a secret.
    private func own(_ text: Field.TextBinding) -> [KeyBinding] {
        let take = KeyBinding(
            "→",
            [.right],
            hint: "take",
            help: .arrows,
            when: { $0[keyPath: text].isEmpty && $0.suggestion(for: text) != nil }
        ) { state, _ in
            let suggestion = state.suggestion(for: text) ?? ""
            state[keyPath: text] = suggestion
            state.cursor = suggestion.count
            return []
        }
        switch field.kind {
        case .path:
            let complete = KeyBinding(
                "Tab",
                [.tab],
                hint: "complete",
                help: .tab,
                when: { !$0[keyPath: text].isEmpty && $0.form.completion == nil }
            ) { state, _ in
                let request = state.nextRequest()
                state.form.completion = Completion(request: request, candidates: [])
                return [.completePath(request, prefix: state[keyPath: text])]
            }
            return [take, complete]
        case .secret:
            let reveal = KeyBinding(.reveal, hint: "reveal", help: .reveal, when: { !$0[keyPath: text].isEmpty }) {
                state in
                state.form.isRevealed.toggle()
                return []
            }
            return [take, reveal]
        default: return [take]
        }
    }
}

/// Keys of a text that has the focus: typing, and moving in what is typed.
private struct TextKeys {
    let text: Field.TextBinding

    var table: [KeyBinding] {
        [
            KeyBinding("^A ^E ^U ^K ^W", TextEditing.keys, help: .editing) { edit(&$0, $1) },
            KeyBinding(matching: \.isTyped) { edit(&$0, $1) },
        ]
    }

    private func edit(_ state: inout WizardState, _ key: Key) -> [Effect] {
        // A copy of the cursor: typing may make the mirror that the text belongs to.
        var new = state[keyPath: text]
        var cursor = state.cursor
        TextEditing.handle(key, text: &new, cursor: &cursor)
        if new != state[keyPath: text] {
            state[keyPath: text] = new
            state.form.completion = nil
        }
        if case .paste(let pasted) = key, pasted.utf8.count > TextEditing.limit, new.count >= TextEditing.limit {
            state.notice = Phrase("paste.cutField", ["limit": "\(TextEditing.limit)"])
        }
        state.cursor = cursor
        return []
    }
}
