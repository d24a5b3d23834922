import MirrorCore
import Texts

/// The push while it runs, and what came of it.
struct PushStep: PushTrackStep {
    let id = StepID.push
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        guard state.push.running == nil, state.pushOrder(.push) != nil else { return [] }
        let isAgain = state.push.run?.end.map { $0.kind != .complete } ?? false
        let isAudit = state.push.run?.order.work == .audit
        return [Field(isAgain && !isAudit ? .pushAgain : .pushStart, .button), Field(.pushAudit, .button)]
    }

    func keys(_ state: WizardState) -> [KeyHint] {
        var keys: [KeyHint] = []
        switch state.currentField?.id {
        case .pushAudit: keys.append(KeyHint("Enter", "pushAudit"))
        case .some: keys.append(KeyHint("Enter", "pushStart"))
        case nil: break
        }
        if state.push.run?.isRunning == true { keys.append(KeyHint("Esc", "stopPush")) }
        if state.push.run?.progress != nil { keys += [KeyHint("↑↓", "scroll"), KeyHint("←→", "tab")] }
        return keys
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        if key == .escape, let run = state.push.run, run.isRunning {
            // Reading back changes nothing: it simply ends.
            if run.order.work == .audit { return state.stopPush(leaves: false) }
            state.overlay = .stopPush(leaves: false)
            return []
        }
        return state.handlePushKey(key, state.push.run) ? [] : nil
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        if field.id == .pushAudit { return state.startPush(.audit) }
        if let order = state.pushOrder(.push), case .lost = state.pushCover(order.endpoint) {
            state.overlay = .pushUncovered
            return []
        }
        return state.startPush(.push)
    }

    func status(_ state: WizardState) -> StepStatus {
        switch state.push.run?.end?.kind {
        case .complete: .done
        case .incomplete, .refused: .wrong
        case .stopped, nil: .pending
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        PushView(state: state, texts: texts).body(width: width, height: height)
    }
}
