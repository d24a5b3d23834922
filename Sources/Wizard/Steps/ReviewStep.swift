import MirrorCore

/// What would change and what results, over the whole screen; where a session on a file begins.
struct ReviewStep: WizardStep {
    let id: StepID = "review"
    let usesFullWidth = true

    /// Without a change there is one thing to do.
    func fields(_ state: WizardState) -> [Field] {
        if case .unchanged = state.change.outcome { return [Field("change", .button)] }
        return []
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        let enter = fields(state).isEmpty ? [] : [KeyHint("Enter", "change")]
        return enter + [KeyHint("←→", "tab"), KeyHint("↑↓", "scroll")]
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        if state.handleDiffKey(key, tab: state.diffView.tab) { return [] }
        switch key {
        case .left: state.turnReviewTab(by: -1)
        case .right: state.turnReviewTab(by: 1)
        default: return nil
        }
        return []
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        state.go(to: Steps.all[0].id)
        return []
    }

    func status(_ state: WizardState) -> StepStatus {
        if case .change = state.change.outcome { return .done }
        return .pending
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        for line in ReviewTabs(open: state.diffView.tab, texts: texts).lines(width: width) { body.add(line) }
        body.gap()
        if let field = fields(state).first {
            body.add([Span("[ \(texts("field.\(field.id).label")) ]", .selected)])
            body.cursor = Point(row: body.lines.count - 1, column: 2)
            body.gap()
        }
        DiffPane(state: state, texts: texts, tab: state.diffView.tab).add(
            to: &body,
            height: height - body.lines.count,
            takesCursor: body.cursor == nil
        )
        return body
    }
}
