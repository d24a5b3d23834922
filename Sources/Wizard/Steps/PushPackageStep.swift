import MirrorCore
import Texts

/// The package: whether it is there, what it is, what is inside.
struct PushPackageStep: PushTrackStep {
    let id = StepID.pushPackage
    let usesFullWidth = true
    let followsCursor = true

    func fields(_ state: WizardState) -> [Field] {
        [
            Field(.pushSource, .path(\.answers.push.source)), Field(.pushSignature, .path(\.answers.push.signature)),
            Field(.pushPublicKey, .path(\.answers.push.publicKey)),
        ]
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            KeyBinding(
                "PgDn",
                [.pageUp, .pageDown],
                hint: "scroll",
                help: .scroll,
                when: { $0.push.list.map { list in list.images.count > state.pushPage } ?? false }
            ) { state, key in
                state.scrollPackage(key)
                return []
            }
        ]
    }

    private func wantsListing(_ state: WizardState) -> Bool {
        guard case .checked = state.push.file else { return false }
        switch state.push.listing {
        case .none, .failed: return true
        case .reading, .listed: return false
        }
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        guard field.id == .pushSource, wantsListing(state) else { return nil }
        return FieldAction("listPackage", isDue: state.push.listing == .none) { $0.listPackage() }
    }

    func lookAgain(_ state: inout WizardState) -> [Effect] { state.listPackage() }

    func issue(of field: Field, _ state: WizardState) -> FieldIssue? {
        state.pushIssues.first { $0.field == field.id }
    }

    func status(_ state: WizardState) -> StepStatus {
        if case .failed = state.push.file { return .wrong }
        if case .failed = state.push.listing { return .wrong }
        if fields(state).contains(where: { issue(of: $0, state) != nil }) { return .wrong }
        if case .checked = state.push.file { return .done }
        return .pending
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PackageView(state: state, texts: texts).add(to: &body)
    }
}
