import Texts

/// The backup that would be put back.
package struct UndoQuestion: Overlay {
    let preview: ChangePreview

    package var isLong: Bool { true }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("undo.title", ["path": preview.path])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for line in preview.diff { body.add(line.styled) }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer("undo") { state in
                state.overlay = nil
                return state.start(.undo(path: state.answers.clusterConfigPath, breaksHardLink: false))
            },
            .dismissal("cancel"), .scrolling(lines: preview.diff.count),
        ]
    }
}
