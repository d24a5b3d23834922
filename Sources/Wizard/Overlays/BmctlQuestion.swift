import MirrorCore
import Texts

/// The command that reaches every node, before it is run.
package struct BmctlQuestion: Overlay {
    let command: ShellCommand
    let warning: Phrase?

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("runBmctl.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(command)
        if let warning {
            body.gap()
            body.add(texts(warning), mark: .doubtful)
        }
        body.gap()
        body.add(texts("runBmctl.text"))
    }

    /// A key too many must not start it, or drop the question unread.
    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [.answer("runBmctl") { _ in [.runBmctl] }, .dismissal("cancel")]
    }
}
