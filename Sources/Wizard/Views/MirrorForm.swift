import Diagnosis
import MirrorCore
import Texts

/// The page of one mirror: its fields, a line on the one in focus, and below, as far as there is room, what nodes will ask
/// and what the mirror says; PgUp and PgDn go through the rest of that.
struct MirrorForm {
    private let state: WizardState
    private let texts: Catalogue
    private let width: Int
    private let height: Int
    private let fields: Body
    private let lower: [StyledLine]

    /// As it is on the screen.
    init(_ state: WizardState) {
        let size = state.formSize
        let texts = Catalogue.named(state.language) ?? .english
        self.init(state, texts: texts, width: size.columns, height: size.rows)
    }

    init(_ state: WizardState, texts: Catalogue, width: Int, height: Int) {
        self.state = state
        self.texts = texts
        self.width = width
        self.height = height
        var fields = Body(width: width - 1)
        FormView(step: MirrorStep(), state: state, texts: texts, hasHints: false, hasMarks: true).addFields(to: &fields)
        self.fields = fields
        lower = Lower(state, texts, width: width - 1, room: Self.room(height, fields)).lines
    }

    private static func fieldRows(_ height: Int, _ fields: Body) -> Int { min(fields.lines.count, max(4, height - 5)) }

    /// Lines for what stands below.
    private static func room(_ height: Int, _ fields: Body) -> Int { max(0, height - fieldRows(height, fields) - 2) }

    var room: Int { Self.room(height, fields) }
    var lastScroll: Int { max(0, lower.count - room) }

    func body() -> Body {
        var body = Body(width: width)
        let rows = Self.fieldRows(height, fields)
        let at = fields.cursor?.row ?? 0
        let first = max(0, min(at - rows + 2, fields.lines.count - rows))
        body.addWindow(of: fields.lines, from: first, count: rows)
        if let cursor = fields.cursor, (first..<first + rows).contains(cursor.row) {
            body.cursor = Point(row: cursor.row - first, column: cursor.column)
        }
        body.add([Span(fittingWithDots(hint, width: width), .hint)])
        let firstLower = min(state.preview.scroll, lastScroll)
        if lastScroll > 0 {
            body.add(Self.place(firstLower, room: room, count: lower.count, width: width))
        } else {
            body.add([])
        }
        for line in lower.dropFirst(firstLower).prefix(room) { body.add(line) }
        return body
    }

    /// Which part of what is said is shown, where it is not all: right above it.
    static func place(_ first: Int, room: Int, count: Int, width: Int) -> StyledLine {
        let text = "\(first + 1)–\(min(count, first + room))/\(count)  PgUp PgDn"
        return [Span(String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))), Span(text, .hint)]
    }

    /// Of the field in focus.
    private var hint: String {
        guard let field = state.currentField else { return "" }
        if field.id == .makeLogin, state.wantedLogin == nil { return "→ " + texts("login.missing") }
        let isLogin = field.id == .pullCredentialConfigPath || field.id == .probeCredentials
        if isLogin, let endpoint = state.wantedPlan?.endpoint {
            return texts("credentials.key", ["host": endpoint.hostAndPort])
        }
        let key = "field.\(field.id).hint"
        let text = texts(key)
        return text == key ? "" : text
    }
}

/// What stands below the fields, the most wanted first.
private struct Lower {
    private(set) var lines: [StyledLine] = []

    init(_ state: WizardState, _ texts: Catalogue, width: Int, room: Int) {
        let view = ProbeView(state: state, texts: texts)
        var said = Body(width: width)
        for line in view.phaseLines(width: width) { said.add(line) }
        view.addWork(to: &said)
        for remark in state.wantedPlan.map({ EditConcern.remarks(on: $0.endpoint) }) ?? [] {
            said.add(texts(remark.problem), .info, indent: 0, marker: "i")
        }
        view.addFindings(to: &said)
        var (long, short) = (Body(width: width), Body(width: width))
        let anatomy = PullAnatomy(state: state, texts: texts)
        anatomy.add(to: &long)
        anatomy.addShort(to: &short)
        // While the address is being typed it is what is looked at, in one line: all that moves with a letter is sent over
        // the line. Else an error has the room.
        let isTypingAddress = state.focus < 2
        let fits = !isTypingAddress && long.lines.count + 1 + said.lines.count <= room
        let addresses = fits ? long : short
        let isBehind = !fits && short.lines.count + 1 + said.lines.count > room && !isTypingAddress
        for part in isBehind ? [said, long] : [addresses, said] where !part.lines.isEmpty {
            lines += (lines.isEmpty ? [] : [[]]) + part.lines
        }
        var more = Body(width: width)
        view.addDetails(to: &more)
        more.add(pageCommand: state.probeCommand, texts)
        if !more.lines.isEmpty { lines += [[]] + more.lines }
    }
}

extension WizardState {
    /// Columns and rows of a page that takes the place of the preview, too.
    var listSize: Size {
        isWide
            ? Size(columns: size.columns - WideLayout.railWidth - 4, rows: size.rows - 4 - WideLayout.probeRows(self))
            : Size(columns: size.columns - 2, rows: size.rows - 5)
    }

    /// Columns and rows that a page beside or without a preview has.
    var formSize: Size {
        isWide
            ? Size(columns: max(46, (size.columns - WideLayout.railWidth) / 2) - 4, rows: size.rows - 4)
            : Size(columns: size.columns - 2, rows: size.rows - 5)
    }
}

extension Body {
    /// Some of these lines, with a mark at the right edge where there are more.
    fileprivate mutating func addWindow(of lines: [StyledLine], from first: Int, count: Int) {
        for (offset, line) in lines.dropFirst(first).prefix(count).enumerated() {
            let isTop = offset == 0 && first > 0
            let isBottom = offset == count - 1 && first + count < lines.count
            guard isTop || isBottom else {
                add(line)
                continue
            }
            let gap = String(repeating: " ", count: max(0, width - 1 - line.width))
            add(line + [Span(gap), Span(isBottom ? "↓" : "↑", .hint)])
        }
    }
}
