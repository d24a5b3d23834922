import MirrorCore
import Texts

/// The push while it runs, and what came of it.
struct PushStep: PushTrackStep {
    let id = StepID.push
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        guard state.push.running == nil else { return [] }
        let follow = state.push.detached.isEmpty ? [] : [Field(.followPush, .button, isDetour: true)]
        guard state.pushOrder(.push) != nil else { return follow }
        let isAgain = state.push.run?.end.map { $0.kind != .complete } ?? false
        let isAudit = state.push.run?.order.work == .verify
        return [Field(isAgain && !isAudit ? .pushAgain : .pushStart, .button), Field(.pushAudit, .button)] + follow
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        let stop = KeyBinding(
            "Esc",
            [.escape],
            hint: "stopPush",
            help: .stop,
            when: { $0.push.run?.isRunning == true }
        ) { state, _ in
            // Reading back changes nothing: it simply ends.
            if state.push.run?.order.work == .verify { return state.stopPush(leaves: false) }
            state.ask(StopPushQuestion(leaves: false))
            return []
        }
        let leave = KeyBinding("F10", [.function(10)], hint: "leaveRunning", help: .leaveRunning, when: \.canLeavePush)
        {
            state,
            _ in
            state.leavePushRunning(leaves: false)
        }
        return [stop, leave] + PushListKeys(run: \.push.run).table
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        let last = state.push.run?.order
        if field.id == .followPush {
            return FieldAction("followPush") { state in state.push.detached.first.map { state.follow($0) } ?? [] }
        }
        if field.id == .pushAudit {
            return FieldAction("pushAudit", isDue: last != state.pushOrder(.verify)) { $0.startPush(.verify) }
        }
        // What was left undone is gone on with; what is complete is not sent once more.
        let isComplete = state.push.run?.end?.kind == .complete
        let isDue = !isComplete || state.pushOrder(.push).map { last?.isAbout($0) != true } ?? true
        return FieldAction("pushStart", isDue: isDue) { state in
            if let order = state.pushOrder(.push), case .lost = state.pushCover(order.endpoint) {
                state.ask(UncoveredQuestion())
                return []
            }
            return state.startPush(.push)
        }
    }

    func lookAgain(_ state: inout WizardState) -> [Effect] { state.lookForDetached() }

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
