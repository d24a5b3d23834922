import MirrorCore
import Texts

/// The look before an upgrade, and what it came to.
struct ReadyStep: UpgradeTrackStep {
    let id = StepID.ready
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        guard state.upgrade.running == nil, state.readyQuestion != nil else { return [] }
        return [Field(state.upgrade.end == nil ? .readyLook : .readyAgain, .button)]
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            KeyBinding("Esc", [.escape], hint: "readyStop", help: .stop, when: { $0.upgrade.running != nil }) {
                state,
                _ in
                state.stopReady()
            },
            fixBinding(hint: state.readyFix == nil && !state.missesAnswer ? nil : "fix"),
            KeyBinding(
                "↑↓ PgDn",
                [.up, .down, .pageUp, .pageDown, .home, .end],
                hint: "scroll",
                help: .scroll,
                when: \.canScrollReady
            ) { state, key in
                state.scrollReady(key)
                return []
            },
        ]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        let isDue = state.upgrade.end == nil || state.upgrade.asked != state.readyQuestion
        return FieldAction("readyLook", isDue: isDue) { $0.startReady() }
    }

    func status(_ state: WizardState) -> StepStatus {
        switch state.upgrade.end {
        case .verdict(let verdict): verdict.isGood ? .done : .wrong
        case .refused: .wrong
        case .stopped, nil: .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        ReadyView(state: state, texts: texts).body(width: width)
    }
}
