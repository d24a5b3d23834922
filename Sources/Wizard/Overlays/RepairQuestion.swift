import Texts

/// The repair of the file, on the screen before it is written.
package struct RepairQuestion: Overlay {
    let preview: ChangePreview

    package init(preview: ChangePreview) { self.preview = preview }

    package var isLong: Bool { true }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("repair.title", ["path": preview.path])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(texts("repair.found"))
        body.gap()
        for line in preview.diff { body.add(line.styled) }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .answer("write") { $0.startRepair() }, .dismissal("cancel"), .scrolling(lines: preview.diff.count + 3),
            .dismissing,
        ]
    }
}
