import MirrorCore
import Texts

/// What would be sent, before anything is.
struct PushLookStep: PushTrackStep {
    let id = StepID.pushLook
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        guard state.push.running == nil, state.pushOrder(.dryRun) != nil else { return [] }
        return [Field(.pushLookNow, .button)]
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        let stop = KeyBinding(
            "Esc",
            [.escape],
            hint: "stopPush",
            help: .stop,
            when: { $0.push.look?.isRunning == true }
        ) { state, _ in
            state.stopPush(leaves: false)
        }
        return [stop] + PushListKeys(run: \.push.look).table
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        let isDue = state.push.look?.order != state.pushOrder(.dryRun)
        return FieldAction("pushLook", isDue: isDue) { $0.startPush(.dryRun) }
    }

    func status(_ state: WizardState) -> StepStatus {
        guard let end = state.push.look?.end else { return .pending }
        if case .refused = end.kind { return .wrong }
        return end.findings.isEmpty ? .done : .wrong
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        PushPlanView(state: state, texts: texts).body(width: width, height: height)
    }
}
