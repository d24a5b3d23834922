import Texts

/// Leaving with answers that are not written.
package struct LeaveQuestion: Overlay {
    package init() {}

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("leave.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) { body.add(texts("leave.text")) }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer("leaveNow") { $0.draftBeforeLeaving + [.quit(exitCode: 130)] }, .dismissal("stay"), .dismissing,
        ]
    }
}
