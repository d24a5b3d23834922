import MirrorCore
import Texts

/// Where the mirror answers, and the list of mirrors.
struct EndpointStep: WizardStep {
    let id = StepID.endpoint

    func fields(_ state: WizardState) -> [Field] {
        let url = Field(.endpoint, .text(\.mirror.endpoint), draftField: .endpoint)
        guard !state.answers.mirrors.isEmpty else { return [url] }
        let items = state.answers.mirrors.enumerated().map { index, draft in
            let name = draft.endpoint.isEmpty ? "…" : draft.endpoint
            let path = draft.mirrorNamespace.isEmpty ? "" : "  /\(draft.mirrorNamespace)"
            return Field(
                .mirror,
                .item(label: "\(index + 1)  \(printable(name + path))", isCurrent: index == state.mirrorIndex)
            )
        }
        return [url] + items + [Field(.addMirror, .button)]
    }

    func status(_ state: WizardState) -> StepStatus {
        if state.issuesOfCurrentMirror.contains(where: { $0.field == .endpoint }) { return .wrong }
        return state.mirror.endpoint.isEmpty ? .pending : .done
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        guard case .item = state.currentField?.kind else { return [] }
        return [KeyHint("Enter", "edit"), KeyHint("d", "remove"), KeyHint("<", "up"), KeyHint(">", "down")]
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        guard case .item = field?.kind else { return nil }
        let index = state.focus - 1
        switch key {
        case .character("d"), .delete:
            state.answers.mirrors.remove(at: index)
            state.mirrorIndex = max(0, min(state.mirrorIndex, state.answers.mirrors.count - 1))
            state.focus(state.answers.mirrors.isEmpty ? 0 : min(state.focus, state.answers.mirrors.count))
        case .character("<"): move(from: index, to: index - 1, &state)
        case .character(">"): move(from: index, to: index + 1, &state)
        default: return nil
        }
        return []
    }

    private func move(from index: Int, to target: Int, _ state: inout WizardState) {
        guard state.answers.mirrors.indices.contains(target) else { return }
        state.answers.mirrors.swapAt(index, target)
        if state.mirrorIndex == index {
            state.mirrorIndex = target
        } else if state.mirrorIndex == target {
            state.mirrorIndex = index
        }
        state.focus(target + 1)
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        switch field.id {
        case .mirror: state.mirrorIndex = state.focus - 1
        case .addMirror:
            state.answers.mirrors.append(MirrorDraft())
            state.mirrorIndex = state.answers.mirrors.count - 1
        default: return nil
        }
        state.focus(0)
        return []
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullAnatomy(state: state, texts: texts).add(to: &body)
    }
}
