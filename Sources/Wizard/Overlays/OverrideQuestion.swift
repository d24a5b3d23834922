import Diagnosis
import MirrorCore
import Texts

/// The probe's errors would go along: what they are, and what becomes of the nodes with them.
package struct OverrideQuestion: Overlay {
    let wish: Override

    package init(wish: Override) { self.wish = wish }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts(wish == .write ? "overriding.write" : "overriding.goOn")
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let errors = state.probeErrors
        for error in errors.prefix(3) {
            let number = state.answers.mirrors.count > 1 ? "\(error.mirror + 1)  " : ""
            let text = "\(number)\(error.finding.code)  \(texts(error.finding.title))"
            body.add(text, .error, indent: 0, mark: error.finding.severity.mark)
        }
        let rest = errors.count - 3
        if rest > 0 { body.add(texts("overriding.more", ["count": "\(rest)"]), .hint, indent: 2) }
        guard let first = errors.first?.finding else { return }
        body.gap()
        body.add(texts("overriding.consequence"), .label)
        body.add(texts(Consequence(of: first).phrase), .text)
        body.gap()
        body.add(texts("overriding.insteadOf"), .label)
        body.add(texts(first.nextStep), mark: .remedy)
    }

    /// No other key goes on or away by mistake.
    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let fix = KeyBinding(
            "F5",
            [.function(5)],
            hint: "fix",
            help: nil,
            when: { $0.probeErrors.contains { $0.finding.field != nil } }
        ) { state, _ in
            state.fixFirstError()
            return []
        }
        return [
            fix, .dismissal("stay"),
            .answer(wish == .write ? "writeOverride" : "goOnOverriding") { $0.goOnOverriding(wish) },
        ]
    }
}
