import Texts

/// Somebody else has changed the file: what they changed, before the new diff can be written.
package struct ChangedFileNote: Overlay {
    let theirs: ChangePreview
    /// The operator's own doing, in the editor.
    var isOwn = false

    package var isLong: Bool { true }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts(isOwn ? "editor.title" : "changedFile.title", ["path": theirs.path])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(texts(isOwn ? "editor.text" : "changedFile.text"))
        body.gap()
        for line in theirs.diff { body.add(line.styled) }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer(isOwn ? "goOn" : "lookAtDiff") { state in
                state.overlay = nil
                return []
            },
            .dismissal("close"), .scrolling(lines: theirs.diff.count + 3),
        ]
    }
}
