import MirrorCore
import Texts

/// `File │ Nodes │ …`, the open one marked; in two lines where one is too short.
struct ReviewTabs {
    let open: ReviewTab
    let texts: Catalogue

    func lines(width: Int) -> [StyledLine] {
        var lines: [StyledLine] = [[]]
        for (index, tab) in ReviewTab.allCases.enumerated() {
            let title = tab.title(texts)
            let span =
                tab == open ? Span("▸" + title, .stepCurrent, .tab(index)) : Span(" " + title, .hint, .tab(index))
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
