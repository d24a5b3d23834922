import Diagnosis
import MirrorCore
import Texts

/// What a session in lines asks: the question that the screen's focus would stand on.
package struct LineQuestion: Equatable, Sendable {
    /// What stands before it.
    package var before: [String] = []
    package var prompt = ""
    /// Nobody is to see what is typed, and every letter of it counts.
    package var isSecret = false
    /// What a change means to the nodes, after `before`.
    package var consequence: ChangeConsequence?
    /// There is nothing left to ask, and this is how the session ends.
    package var end: LineEnd?
}

package enum LineEnd: Equatable, Sendable {
    case written, planned, unchanged
}

extension WizardState {
    package func lineQuestion(_ texts: Catalogue) -> LineQuestion {
        if let overlay { return overlayQuestion(overlay.page, texts) }
        switch step {
        case .mirrors: return listQuestion(texts)
        case .review, .write: return writeQuestion(texts)
        default: return fieldQuestion(texts)
        }
    }

    /// What a question that would take the screen can be answered with: yes for Enter, no for Escape, else the key's word.
    func overlayChoices(_ texts: Catalogue) -> [(word: String, about: String, key: Key)] {
        guard let overlay else { return [] }
        return overlay.page.bindings(self).compactMap { binding in
            guard let hint = binding.hint, hint != "scroll", binding.holds(self), let key = binding.keys.first else {
                return nil
            }
            let about = texts("key.\(hint)")
            return (key == .enter ? "yes" : key == .escape ? "no" : about, about, key)
        }
    }

    private func overlayQuestion(_ page: any Overlay, _ texts: Catalogue) -> LineQuestion {
        var body = Lines.body
        body.add(page.title(self, texts))
        page.add(to: &body, self, texts)
        let choices = overlayChoices(texts).map { $0.word == $0.about ? $0.word : "\($0.word) (\($0.about))" }
        let prompt = texts("lines.choose", ["choices": choices.joined(separator: ", ")])
        return LineQuestion(before: Lines.text(body), prompt: prompt)
    }

    private func listQuestion(_ texts: Catalogue) -> LineQuestion {
        var body = Lines.body
        body.add(texts("step.mirrors.intro"))
        for (index, verdict) in verdicts.enumerated() { add(index, verdict, to: &body, texts) }
        if answers.mirrors.isEmpty { body.add(texts("mirrors.none")) }
        return LineQuestion(before: Lines.text(body), prompt: texts("lines.list"))
    }

    private func add(_ index: Int, _ verdict: MirrorVerdict, to body: inout Body, _ texts: Catalogue) {
        let draft = answers.mirrors[index]
        let hosts = [RegistryHost.alwaysMirrored.name] + draft.hosts
        let isSpec = place == .spec
        let ca = isSpec ? draft.caCertSecret : draft.caCertPath
        let login = isSpec ? draft.pullCredentialSecret : draft.pullCredentialConfigPath
        let parts = [
            "\(index + 1)  \(draft.url)", "\(texts("mirrors.hosts")): \(hosts.joined(separator: " "))",
            "\(texts("mirrors.ca")): \(ca.isEmpty ? "–" : ca)",
            "\(texts("mirrors.login")): \(login.isEmpty ? "–" : login)",
        ]
        body.add(printable(URLLogin.masked(parts.joined(separator: ", "))))
        switch verdict {
        case .good: body.add(texts("probe.good"), .text, indent: 3, mark: .good)
        case .awaited: body.add(texts("mirrors.awaited"), .text, indent: 3, marker: "·")
        case .uncheckedCA(let secret):
            body.add(texts("mirrors.uncheckedCA", ["secret": printable(secret)]), .text, indent: 3, mark: .doubtful)
        case .unusable(let issue):
            body.add(texts(issue.problem), .text, indent: 3, mark: .wrong)
            body.add(texts(issue.fix), .text, indent: 5, mark: .remedy)
        case .found(let finding):
            body.add("\(finding.code)  \(texts(finding.title))", .text, indent: 3, mark: finding.severity.mark)
        }
    }

    private func writeQuestion(_ texts: Catalogue) -> LineQuestion {
        if case .done = mirrors.writing { return LineQuestion(end: .written) }
        if case .done = mirrors.jobs.result { return LineQuestion(end: .planned) }
        guard case .change(let preview) = mirrors.change.outcome else { return LineQuestion(end: .unchanged) }
        var question = LineQuestion(before: reviewLines(preview, texts), consequence: preview.consequence)
        question.prompt = texts(preview.isNew ? "lines.create" : "lines.write", ["path": preview.path])
        return question
    }

    /// The diff, and what has to be known before it is written.
    package func reviewLines(_ preview: ChangePreview, _ texts: Catalogue) -> [String] {
        var body = Lines.body
        let counts = ["path": preview.path, "added": "\(preview.added)", "removed": "\(preview.removed)"]
        body.add(texts(preview.isNew ? "write.create" : "write.change", counts))
        for line in preview.diff { body.add(line.styled) }
        for concern in preview.concerns {
            body.add(texts(concern.problem), .text, mark: concern.severity.mark)
            body.add(texts(concern.fix), .text, indent: 2, mark: .remedy)
        }
        if case .failed(let phrase) = mirrors.writing { body.add(texts(phrase), mark: .wrong) }
        body.add([Span(texts("write.equivalent"))])
        body.add([Span("  \(EquivalentCommand(state: self).line)")])
        return Lines.text(body)
    }

    private func fieldQuestion(_ texts: Catalogue) -> LineQuestion {
        guard let field = currentField else { return LineQuestion() }
        var question = LineQuestion()
        if step == .mirror, focus == 0 {
            question.before = ["", texts("lines.mirror", ["number": "\(mirrorIndex + 1)"])]
        }
        let label = texts("field.\(field.id).label")
        func asks(_ value: String) {
            let hint = fieldHint(field, texts)
            let about = hint.isEmpty ? "" : " (\(hint))"
            question.prompt = "\(label)\(about)\(value.isEmpty ? "" : " [\(printable(URLLogin.masked(value)))]"): "
        }
        switch field.kind {
        case .text(let binding), .path(let binding):
            let value = self[keyPath: binding]
            asks(value.isEmpty && field.id == .newHeader ? newHeaderPath : value)
        case .secret:
            question.isSecret = true
            asks("")
        case .page: asks(mirror.hosts.joined(separator: " "))
        case .choice(let choice):
            let options = choice.options.enumerated().map { "\($0.offset + 1) \(texts($0.element))" }
            question.prompt =
                "\(label): \(options.joined(separator: ", ")) [\(choice.selected + 1)]: "
        case .button, .item: question.prompt = texts("lines.button", ["label": label])
        }
        return question
    }

    private func fieldHint(_ field: Field, _ texts: Catalogue) -> String {
        if field.id == .mirrorNamespace, let namespace = namespaceInURL {
            return texts("form.inURL", ["text": printable(namespace)])
        }
        if field.id == .hosts { return texts("lines.hosts") }
        let key = "field.\(field.id).hint"
        let hint = texts(key)
        return hint == key ? "" : hint
    }
}

/// A page as lines of whatever length: who hears or pipes them wants no other.
enum Lines {
    static var body: Body { Body(width: 1 << 16) }

    static func text(_ body: Body) -> [String] {
        body.lines.map { line in
            var text = line.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

/// For who reads them on a terminal: between words, and below where they begin. Diffs and commands are left as they are.
package func brokenLine(_ line: String, width: Int) -> [String] {
    let blanks = line.prefix { $0 == " " }
    let text = line.dropFirst(blanks.count)
    let isExact = text.hasPrefix("mirrorctl ") || text.hasPrefix("bmctl ") || text.hasPrefix("│")
    guard DisplayWidth.of(line) > width, width > 20, !isExact, !line.hasPrefix("+ "), !line.hasPrefix("- ") else {
        return [line]
    }
    return wrapped(String(text), width: width - blanks.count).map { blanks + $0 }
}
