import MirrorCore
import Texts

/// The mirrors as a table, as many as there is room for around the one in focus, and what is wrong with that one: what does
/// not fit scrolls.
struct MirrorsView {
    let state: WizardState
    let texts: Catalogue
    private let verdicts: [MirrorVerdict]

    init(state: WizardState, texts: Catalogue) {
        self.state = state
        self.texts = texts
        verdicts = state.verdicts
    }

    func body(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        let parts = parts(width: width, height: height)
        for line in parts.table.lines { body.add(line) }
        body.cursor = parts.table.cursor
        let first = min(state.preview.scroll, parts.lastScroll)
        body.add(Self.place(first, of: parts))
        for line in parts.verdict.dropFirst(first).prefix(parts.room) { body.add(line) }
        return body
    }

    /// How far the verdict can be scrolled, and how many lines of it are shown.
    func scroll(_ size: Size) -> (last: Int, room: Int) {
        let parts = parts(width: size.columns, height: size.rows)
        return (parts.lastScroll, parts.room)
    }

    private struct Parts {
        let table: Body
        let verdict: [StyledLine]
        let room: Int

        var lastScroll: Int { max(0, verdict.count - room) }
    }

    private func parts(width: Int, height: Int) -> Parts {
        var verdict = Body(width: width - 1)
        addVerdict(to: &verdict)
        let wanted = min(verdict.lines.count, max(3, height / 2 - 3))
        let intro = height < 14 ? [] : wrapped(texts("step.mirrors.intro"), width: width)
        // Besides: names of columns, which part is shown, buttons, and two lines between.
        let rest = (intro.isEmpty ? 0 : intro.count + 1) + 5
        let table = table(width: width, intro: intro, rows: max(2, height - wanted - rest))
        return Parts(table: table, verdict: verdict.lines, room: max(1, height - table.lines.count - 1))
    }

    private static func place(_ first: Int, of parts: Parts) -> StyledLine {
        guard parts.lastScroll > 0 else { return [] }
        return MirrorForm.place(first, room: parts.room, count: parts.verdict.count, width: parts.table.width)
    }

    private func table(width: Int, intro: [String], rows: Int) -> Body {
        var body = Body(width: width)
        for line in intro { body.add([Span(line, .title)]) }
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
        addRows(columns, room: rows, to: &body)
        body.gap()
        var buttons: [Field] = []
        let fields = MirrorsStep().fields(state)
        for field in fields where field.id != .mirror { buttons.append(field) }
        addButtons(buttons, from: fields.count - buttons.count, to: &body)
        return body
    }

    private func addRows(_ columns: Columns, room: Int, to body: inout Body) {
        var all = Body(width: body.width)
        var owners: [Int] = []
        for index in state.answers.mirrors.indices {
            let row = all.nextLine
            add(index, columns, to: &all)
            all.mark(from: row, .field(index))
            owners += Array(repeating: index + 1, count: all.lines.count - owners.count)
        }
        // On a button the end is shown.
        let at = all.cursor?.row ?? all.lines.count
        let first = max(0, min(at - room + 2, all.lines.count - room))
        let shown = all.lines.dropFirst(first).prefix(room)
        if let cursor = all.cursor {
            body.cursor = Point(row: body.nextLine + cursor.row - first, column: cursor.column)
        }
        for line in shown { body.add(line) }
        guard shown.count < all.lines.count, let top = owners.dropFirst(first).first else { return }
        body.add("\(top)–\(owners[first + shown.count - 1]) / \(state.answers.mirrors.count)", .hint, indent: 3)
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
        case .unusable: return (Mark.wrong.rawValue, .error, "")
        case .awaited: return (ProbeView(state: state, texts: texts).spinner, .info, "")
        case .uncheckedCA: return (Mark.doubtful.rawValue, .warning, "")
        case .found(let finding): return (finding.severity.mark.rawValue, finding.severity.style, finding.code)
        case .good: return (Mark.good.rawValue, .success, "")
        }
    }

    private func addButtons(_ fields: [Field], from first: Int, to body: inout Body) {
        var line: StyledLine = [Span("   ")]
        for (offset, field) in fields.enumerated() {
            let isFocused = state.focus == first + offset
            if isFocused { body.cursor = Point(row: body.nextLine, column: line.width + 2) }
            line.append(
                Span("[ \(texts("field.\(field.id).label")) ]", isFocused ? .selected : .value, .field(first + offset))
            )
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
                body.add("\(index + 1)  " + texts(issue.problem), mark: .wrong)
                body.add(texts(issue.fix), indent: 2, mark: .remedy)
            }
        case .awaited:
            let isAsked = state.mirrors.probe.running != nil || state.mirrors.probe.others != nil
            body.add(texts(isAsked ? "probe.starts" : "mirrors.awaited"), .hint)
        case .uncheckedCA(let secret):
            let text = texts("mirrors.uncheckedCA", ["secret": printable(secret)])
            body.add("\(index + 1)  " + text, mark: .doubtful)
        case .found(let finding):
            body.add(finding, texts, number: index + 1, evidence: 0, hasCause: true)
        case .good: body.add("\(index + 1)  " + texts("probe.good"), mark: .good)
        }
    }
}
