import MirrorCore
import Texts

/// Keys of the preview, where it has the screen.
extension WizardState {
    mutating func turnPreviewTab(by offset: Int) {
        let count = PreviewTab.all.count
        preview.tab = (preview.tab + offset + count) % count
        preview.scroll = changeInPreview
    }

    /// Where what would change begins, with some lines before it.
    var changeInPreview: Int {
        let texts = Catalogue.named(language) ?? .english
        let tab = PreviewTab.all[preview.tab % PreviewTab.all.count]
        let change = tab.lines(self, texts, width: size.columns - 4).firstIndex(where: \.isChange) ?? 0
        return max(0, min(lastScroll, change - 3))
    }

    mutating func scrollPreview(_ key: Key) {
        switch key {
        case .up: preview.scroll = max(0, preview.scroll - 1)
        case .down: preview.scroll = min(preview.scroll + 1, lastScroll)
        case .pageUp: preview.scroll = max(0, preview.scroll - pageHeight)
        case .pageDown: preview.scroll = min(preview.scroll + pageHeight, lastScroll)
        case .home: preview.scroll = 0
        case .end: preview.scroll = lastScroll
        default: break
        }
    }

    /// Scrolls a question that is longer than the screen, so that a diff is seen to its end.
    mutating func scrollOverlay(_ key: Key, lines: Int) {
        let step: Int? =
            switch key {
            case .up: -1
            case .down: 1
            case .pageUp: -pageHeight
            case .pageDown: pageHeight
            default: nil
            }
        if let step { preview.scroll = max(0, min(preview.scroll + step, lastOverlayScroll(lines: lines))) }
    }

    /// How far an overlay of so many lines can be scrolled: it shows title, gap and lines between two rules.
    func lastOverlayScroll(lines: Int) -> Int { max(0, lines + 2 - (size.rows - 4)) }

    /// How far what is shown can be scrolled.
    var lastScroll: Int {
        let width = size.columns - 4
        // How much there is to scroll depends on how long the sentences are.
        let texts = Catalogue.named(language) ?? .english
        return max(0, currentStep.scrolledLines(self, width: width, texts) - 4)
    }
}
