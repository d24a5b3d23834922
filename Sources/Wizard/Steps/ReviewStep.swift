import MirrorCore

/// What results, in every form, over the whole screen.
struct ReviewStep: WizardStep {
    let id: StepID = "review"
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] { [] }

    func keys(_ state: WizardState) -> [KeyHint] { [KeyHint("←→", "tab"), KeyHint("↑↓", "scroll")] }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        switch key {
        case .left: state.turnPreviewTab(by: -1)
        case .right: state.turnPreviewTab(by: 1)
        default: return state.scrollPreview(key) ? [] : nil
        }
        return []
    }

    func status(_ state: WizardState) -> StepStatus {
        if case .change = state.change.outcome { return .done }
        return .pending
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        PreviewView(state: state, texts: texts).body(width: width, height: height)
    }
}
