import MirrorCore
import Texts

/// What would be sent, before anything is.
struct PushLookStep: PushTrackStep {
    let id = StepID.pushLook
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        guard state.push.running == nil, state.pushOrder(.look) != nil else { return [] }
        return [Field(.pushLookNow, .button)]
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        var keys: [KeyHint] = []
        if state.currentField != nil { keys.append(KeyHint("Enter", "pushLook")) }
        if state.push.look?.isRunning == true { keys.append(KeyHint("Esc", "stopPush")) }
        if state.push.look?.progress != nil { keys += [KeyHint("↑↓", "scroll"), KeyHint("←→", "tab")] }
        return keys
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        if key == .escape, state.push.look?.isRunning == true { return state.stopPush(leaves: false) }
        return state.handlePushKey(key, state.push.look) ? [] : nil
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? { state.startPush(.look) }

    func status(_ state: WizardState) -> StepStatus {
        guard let end = state.push.look?.end else { return .pending }
        if case .refused = end.kind { return .wrong }
        return end.findings.isEmpty ? .done : .wrong
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        PushPlanView(state: state, texts: texts).body(width: width, height: height)
    }
}
