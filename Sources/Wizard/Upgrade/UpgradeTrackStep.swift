import MirrorCore

/// A step of the look before an upgrade.
protocol UpgradeTrackStep: WizardStep {}

extension UpgradeTrackStep {
    package var hasPreview: Bool { false }
    package var lookAgainHelp: HelpLine { .look }
    package func lookAgain(_ state: inout WizardState) -> [Effect] { state.startReady() }
    package func fieldToFix(_ state: WizardState) -> DraftField? { nil }

    /// To the answer that is missing, or to what the last look found wrong.
    func fixBinding(hint: String? = nil) -> KeyBinding {
        KeyBinding(
            "F5",
            [.function(5)],
            hint: hint,
            help: .fix,
            when: { $0.missesAnswer || $0.readyFix != nil }
        ) { state, _ in
            state.goToReadyFix()
            return []
        }
    }
}
