import MirrorCore
import Texts

/// What would change and what results, over the whole screen; where a session on a file begins.
struct ReviewStep: WizardStep {
    let id = StepID.review
    let usesFullWidth = true
    let asksWhenEntered = true

    func fields(_ state: WizardState) -> [Field] {
        if state.mirrors.diffView.tab == .live {
            return [
                Field(.compareLive, .button), Field(.liveKubeconfig, .path(\.mirrors.jobs.kubeconfig)),
                Field(.liveSaved, .path(\.mirrors.jobs.savedPath)),
            ]
        }
        return []
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        // A path is being typed: its letters are no keys.
        if state.currentField?.binding != nil { return [] }
        let tabs = KeyBinding("←→", [.left, .right], hint: "tab", help: .tabs) { state, key in
            state.turnReviewTab(by: key == .left ? -1 : 1)
            return []
        }
        let keys = DiffKeys(tab: state.mirrors.diffView.tab)
        return state.mirrors.diffView.typing == nil ? [tabs] + keys.table : keys.search
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        switch field.id {
        // Nothing to compare with yet: to the first of the two paths.
        case .compareLive where state.mirrors.jobs.liveSource == nil:
            return FieldAction(nil) { state in
                state.focus(1)
                return []
            }
        // Enter in one of the paths, too.
        default:
            let isDue = state.mirrors.jobs.compared != state.mirrors.jobs.liveSource
            return FieldAction(
                field.id == .compareLive ? "compare" : nil,
                isReady: state.canCompare,
                isDue: isDue
            ) {
                $0.startComparing()
            }
        }
    }

    func turnView(_ state: inout WizardState) { state.turnReviewTab(by: 1) }

    func status(_ state: WizardState) -> StepStatus {
        switch state.mirrors.change.outcome {
        case .change(let preview):
            if preview.isRefused { return .wrong }
            return preview.concerns.contains { $0.severity == .warning } ? .doubtful : .done
        case .refused: return .wrong
        case .unchanged, nil: return .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = Body(width: width)
        for line in ReviewTabs(open: state.mirrors.diffView.tab, texts: texts).lines(width: width) { body.add(line) }
        body.gap()
        FieldRows(fields: fields(state), state: state, texts: texts).add(to: &body)
        body.gap()
        DiffPane(state: state, texts: texts, tab: state.mirrors.diffView.tab).add(
            to: &body,
            height: height - body.lines.count,
            takesCursor: body.cursor == nil
        )
        return body
    }
}
