import MirrorCore
import Texts

/// The mirrors as a table, and what is wrong with the one in focus, in whole.
struct MirrorsView {
    let state: WizardState
    let texts: Catalogue
    private let verdicts: [MirrorVerdict]

    init(state: WizardState, texts: Catalogue) {
        self.state = state
        self.texts = texts
        verdicts = state.verdicts
    }

    func body(width: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.mirrors.intro"), .title)
        body.gap()
        let columns = Columns(width: width)
        if state.answers.mirrors.isEmpty {
            body.add(texts("mirrors.none"), .hint)
        } else {
            body.add([
                Span(
                    "   #  " + texts("mirrors.mirror").padded(to: columns.url)
                        + texts("mirrors.hosts").padded(to: columns.hosts)
                        + texts("mirrors.ca").padded(to: Columns.file)
                        + texts("mirrors.login").padded(to: Columns.file),
                    .hint
                )
            ])
        }
        for index in state.answers.mirrors.indices { add(index, columns, to: &body) }
        body.gap()
        var buttons: [Field] = []
        let fields = MirrorsStep().fields(state)
        for field in fields where field.id != .mirror { buttons.append(field) }
        addButtons(buttons, from: fields.count - buttons.count, to: &body)
        body.gap()
        addVerdict(to: &body)
        return body
    }

    private struct Columns {
        static let file = 9
        static let verdict = 10
        let url: Int
        let hosts: Int

        init(width: Int) {
            let rest = width - 6 - 2 * Self.file - Self.verdict
            url = max(20, rest * 3 / 5)
            hosts = max(8, rest - url)
        }
    }

    private func add(_ index: Int, _ columns: Columns, to body: inout Body) {
        let draft = state.answers.mirrors[index]
        let isFocused = index == state.focus
        if isFocused { body.cursor = Point(row: body.nextLine, column: 1) }
        let (mark, style, code) = look(verdicts[index])
        let all = [RegistryHost.alwaysMirrored.name] + draft.hosts.filter { $0 != RegistryHost.alwaysMirrored.name }
        let line = HostsLine(all, width: columns.hosts - 1)
        let url = draft.endpoint.isEmpty ? "…" : draft.endpoint
        body.add([
            Span(isFocused ? " ▸ " : "   ", .stepCurrent), Span("\(index + 1)".padded(to: 3), .label),
            Span(
                fittingWithDots(printable(url), width: columns.url - 1).padded(to: columns.url),
                isFocused ? .focus : .value
            ),
            Span(line.shown.padded(to: columns.hosts), .text),
            Span(kind(file: draft.caCertPath, secret: draft.caCertSecret).padded(to: Columns.file), .text),
            Span(
                kind(file: draft.pullCredentialConfigPath, secret: draft.pullCredentialSecret).padded(to: Columns.file),
                .text
            ), Span("\(mark) \(code)", style),
        ])
        let path = draft.mirrorNamespace.isEmpty ? "" : "/" + printable(draft.mirrorNamespace)
        let more = line.rest > 0 ? "+\(line.rest)" : ""
        guard !path.isEmpty || !more.isEmpty else { return }
        body.add([
            Span("      " + fittingWithDots(path, width: columns.url - 1).padded(to: columns.url), .text),
            Span(more, .hint),
        ])
    }

    /// Where nodes get it from.
    private func kind(file: String, secret: String) -> String {
        if state.place == .spec, !secret.isEmpty { return texts("mirrors.secret") }
        return file.isEmpty || state.place == .spec ? "–" : texts("mirrors.file")
    }

    private func look(_ verdict: MirrorVerdict) -> (String, StyleRole, String) {
        switch verdict {
        case .unusable: return ("✗", .error, "")
        case .awaited: return (ProbeView(state: state, texts: texts).spinner, .info, "")
        case .uncheckedCA: return ("!", .warning, "")
        case .found(let finding): return (finding.severity.mark, finding.severity.style, finding.code)
        case .good: return ("✓", .success, "")
        }
    }

    private func addButtons(_ fields: [Field], from first: Int, to body: inout Body) {
        var line: StyledLine = [Span("   ")]
        for (offset, field) in fields.enumerated() {
            let isFocused = state.focus == first + offset
            if isFocused { body.cursor = Point(row: body.nextLine, column: line.width + 2) }
            line.append(Span("[ \(texts("field.\(field.id).label")) ]", isFocused ? .selected : .value))
            line.append(Span("  "))
        }
        body.add(line)
    }

    /// Of the mirror in focus; on a button, of the first that has something wrong.
    private func addVerdict(to body: inout Body) {
        guard let index = MirrorsStep.mirrorToFix(state, verdicts) else { return }
        switch verdicts[index] {
        case .unusable:
            for issue in state.validated.issues where issue.mirror == index {
                body.add("\(index + 1)  " + texts(issue.problem), .error, indent: 0, marker: "✗")
                body.add(texts(issue.fix), .warning, indent: 2, marker: "→")
            }
        case .awaited: body.add(texts("mirrors.awaited"), .hint)
        case .uncheckedCA(let secret):
            let text = texts("mirrors.uncheckedCA", ["secret": printable(secret)])
            body.add("\(index + 1)  " + text, .warning, indent: 0, marker: "!")
        case .found(let finding):
            body.add(finding, texts, number: index + 1, evidence: 0, hasCause: true)
        case .good: body.add("\(index + 1)  " + texts("probe.good"), .success, indent: 0, marker: "✓")
        }
    }
}
