import MirrorCore
import Texts

/// A draft of an earlier session is at hand.
package struct ResumeQuestion: Overlay {
    let saved: Answers

    package init(saved: Answers) { self.saved = saved }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("resume.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
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
            return [.discardDraft]
        }
        return [
            .answer("resume") { state in
                state.resume(saved)
                return []
            },
            fresh,
        ]
    }
}

extension WizardState {
    mutating func resume(_ saved: Answers) {
        overlay = nil
        answers = saved
        mirrorIndex = 0
        // The file is read anew; what was typed then stays.
        mirrors.baseline = []
        cursor = focusedText.count
    }
}
