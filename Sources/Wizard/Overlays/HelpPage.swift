import Texts

/// F1: what the step is for, what the field takes, and every key of the page; letters filter them.
package struct HelpPage: Overlay {
    package init() {}

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("step.\(state.step).title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let filter = state.asking.filter
        if filter.isEmpty {
            body.add(texts("step.\(state.step).help"))
            if let field = state.currentField {
                let help = texts("field.\(field.id).help")
                if help != "field.\(field.id).help" {
                    body.gap()
                    body.add(help)
                }
            }
            body.gap()
            body.add([Span(texts("help.keys"), .label), Span("  " + texts("help.filter"), .hint)])
        } else {
            Filter.add(state, to: &body)
            body.gap()
        }
        var isFound = false
        for line in state.helpLines {
            let (key, text) = parts(of: texts("help.key.\(line.rawValue)"))
            let shown = state.givenKeys(line) ?? key
            let words = state.actions(of: line).map { texts("action.\($0.rawValue)") }.joined(separator: " ")
            guard Filter.matches("\(shown) \(text) \(words)", filter) else { continue }
            add(shown, text, to: &body)
            isFound = true
        }
        if !isFound { body.add(texts("palette.none"), .hint) }
    }

    /// The key, and behind two blanks or more what it does.
    private func parts(of line: String) -> (key: String, text: String) {
        guard let gap = line.firstRange(of: "  ") else { return ("", line) }
        return (String(line[..<gap.lowerBound]), String(line[gap.upperBound...].drop { $0 == " " }))
    }

    private func add(_ key: String, _ text: String, to body: inout Body) {
        let column = 18
        let parts = wrapped(text, width: body.width - column - 2)
        for (index, part) in parts.enumerated() {
            body.add([Span("  " + (index == 0 ? key : "").padded(to: column), .key), Span(part, .text)])
        }
    }

    package var isLong: Bool { true }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        var body = Body(width: min(100, state.size.columns - 4))
        add(to: &body, state, Catalogue.named(state.language) ?? .english)
        return [.dismissal("close"), .scrolling(lines: body.lines.count), Filter.typing, .dismissing]
    }
}
