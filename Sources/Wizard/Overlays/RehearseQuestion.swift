import MirrorCore
import Texts

/// A rehearsal of a push sends something: what, and where, is on the screen first.
package struct RehearseQuestion: Overlay {
    let endpoint: MirrorEndpoint

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("rehearse.title", ["target": printable(endpoint.pushTarget)])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) { body.add(texts("rehearse.text")) }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let rehearse = KeyBinding.answer("rehearseNow") { state in
            state.overlay = nil
            return state.rehearsePush()
        }
        return [rehearse, .dismissal("cancel"), .dismissing]
    }
}
