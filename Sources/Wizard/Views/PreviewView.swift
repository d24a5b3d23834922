import MirrorCore
import Texts

/// The preview: tabs above, lines below.
struct PreviewView {
    let state: WizardState
    let texts: Catalogue

    var tab: PreviewTab { PreviewTab.all[state.preview.tab % PreviewTab.all.count] }

    /// `YAML │ config.toml │ …`, the open one marked.
    var tabs: StyledLine {
        var line: StyledLine = []
        for (index, candidate) in PreviewTab.all.enumerated() {
            if !line.isEmpty { line.append(Span(" │ ", .border)) }
            let title = candidate.title(texts)
            line.append(
                candidate == tab ? Span("▸" + title, .stepCurrent, .tab(index)) : Span(" " + title, .hint, .tab(index))
            )
        }
        return line
    }

    /// With the tabs as its first line, scrolled as the state says.
    func body(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        body.add(tabs)
        body.add([])
        addLines(to: &body, room: height - 2)
        body.cursor = Point(row: 0, column: cursorColumn)
        return body
    }

    private func addLines(to body: inout Body, room: Int) {
        let lines = tab.lines(state, texts, width: body.width)
        let last = max(0, lines.count - room)
        let first = min(state.preview.scroll, last)
        for line in lines.dropFirst(first).prefix(max(0, room)) { body.add(line) }
    }

    /// The pane beside the form: no cursor, no scrolling of its own; begins at the change.
    func pane(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        let lines = tab.lines(state, texts, width: body.width)
        let change = lines.firstIndex(where: \.isChange) ?? 0
        let first = max(0, min(change - 4, lines.count - height))
        for line in lines.dropFirst(first).prefix(height) { body.add(line) }
        return body
    }

    private var cursorColumn: Int {
        var column = 0
        for span in tabs {
            if span.style == .stepCurrent { return column }
            column += DisplayWidth.of(span.text)
        }
        return 0
    }
}

extension StyledLine {
    var isChange: Bool { first?.style == .added || first?.style == .removed }
}
