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
        for line in state.helpLines { body.add(texts("help.key.\(line.rawValue)"), .text, indent: 2) }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] { [.dismissal("close"), .dismissing] }
}
