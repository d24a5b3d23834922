import MirrorCore
import Texts

/// A step's fields as lines: labels, values, and under each what is wrong with it or what it is for.
struct FormView {
    let step: any WizardStep
    let state: WizardState
    let texts: Catalogue
    /// What each field is for stands under it.
    var hasHints = true
    /// What is known of each answer stands behind it.
    var hasMarks = false

    func body(width: Int) -> Body {
        var body = Body(width: width)
        body.add(step.intro(state, texts), .title)
        body.gap()
        addFields(to: &body)
        body.gap()
        step.addNotes(to: &body, state, texts)
        return body
    }

    func addFields(to body: inout Body) {
        let fields = step.fields(state)
        let labelWidth = fields.map { label($0).map(DisplayWidth.of) ?? 0 }.max() ?? 0
        for (index, field) in fields.enumerated() {
            if index > 0, !step.isDense, !field.isSameGroup(as: fields[index - 1]) { body.gap() }
            let row = body.nextLine
            add(field, index: index, labelWidth: labelWidth, to: &body)
            body.mark(from: row, .field(index))
        }
    }

    private func label(_ field: Field) -> String? {
        switch field.kind {
        case .item, .button: nil
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
        let room = body.width - left - (hasMarks ? 3 : 1)

        switch field.kind {
        case .text(let binding), .path(let binding), .secret(let binding):
            let (line, column) = TextView(
                text: shown(field, binding),
                cursor: isFocused ? state.cursor : nil,
                width: room,
                placeholder: placeholder(field, binding)
            ).line(style)
            body.add([Span(shownLabel, .label)] + line + mark(field, isFocused: isFocused))
            cursor(at: left + column)
        case .page:
            let text = fittingWithDots(step.text(of: field, state, width: room, texts), width: room).padded(to: room)
            body.add([Span(shownLabel, .label), Span(text, style)] + mark(field, isFocused: isFocused))
            cursor(at: left)
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
        case .item(let label, let isCurrent):
            body.add([Span(isCurrent ? "▸ " : "  ", .stepCurrent), Span(label, isFocused ? .focus : .text)])
            cursor(at: 2)
        case .button:
            let indent = hasMarks ? left : 0
            let text = "[ \(texts("field.\(field.id).label")) ]"
            body.add([Span(String(repeating: " ", count: indent)), Span(text, isFocused ? .selected : .value)])
            cursor(at: indent + 2)
        }
        addUnder(field, isFocused: isFocused, indent: label(field) == nil ? 4 : left, to: &body)
    }

    /// ✓ valid, and nothing that was seen speaks against it; ! doubtful; ✗ wrong; nothing where nothing is known.
    private func mark(_ field: Field, isFocused: Bool) -> StyledLine {
        guard hasMarks, let answer = field.draftField else { return [] }
        switch state.status(of: answer) {
        case .pending: return []
        case .done: return [Span(" \(Mark.good)", .success)]
        case .doubtful: return [Span(" !", .warning)]
        case .wrong: return [isFocused && state.hasIssue(answer) ? Span(" …", .hint) : Span(" \(Mark.wrong)", .error)]
        }
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
        // The same answer, typed in another place.
        if field.id == .mirrorNamespace, let namespace = state.namespaceInURL {
            return texts("form.inURL", ["text": namespace])
        }
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
        if !issues.isEmpty, isSeen || field.binding.map({ !state[keyPath: $0].isEmpty }) ?? true {
            for issue in issues {
                // While it is being typed it is not wrong yet.
                body.add(
                    texts(issue.problem),
                    isFocused ? .hint : .error,
                    indent: indent,
                    marker: isFocused ? "…" : Mark.wrong.rawValue
                )
                body.add(texts(issue.fix), isFocused ? .hint : .warning, indent: indent, mark: .remedy)
            }
            return
        }
        if let issue = step.issue(of: field, state) {
            body.add(
                texts(issue.problem),
                isFocused ? .hint : .error,
                indent: indent,
                marker: isFocused ? "…" : Mark.wrong.rawValue
            )
            body.add(texts(issue.fix), isFocused ? .hint : .warning, indent: indent, mark: .remedy)
            return
        }
        guard hasHints else { return }
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
