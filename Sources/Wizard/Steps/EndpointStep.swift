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

    func bindings(_ state: WizardState) -> [KeyBinding] {
        guard state.currentField?.id == .mirror else { return [] }
        return [
            KeyBinding("d", [.character("d"), .delete], hint: "remove", help: .mirrors) { state, _ in
                state.answers.mirrors.remove(at: state.focus - 1)
                state.mirrorIndex = max(0, min(state.mirrorIndex, state.answers.mirrors.count - 1))
                state.focus(state.answers.mirrors.isEmpty ? 0 : min(state.focus, state.answers.mirrors.count))
                return []
            },
            moving("<", .character("<"), by: -1, hint: "up"), moving(">", .character(">"), by: 1, hint: "down"),
        ]
    }

    private func moving(_ name: String, _ key: Key, by offset: Int, hint: String) -> KeyBinding {
        KeyBinding(
            name,
            [key],
            hint: hint,
            help: .mirrors,
            when: { $0.answers.mirrors.indices.contains($0.focus - 1 + offset) }
        ) { state, _ in
            let (index, target) = (state.focus - 1, state.focus - 1 + offset)
            state.answers.mirrors.swapAt(index, target)
            if state.mirrorIndex == index {
                state.mirrorIndex = target
            } else if state.mirrorIndex == target {
                state.mirrorIndex = index
            }
            state.focus(target + 1)
            return []
        }
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        switch field.id {
        case .mirror:
            return FieldAction("edit") { state in
                state.mirrorIndex = state.focus - 1
                state.focus(0)
                return []
            }
        case .addMirror:
            return FieldAction(nil) { state in
                state.answers.mirrors.append(MirrorDraft())
                state.mirrorIndex = state.answers.mirrors.count - 1
                state.focus(0)
                return []
            }
        default: return nil
        }
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullAnatomy(state: state, texts: texts).add(to: &body)
    }
}
