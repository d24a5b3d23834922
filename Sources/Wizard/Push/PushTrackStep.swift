import MirrorCore

/// A step of the push track: about a package, and about no mirror's answers.
protocol PushTrackStep: WizardStep {}

extension PushTrackStep {
    package var hasPreview: Bool { false }
    package var lookAgainHelp: HelpLine { .look }
    package func titlePath(_ state: WizardState) -> String { state.answers.push.source }
    package func lookAgain(_ state: inout WizardState) -> [Effect] { state.startPush(.dryRun) }
    package func fieldToFix(_ state: WizardState) -> DraftField? { nil }
}
