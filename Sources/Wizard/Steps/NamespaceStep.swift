import MirrorCore
import Texts

/// The path below the mirror's root, and its two spellings.
struct NamespaceStep: WizardStep {
    let id = StepID.namespace
    let isAboutOneMirror = true
    let needsProbe = true

    func fields(_ state: WizardState) -> [Field] {
        [Field(.mirrorNamespace, .text(\.mirror.mirrorNamespace), draftField: .mirrorNamespace)]
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullAnatomy(state: state, texts: texts).add(to: &body)
        guard let endpoint = state.wantedPlan?.endpoint else { return }
        body.gap()
        body.add(texts("namespace.spellings"), .text)
        for (key, spelling) in [("endpoint", endpoint.url), ("push", endpoint.pushTarget)] {
            let label = texts("namespace.\(key)").padded(to: 16)
            body.add([Span("  " + label, .label), Span(fittingWithDots(spelling, width: body.width - 18), .value)])
        }
    }
}
