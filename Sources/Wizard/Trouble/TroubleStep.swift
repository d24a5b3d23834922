import MirrorCore

/// A step of the troubleshooting track.
protocol TroubleStep: WizardStep {}

extension TroubleStep {
    package var hasPreview: Bool { false }
    package var lookAgainHelp: HelpLine { .ask }

    /// What was found on a node is mended in the mirror that it is about.
    package func fix(_ state: inout WizardState) {
        guard let field = fieldToFix(state) else { return }
        state.selectTroubledMirror()
        state.go(to: field)
    }
}
