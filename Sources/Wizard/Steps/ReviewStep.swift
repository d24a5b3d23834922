import MirrorCore
import Texts

/// What would change and what results, over the whole screen; where a session on a file begins.
struct ReviewStep: WizardStep {
    let id = StepID.review
    let usesFullWidth = true

    /// Without a change there is one thing to do.
    func fields(_ state: WizardState) -> [Field] {
        if state.diffView.tab == .live {
            return [
                Field(.compareLive, .button), Field(.liveKubeconfig, .path(\.jobs.kubeconfig)),
                Field(.liveSaved, .path(\.jobs.savedPath)),
            ]
        }
        if case .unchanged = state.change.outcome { return [Field(.change, .button)] }
        return []
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        let name: String? =
            switch state.currentField?.id {
            case .change: "change"
            case .compareLive where state.jobs.liveSource != nil: "compare"
            default: nil
            }
        let enter = name.map { [KeyHint("Enter", $0)] } ?? []
        return enter + [KeyHint("←→", "tab"), KeyHint("↑↓", "scroll")]
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        // A path is being typed: its letters are no keys.
        if let field, field.binding != nil { return nil }
        if state.handleDiffKey(key, tab: state.diffView.tab) { return [] }
        switch key {
        case .left: state.turnReviewTab(by: -1)
        case .right: state.turnReviewTab(by: 1)
        default: return nil
        }
        return []
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        switch field.id {
        case .change: state.go(to: .cluster)
        case .compareLive where state.jobs.liveSource == nil:
            // Nothing to compare with yet: to the first of the two paths.
            state.focus(1)
        // Enter in one of the paths, too.
        default: return state.startComparing()
        }
        return []
    }

    func turnView(_ state: inout WizardState) { state.turnReviewTab(by: 1) }

    func status(_ state: WizardState) -> StepStatus {
        if case .change = state.change.outcome { return .done }
        return .pending
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        for line in ReviewTabs(open: state.diffView.tab, texts: texts).lines(width: width) { body.add(line) }
        body.gap()
        FieldRows(fields: fields(state), state: state, texts: texts).add(to: &body)
        body.gap()
        DiffPane(state: state, texts: texts, tab: state.diffView.tab).add(
            to: &body,
            height: height - body.lines.count,
            takesCursor: body.cursor == nil
        )
        return body
    }
}
