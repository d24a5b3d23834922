import MirrorCore
import Texts

/// A push runs: stop it, and leave then?
package struct StopPushQuestion: Overlay {
    let leaves: Bool

    package init(leaves: Bool) { self.leaves = leaves }

    private func isStopping(_ state: WizardState) -> Bool { state.push.running?.phase == .stopping }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts(isStopping(state) ? "pushStop.breakTitle" : leaves ? "pushStop.leaveTitle" : "pushStop.title")
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        if let progress = state.push.running?.progress {
            let values = [
                "done": "\(progress.done)", "images": "\(progress.images.count)", "percent": "\(progress.percent)",
            ]
            body.add(texts("pushStop.progress", values))
            body.gap()
        }
        body.add(texts(isStopping(state) ? "pushStop.breakText" : "pushStop.text"))
        guard let order = state.push.running?.order else { return }
        body.gap()
        body.add(texts("pushStop.resume"), .label)
        body.add(order.command)
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let hint = isStopping(state) ? "breakOff" : leaves ? "stopAndLeave" : "stopPush"
        let leave = KeyBinding("F10", [.function(10)], hint: "leaveRunning", help: nil, when: \.canLeavePush) {
            state,
            _ in
            state.leavePushRunning(leaves: leaves)
        }
        return [.answer(hint) { $0.stopPush(leaves: leaves) }, leave, .dismissal("goOnPushing")]
    }
}
