import Texts

/// Other names of the file would keep the old text.
package struct HardLinkQuestion: Overlay {
    let names: Int
    let write: LinkedWrite

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("hardLink.title", ["names": "\(names)"])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) { body.add(texts("hardLink.text")) }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [.answer("writeThisName") { $0.goOnBreaking(write) }, .dismissal("cancel")]
    }
}
