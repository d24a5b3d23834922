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

    func keys(_ state: WizardState) -> [KeyHint] {
        var keys: [KeyHint] = []
        if state.currentField != nil { keys.append(KeyHint("Enter", "readyLook")) }
        if state.missesAnswer { keys.append(KeyHint("Enter", "fix")) }
        if state.upgrade.running != nil { keys.append(KeyHint("Esc", "readyStop")) }
        if state.readyFix != nil { keys.append(KeyHint("F5", "fix")) }
        if !state.upgrade.lines.isEmpty { keys.append(KeyHint("↑↓ PgDn", "scroll")) }
        return keys
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        if key == .escape, state.upgrade.running != nil { return state.stopReady() }
        if key == .enter, state.missesAnswer {
            state.goToMissingAnswer()
            return []
        }
        guard !state.upgrade.lines.isEmpty else { return nil }
        return state.scrollReady(key) ? [] : nil
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? { state.startReady() }

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
