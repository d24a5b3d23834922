import MirrorCore
import Texts

/// A draft of an earlier session is at hand.
package struct ResumeQuestion: Overlay {
    let draft: Draft

    package init(draft: Draft) { self.draft = draft }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("resume.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let saved = draft.answers
        let page = texts("step.\(draft.step).title")
        body.add(texts("resume.when", ["time": draft.savedAt, "page": page]), .hint)
        if !draft.cluster.isEmpty { body.add(texts("resume.cluster", ["name": draft.cluster]), .hint) }
        if saved.clusterConfigPath.isEmpty {
            body.add(texts("resume.afresh"))
        } else {
            body.add(texts("resume.text", ["path": saved.clusterConfigPath]))
        }
        for mirror in saved.mirrors { body.add(printable(mirror.endpoint), .value, indent: 2) }
        if !saved.push.source.isEmpty {
            body.add(texts("resume.push", ["source": saved.push.source]), .value, indent: 2)
        }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let fresh = KeyBinding("Esc", [.escape], hint: "fresh", help: nil) { state, _ in
            state.overlay = nil
            return state.discardDraft()
        }
        return [
            .answer("resume") { state in
                state.resume(draft)
                return []
            },
            fresh,
        ]
    }
}
