import MirrorCore
import Texts

/// Fields of a step that shows something else besides: buttons side by side, each path in a line with its label.
struct FieldRows {
    let fields: [Field]
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        var buttons: StyledLine = []
        func endRow() {
            if !buttons.isEmpty { body.add(buttons) }
            buttons = []
        }
        let paths = fields.filter { $0.binding != nil }
        let labelWidth = paths.map { DisplayWidth.of(texts("field.\($0.id).label")) }.max() ?? 0
        for (index, field) in fields.enumerated() {
            let isFocused = index == state.focus
            let label = texts("field.\(field.id).label")
            guard let binding = field.binding else {
                let text = "[ \(label) ]"
                if !buttons.isEmpty, buttons.width + 2 + DisplayWidth.of(text) > body.width { endRow() }
                if !buttons.isEmpty { buttons.append(Span("  ", .text)) }
                if isFocused { body.cursor = Point(row: body.nextLine, column: buttons.width + 2) }
                buttons.append(Span(text, isFocused ? .selected : .value, .field(index)))
                continue
            }
            endRow()
            let (line, column) = TextView(
                text: state[keyPath: binding],
                cursor: isFocused ? state.cursor : nil,
                width: body.width - labelWidth - 3,
                placeholder: texts("field.\(field.id).placeholder")
            ).line(isFocused ? .focus : .value)
            if isFocused { body.cursor = Point(row: body.nextLine, column: labelWidth + 2 + column) }
            let row = body.nextLine
            body.add([Span(label.padded(to: labelWidth) + "  ", .label)] + line)
            body.mark(from: row, .field(index))
            if isFocused, let completion = state.form.completion, completion.candidates.count > 1 {
                body.add(completion.candidates.prefix(8).map(printable).joined(separator: "  "), .info, indent: 2)
            }
        }
        endRow()
    }
}
