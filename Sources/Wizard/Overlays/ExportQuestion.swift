import MirrorCore
import Texts

/// The answers file and the script, on the screen before they are written.
package struct ExportQuestion: Overlay {
    let request: ExportRequest

    package var isLong: Bool { true }

    private func lines(_ texts: Catalogue) -> [String] {
        let answers = request.answersText(folder: ".").split(separator: "\n", omittingEmptySubsequences: false)
        return answers.map(String.init).filter { !$0.hasPrefix("#") }
    }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("export.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        body.add(printable(request.answersPath), .value, indent: 2)
        body.add(printable(request.scriptPath), .value, indent: 2)
        body.gap()
        body.add(texts("export.text"))
        body.gap()
        body.add(request.line.command)
        body.gap()
        for line in lines(texts) { body.add(printable(line), .hint, indent: 2) }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let texts = Catalogue.named(state.language) ?? .english
        var body = Body(width: state.size.columns - 8)
        add(to: &body, state, texts)
        return [
            .answer("write") { $0.export(request, replaces: false) }, .dismissal("cancel"),
            .scrolling(lines: body.lines.count), .dismissing,
        ]
    }
}

/// Files of these names are there.
package struct ReplaceExportQuestion: Overlay {
    let request: ExportRequest
    let paths: [String]

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("export.existTitle") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for path in paths { body.add(printable(path), .value, indent: 2) }
        body.gap()
        body.add(texts("export.existText"))
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [.dismissal("stay"), .answer("replaceFiles") { $0.export(request, replaces: true) }, .dismissing]
    }
}
