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

    func keys(_ state: WizardState) -> [KeyHint] {
        var keys: [KeyHint] = []
        if state.currentField?.id == .pushSource, wantsListing(state) { keys.append(KeyHint("Enter", "listPackage")) }
        if let list = state.push.list, list.images.count > state.pushPage { keys.append(KeyHint("PgDn", "scroll")) }
        return keys
    }

    private func wantsListing(_ state: WizardState) -> Bool {
        guard case .checked = state.push.file else { return false }
        switch state.push.listing {
        case .none, .failed: return true
        case .reading, .listed: return false
        }
    }

    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? {
        state.scrollPackage(key) ? [] : nil
    }

    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? {
        field.id == .pushSource && wantsListing(state) ? state.listPackage() : nil
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
