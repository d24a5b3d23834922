import MirrorCore
import Texts

/// What the view of a change shows: which tab, where in it, what is folded, what is looked for.
package struct DiffViewState: Equatable, Sendable {
    package var tab = ReviewTab.file
    /// The row that has the cursor, among all rows of the tab, folded ones counted.
    package var row = 0
    /// Blocks whose rows are hidden.
    package var folded: Set<Int> = []
    /// What was looked for last.
    package var query = ""
    /// A search that is being typed; `nil` when none is.
    package var typing: String?

    /// Begins at the top again, for another change; the tab stays.
    mutating func reset() {
        row = 0
        folded = []
        typing = nil
    }
}

/// What a review can show. ADD A TAB as a case and in `allCases`; its title is `preview.CASE`.
package enum ReviewTab: Equatable, Sendable, CaseIterable {
    /// What would change: in the file, on the nodes, and what follows.
    case file, nodes, effects
    /// The running cluster beside it.
    case live
    /// What results.
    case preview(PreviewTab)

    package static let allCases = [.file, .nodes, .effects, .live] + PreviewTab.all.map(ReviewTab.preview)

    func title(_ texts: Catalogue) -> String {
        switch self {
        case .file: texts("preview.file")
        case .nodes: texts("preview.nodes")
        case .effects: texts("preview.effects")
        case .live: texts("preview.live")
        case .preview(let tab): tab.title(texts)
        }
    }

    func rows(_ state: WizardState, _ texts: Catalogue, width: Int) -> [DiffRow] {
        switch self {
        case .file: ChangeRows(state: state, texts: texts, width: width).file
        case .nodes: ChangeRows(state: state, texts: texts, width: width).nodes
        case .effects: ChangeRows(state: state, texts: texts, width: width).effects
        case .live: LiveRows(state: state, texts: texts, width: width).rows
        case .preview(let tab): tab.lines(state, texts, width: width).map { DiffRow($0) }
        }
    }
}
