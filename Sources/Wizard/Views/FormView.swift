import MirrorCore
import Texts

/// A step's fields as lines: labels, values, and under each what is wrong with it or what it is for.
struct FormView {
    let step: any WizardStep
    let state: WizardState
    let texts: Catalogue

    func body(width: Int) -> Body {
        var body = Body(width: width)
        if step.isAboutOneMirror, state.answers.mirrors.count > 1 || state.mirrorIndex > 0 {
            body.add(name(width: width))
        }
        body.add(texts("step.\(step.id).intro"), .title)
        body.gap()
        let fields = step.fields(state)
        let labelWidth = fields.map { label($0).map(DisplayWidth.of) ?? 0 }.max() ?? 0
        for (index, field) in fields.enumerated() {
            if index > 0, !step.isDense, !field.isSameGroup(as: fields[index - 1]) { body.gap() }
            add(field, index: index, labelWidth: labelWidth, to: &body)
        }
        body.gap()
        step.addNotes(to: &body, state, texts)
        return body
    }

    /// Which of the mirrors the page is about.
    private func name(width: Int) -> StyledLine {
        let url = state.mirror.endpoint.isEmpty ? "…" : printable(state.mirror.url)
        let count = max(state.mirrorIndex + 1, state.answers.mirrors.count)
        let values = ["number": "\(state.mirrorIndex + 1)", "count": "\(count)", "url": url]
        return [Span(fittingWithDots(texts("mirrors.title", values), width: width), .stepCurrent)]
    }

    private func label(_ field: Field) -> String? {
        switch field.kind {
        case .toggle, .item, .button: nil
        default: texts("field.\(field.id).label")
        }
    }

    private func add(_ field: Field, index: Int, labelWidth: Int, to body: inout Body) {
        let isFocused = index == state.focus
        let row = body.nextLine
        let left = labelWidth + 2
        func cursor(at column: Int) { if isFocused { body.cursor = Point(row: row, column: column) } }
        let shownLabel = (label(field) ?? "").padded(to: labelWidth) + "  "
        let style: StyleRole = isFocused ? .focus : .value

        switch field.kind {
        case .text(let binding), .path(let binding), .secret(let binding):
            let (line, column) = TextView(
                text: shown(field, binding),
                cursor: isFocused ? state.cursor : nil,
                width: body.width - left - 1,
                placeholder: placeholder(field, binding)
            ).line(style)
            body.add([Span(shownLabel, .label)] + line)
            cursor(at: left + column)
        case .choice(let choice):
            var line: StyledLine = [Span(shownLabel, .label)]
            var column = left
            for (option, phrase) in choice.options.enumerated() {
                let isChosen = option == choice.selected
                if isChosen { column = line.width + 1 }
                line.append(Span("(\(isChosen ? "•" : " ")) ", isChosen ? style : .text))
                line.append(Span(texts(phrase), isChosen ? style : .text))
                line.append(Span("   "))
            }
            body.add(line)
            cursor(at: column)
        case .toggle(let toggle):
            body.add([Span("[\(toggle.isOn ? "x" : " ")] ", style), Span(toggle.label, isFocused ? .focus : .text)])
            cursor(at: 1)
        case .item(let label, let isCurrent):
            body.add([Span(isCurrent ? "▸ " : "  ", .stepCurrent), Span(label, isFocused ? .focus : .text)])
            cursor(at: 2)
        case .button:
            body.add([Span("[ \(texts("field.\(field.id).label")) ]", isFocused ? .selected : .value)])
            cursor(at: 2)
        }
        addUnder(field, isFocused: isFocused, indent: label(field) == nil ? 4 : left, to: &body)
    }

    private func shown(_ field: Field, _ binding: Field.TextBinding) -> String {
        let text = state[keyPath: binding]
        guard !state.form.isRevealed else { return text }
        func hidden(_ secret: String) -> String { String(repeating: "•", count: secret.count) }
        if case .secret = field.kind { return hidden(text) }
        // As many characters, so that the cursor stands where it is typed.
        return URLLogin.logins(in: text).reduce(text) { $0.replacing("\($1)@", with: hidden($1) + "@") }
    }

    private func placeholder(_ field: Field, _ binding: Field.TextBinding) -> String {
        if let suggestion = state.suggestion(for: binding) {
            return texts("form.suggestion", ["text": suggestion])
        }
        let key = "field.\(field.id).placeholder"
        let text = texts(key)
        return text == key ? "" : text
    }

    /// Candidates, issues, or the hint: in this order, one of them.
    private func addUnder(_ field: Field, isFocused: Bool, indent: Int, to body: inout Body) {
        if isFocused, let completion = state.form.completion, completion.candidates.count > 1 {
            let names = completion.candidates.prefix(12).map { printable($0.lastComponent) }
            body.add(names.joined(separator: "  "), .info, indent: indent)
            return
        }
        let issues = state.issuesOfCurrentMirror.filter { $0.field == field.draftField }
        let isSeen = state.form.visited.contains(state.visit(field, of: step.id))
        if let binding = field.binding, !issues.isEmpty, isSeen || !state[keyPath: binding].isEmpty {
            for issue in issues {
                // While it is being typed it is not wrong yet.
                body.add(
                    texts(issue.problem),
                    isFocused ? .hint : .error,
                    indent: indent,
                    marker: isFocused ? "…" : "✗"
                )
                body.add(texts(issue.fix), isFocused ? .hint : .warning, indent: indent, marker: "→")
            }
            return
        }
        if let issue = step.issue(of: field, state) {
            body.add(texts(issue.problem), isFocused ? .hint : .error, indent: indent, marker: isFocused ? "…" : "✗")
            body.add(texts(issue.fix), isFocused ? .hint : .warning, indent: indent, marker: "→")
            return
        }
        let hint = texts("field.\(field.id).hint")
        if hint != "field.\(field.id).hint" { body.add(hint, .hint, indent: indent) }
    }
}

extension String {
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }

    /// The last part of a path, with its slash if it is a folder.
    fileprivate var lastComponent: String {
        let bare = hasSuffix("/") ? dropLast() : self[...]
        let name = bare.lastIndex(of: "/").map { bare[bare.index(after: $0)...] } ?? bare
        return String(name) + (hasSuffix("/") ? "/" : "")
    }
}
