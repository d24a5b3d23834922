import MirrorCore
import Texts

/// `File │ Nodes │ …`, the open one marked; in two lines where one is too short.
struct ReviewTabs {
    let open: ReviewTab
    let texts: Catalogue

    func lines(width: Int) -> [StyledLine] {
        var lines: [StyledLine] = [[]]
        for tab in ReviewTab.allCases {
            let title = tab.title(texts)
            let span = tab == open ? Span("▸" + title, .stepCurrent) : Span(" " + title, .hint)
            let last = lines.count - 1
            if !lines[last].isEmpty, lines[last].width + 2 + DisplayWidth.of(span.text) > width {
                lines.append([span])
            } else {
                lines[last] += (lines[last].isEmpty ? [] : [Span(" │", .border)]) + [span]
            }
        }
        return lines
    }
}
