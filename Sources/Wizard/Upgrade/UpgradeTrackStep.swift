import MirrorCore

/// A step of the look before an upgrade.
protocol UpgradeTrackStep: WizardStep {}

extension UpgradeTrackStep {
    package func lookAgain(_ state: inout WizardState) -> [Effect] { state.startReady() }
    package func fieldToFix(_ state: WizardState) -> DraftField? { nil }
    package func fix(_ state: inout WizardState) { state.goToReadyFix() }
}
