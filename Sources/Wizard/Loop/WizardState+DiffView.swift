import MirrorCore
import Texts

/// What the keys of the view of a change do, on the steps that show one.
extension WizardState {
    private func diffRows(_ tab: ReviewTab) -> DiffRows {
        // What a search finds depends on how the sentences are.
        let texts = Catalogue.named(language) ?? .english
        return DiffRows(tab.rows(self, texts, width: diffWidth), folded: mirrors.diffView.folded)
    }

    private var diffWidth: Int { isWide ? size.columns - 24 : size.columns - 2 }

    private mutating func move(_ rows: DiffRows, from at: Int, by offset: Int) {
        guard let position = rows.visible.firstIndex(of: at) else { return }
        mirrors.diffView.row = rows.visible[max(0, min(rows.visible.count - 1, position + offset))]
    }

    private mutating func fold(_ rows: DiffRows, _ at: Int) {
        guard rows.rows.indices.contains(at), let block = rows.rows[at].block else { return }
        if mirrors.diffView.folded.remove(block) == nil { mirrors.diffView.folded.insert(block) }
        // The title stays in view.
        if let title = rows.titles.first(where: { rows.rows[$0].block == block }) { mirrors.diffView.row = title }
    }

    /// Folds every block; opens all of them when none is left to fold.
    private mutating func foldAll(_ rows: DiffRows, _ at: Int) {
        let blocks = Set(rows.rows.compactMap(\.block))
        mirrors.diffView.folded = mirrors.diffView.folded.isSuperset(of: blocks) ? [] : blocks
        if let title = rows.titles.last(where: { $0 <= at }) { mirrors.diffView.row = title }
    }

    mutating func typeSearch(_ key: Key) {
        switch key {
        case .character(let character): mirrors.diffView.typing?.append(character)
        case .paste(let pasted): mirrors.diffView.typing?.append(contentsOf: pasted.prefix { $0 != "\n" })
        case .backspace: if mirrors.diffView.typing?.popLast() == nil { mirrors.diffView.typing = nil }
        default: break
        }
    }

    mutating func endSearch(_ tab: ReviewTab) {
        mirrors.diffView.query = mirrors.diffView.typing ?? ""
        mirrors.diffView.typing = nil
        let rows = diffRows(tab)
        // The row with the cursor counts, too.
        find(rows, from: rows.nearest(mirrors.diffView.row) - 1, forward: true)
    }

    mutating func findAgain(_ tab: ReviewTab, forward: Bool) {
        let rows = diffRows(tab)
        find(rows, from: rows.nearest(mirrors.diffView.row), forward: forward)
    }

    func canScrollDiff(_ tab: ReviewTab) -> Bool { diffRows(tab).visible.count > 1 }

    mutating func scrollDiff(_ tab: ReviewTab, _ key: Key) {
        let rows = diffRows(tab)
        let at = rows.nearest(mirrors.diffView.row)
        switch key {
        case .up: move(rows, from: at, by: -1)
        case .down: move(rows, from: at, by: 1)
        case .pageUp: move(rows, from: at, by: -pageHeight)
        case .pageDown: move(rows, from: at, by: pageHeight)
        case .scroll(_, _, let isUp): move(rows, from: at, by: isUp ? -3 : 3)
        case .home: mirrors.diffView.row = 0
        case .end: mirrors.diffView.row = rows.visible.last ?? 0
        default: break
        }
    }

    mutating func goToPart(_ tab: ReviewTab, forward: Bool) {
        let rows = diffRows(tab)
        let at = rows.nearest(mirrors.diffView.row)
        mirrors.diffView.row = (forward ? rows.titles.first { $0 > at } : rows.titles.last { $0 < at }) ?? at
    }

    mutating func fold(_ tab: ReviewTab, all: Bool) {
        let rows = diffRows(tab)
        let at = rows.nearest(mirrors.diffView.row)
        if all { foldAll(rows, at) } else { fold(rows, at) }
    }

    /// Goes to the next row with what is looked for, round the end, and unfolds it.
    private mutating func find(_ rows: DiffRows, from at: Int, forward: Bool) {
        let matches = rows.matches(mirrors.diffView.query)
        let next =
            forward ? matches.first { $0 > at } ?? matches.first : matches.last { $0 < at } ?? matches.last
        guard let next else { return }
        if let block = rows.rows[next].block, !rows.rows[next].isTitle { mirrors.diffView.folded.remove(block) }
        mirrors.diffView.row = next
    }

    mutating func turnReviewTab(by offset: Int) {
        let all = ReviewTab.allCases
        let index = all.firstIndex(of: mirrors.diffView.tab) ?? 0
        mirrors.diffView.tab = all[(index + offset + all.count) % all.count]
        focus = 0
        mirrors.diffView.reset()
    }
}
