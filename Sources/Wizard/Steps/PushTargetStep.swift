import MirrorCore
import Texts

/// Where the images go, and how.
struct PushTargetStep: PushTrackStep {
    let id = StepID.pushTarget
    let usesFullWidth = true
    let followsCursor = true
    let isDense = true

    func fields(_ state: WizardState) -> [Field] {
        let scheme = Choice(
            options: [Phrase("pushTarget.https"), Phrase("pushTarget.http")],
            selected: state.pushIsHTTP ? 1 : 0
        ) { state, index in
            state.pushIsHTTP = index == 1
        }
        let layers = Choice(
            options: [Phrase("pushTarget.gzip"), Phrase("pushTarget.zstd")],
            selected: state.answers.push.isZstd ? 1 : 0
        ) { state, index in
            state.answers.push.isZstd = index == 1
        }
        return [
            Field(.pushRegistry, .text(\.pushRegistry)), Field(.pushScheme, .choice(scheme)),
            Field(.pushCACert, .path(\.pushCACertPath)), Field(.pushDockerConfig, .path(\.pushDockerConfigPath)),
            Field(.pushUser, .text(\.answers.push.username)), Field(.pushPassword, .secret(\.pushPasswordText)),
            Field(.pushThreads, .text(\.answers.push.threads)),
            Field(.pushLimitRate, .text(\.answers.push.limitRate)), Field(.pushLayers, .choice(layers)),
        ]
    }

    func lookAgain(_ state: inout WizardState) -> [Effect] { [] }

    func issue(of field: Field, _ state: WizardState) -> FieldIssue? {
        state.pushIssues.first { $0.field == field.id }
    }

    func status(_ state: WizardState) -> StepStatus {
        if fields(state).contains(where: { issue(of: $0, state) != nil }) { return .wrong }
        return state.pushRegistry.trimmingBlanks.isEmpty ? .pending : .done
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PushPlanView(state: state, texts: texts).addExample(to: &body)
    }
}
