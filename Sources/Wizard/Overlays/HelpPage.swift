import Texts

/// F1: what the step is for, what the field takes, and every key of the page.
package struct HelpPage: Overlay {
    package init() {}

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("step.\(state.step).title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(texts("step.\(state.step).help"))
        if let field = state.currentField {
            let help = texts("field.\(field.id).help")
            if help != "field.\(field.id).help" {
                body.gap()
                body.add(help)
            }
        }
        body.gap()
        body.add(texts("help.keys"), .label)
        for line in state.helpLines { add(texts("help.key.\(line.rawValue)"), to: &body) }
    }

    /// The key, and behind two blanks or more what it does.
    private func add(_ line: String, to body: inout Body) {
        let column = 18
        guard let gap = line.firstRange(of: "  ") else { return body.add(line, .text, indent: 2) }
        let key = line[..<gap.lowerBound]
        let parts = wrapped(String(line[gap.upperBound...]), width: body.width - column - 2)
        for (index, part) in parts.enumerated() {
            body.add([Span("  " + (index == 0 ? String(key) : "").padded(to: column), .key), Span(part, .text)])
        }
    }

    package var isLong: Bool { true }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        var body = Body(width: min(100, state.size.columns - 4))
        add(to: &body, state, Catalogue.named(state.language) ?? .english)
        return [.dismissal("close"), .scrolling(lines: body.lines.count), .dismissing]
    }
}
