import MirrorCore
import Texts

/// Where to, and what there is to look at.
struct UpgradeStep: UpgradeTrackStep {
    let id = StepID.upgrade
    let usesFullWidth = true
    let followsCursor = true
    let isDense = true

    func fields(_ state: WizardState) -> [Field] {
        let secrets: [Field] =
            state.namesSecrets
            ? [
                Field(.upgradeCACert, .path(\.answers.upgrade.caCertPath)),
                Field(.upgradeDockerConfig, .path(\.answers.upgrade.dockerConfigPath)),
            ] : []
        return [
            Field(.upgradeTarget, .text(\.answers.upgrade.target)),
            Field(.upgradeConfig, .path(\.answers.clusterConfigPath)),
            Field(.upgradePackage, .path(\.answers.upgrade.package)),
            Field(.upgradeBetween, .path(\.answers.upgrade.between)),
            Field(.upgradeLive, .path(\.answers.upgrade.live)),
            Field(.upgradeReports, .path(\.answers.upgrade.reports)),
            Field(.upgradeWithin, .text(\.answers.upgrade.within)),
        ] + secrets
    }

    func bindings(_ state: WizardState) -> [KeyBinding] { [fixBinding()] }

    func issue(of field: Field, _ state: WizardState) -> FieldIssue? {
        if field.id == .upgradeConfig, case .failed(let problem, _) = state.mirrors.cluster {
            return FieldIssue(field: field.id, problem: problem, fix: Phrase("upgrade.otherFile"))
        }
        return state.upgradeIssues.first { $0.field == field.id }
    }

    func status(_ state: WizardState) -> StepStatus {
        if fields(state).contains(where: { issue(of: $0, state) != nil }) { return .wrong }
        return state.readyQuestion == nil ? .pending : .done
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        ReadyView(state: state, texts: texts).addCommand(to: &body)
    }
}
