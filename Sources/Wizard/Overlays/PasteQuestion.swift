import MirrorCore
import Texts

/// Mirrors that were pasted, on the screen before they are taken over.
package struct PasteQuestion: Overlay {
    let pasted: PastedMirrors

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("paste.title", ["count": "\(pasted.drafts.count)"])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for draft in pasted.drafts { body.add(printable(draft.url), .value, indent: 2) }
        if let repair = pasted.repair {
            body.gap()
            body.add(texts("repair.found"))
            body.gap()
            for hunk in repair.hunks { for line in hunk.lines { body.add(DiffLine(line).styled) } }
        }
        body.gap()
        body.add(texts(state.answers.mirrors.isEmpty ? "paste.text" : "paste.replaces"))
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer("takeOver") { state in
                state.takeOver(pasted)
                return []
            },
            .dismissal("cancel"), .dismissing,
        ]
    }
}
