import Texts

/// The themes; the screen has the one that is chosen at once.
package struct ThemePicker: Overlay {
    let before: String

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("themePicker.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for index in Filter.window(state.themes.names.count, row: state.asking.row, height: state.size.rows - 14) {
            let isChosen = index == state.asking.row
            if isChosen { body.cursor = Point(row: body.nextLine, column: 0) }
            let name = printable(state.themes.names[index])
            body.add([Span(isChosen ? "▸ " : "  ", .stepCurrent), Span(name, isChosen ? .focus : .text)])
            body.mark(from: body.nextLine - 1, .row(index))
        }
        body.gap()
        body.add([
            Span("\(Mark.good) ", .success), Span(texts("themePicker.good") + "  ", .success),
            Span("\(Mark.doubtful) ", .warning),
            Span(texts("themePicker.doubtful") + "  ", .warning), Span("\(Mark.wrong) ", .error),
            Span(texts("themePicker.wrong"), .error),
        ])
        body.add([Span("+ endpoint: https://172.18.0.20:5000", .added)])
        body.add([Span("- endpoint: https://10.9.0.1:5000", .removed)])
        body.add([Span("https://172.18.0.20:5000", .value), Span("  " + texts("themePicker.hint"), .hint)])
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let keep = KeyBinding.answer("keep") { state in
            state.overlay = nil
            let values = ["name": state.themes.current, "path": state.settingsPath]
            state.notice = Phrase("themePicker.kept", values)
            return []
        }
        let choose = KeyBinding("↑↓", [.up, .down], hint: "choose", help: nil) { state, key in
            let row = max(0, min(state.asking.row + (key == .up ? -1 : 1), state.themes.names.count - 1))
            state.asking.row = row
            state.themes.current = state.themes.names[row]
            return [.useTheme(state.themes.current)]
        }
        let back = KeyBinding("Esc", [.escape], hint: "cancel", help: nil) { state, _ in
            state.overlay = nil
            state.themes.current = before
            return [.useTheme(before)]
        }
        return [keep, choose, back]
    }
}
