import Texts

/// Another session has the same file open.
package struct SecondSessionNote: Overlay {
    let file: String
    let process: Int
    let draft: Draft?

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("secondSession.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let what = file.isEmpty ? "secondSession.folder" : "secondSession.file"
        body.add(texts(what, ["path": file, "process": "\(process)"]))
        body.gap()
        body.add(texts("secondSession.text"))
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer("goOn") { state in
                state.offer(draft)
                return []
            },
            KeyBinding(matching: { _ in true }) { state, _ in
                state.offer(draft)
                return []
            },
        ]
    }
}
