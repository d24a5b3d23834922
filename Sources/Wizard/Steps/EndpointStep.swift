import MirrorCore
import Texts

/// Where the mirror answers.
struct EndpointStep: WizardStep {
    let id = StepID.endpoint
    let isAboutOneMirror = true

    func fields(_ state: WizardState) -> [Field] {
        [Field(.endpoint, .text(\.mirror.endpoint), draftField: .endpoint)]
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullAnatomy(state: state, texts: texts).add(to: &body)
    }
}
