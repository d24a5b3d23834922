import MirrorCore

/// The path below the mirror's root, and its two spellings.
struct NamespaceStep: WizardStep {
    let id: StepID = "namespace"

    func fields(_ state: WizardState) -> [Field] {
        [Field("mirrorNamespace", .text(\.mirror.mirrorNamespace), draftField: .mirrorNamespace)]
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullAnatomy(state: state, texts: texts).add(to: &body)
        guard let endpoint = state.wantedPlan?.endpoint else { return }
        body.gap()
        body.add(texts("namespace.spellings"), .text)
        body.add(texts("namespace.endpoint", ["text": endpoint.url]), .value, indent: 2)
        body.add(texts("namespace.push", ["text": endpoint.pushTarget]), .value, indent: 2)
    }
}
