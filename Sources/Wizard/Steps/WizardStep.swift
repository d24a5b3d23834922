import MirrorCore
import Texts

/// Names a step; its texts are `step.ID.title`, `.intro` and `.help`.
package enum StepID: String, CaseIterable, Sendable {
    case cluster, mirrors, endpoint, namespace, hosts, ca, credentials, probe, review, write
    case nodes, pull
    case pushPackage, pushTarget, pushLook, push
    case upgrade, ready
}

/// One step of the wizard: data, and the little logic that is its own.
///
/// ADD A STEP as a case of `StepID`, a file in this folder and a line in its track's list in `Steps`.
package protocol WizardStep: Sendable {
    var id: StepID { get }
    /// What can have the focus, top to bottom.
    func fields(_ state: WizardState) -> [Field]
    /// Its keys, before those of the field that has the focus.
    func bindings(_ state: WizardState) -> [KeyBinding]
    /// What Enter does on a field besides going on: a button, or a text that is added to something.
    func action(of field: Field, _ state: WizardState) -> FieldAction?
    /// The step's part of the screen; the default is the form.
    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body
    /// What the step says under its fields.
    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue)
    func status(_ state: WizardState) -> StepStatus
    /// What is wrong with a field that is no mirror's; shown under it.
    func issue(of field: Field, _ state: WizardState) -> FieldIssue?
    /// The screen scrolls with the cursor; else the body has made itself fit.
    var followsCursor: Bool { get }
    /// No blank lines between the fields.
    var isDense: Bool { get }
    /// Takes the place of the preview, too, where there is one.
    var usesFullWidth: Bool { get }
    /// Scrolls as a whole, fields and all, by `PreviewState.scroll`.
    var scrollsAsWhole: Bool { get }
    /// How many lines can be scrolled through.
    func scrolledLines(_ state: WizardState, width: Int, _ texts: Catalogue) -> Int
    /// Shows what every mirror of the list answers, not the current one's alone.
    var probesAllMirrors: Bool { get }
    /// What the probe found has to be confirmed before going on from here, or before coming here.
    var asksWhenLeft: Bool { get }
    var asksWhenEntered: Bool { get }
    /// The file that the step is about, for the first line of the screen.
    func titlePath(_ state: WizardState) -> String
    /// Its answers are those of the mirror that is chosen.
    var isAboutOneMirror: Bool { get }
    /// Only the mirror itself can say whether its answers are good.
    var needsProbe: Bool { get }
    /// There is nothing to do here: going forward passes it by.
    func isPassed(_ state: WizardState) -> Bool
    /// What follows Enter behind its last field.
    func finish(_ state: inout WizardState)
    /// What results is shown beside the form or in its place.
    var hasPreview: Bool { get }
    /// F2, where there is a preview.
    func turnView(_ state: inout WizardState)
    /// ^R: what the step shows, once more.
    func lookAgain(_ state: inout WizardState) -> [Effect]
    /// What help says of ^R.
    var lookAgainHelp: HelpLine { get }
    /// What F5 goes to: the answer that needs mending.
    func fieldToFix(_ state: WizardState) -> DraftField?
    /// What F5 does.
    func fix(_ state: inout WizardState)
}

package enum StepStatus: Equatable, Sendable {
    /// Nothing is there yet, or nothing is known of it yet.
    case pending
    /// Valid, and nothing that was seen speaks against it.
    case done
    /// As `done`, with a warning.
    case doubtful
    case wrong
}

extension WizardStep {
    package func bindings(_ state: WizardState) -> [KeyBinding] { [] }
    package func action(of field: Field, _ state: WizardState) -> FieldAction? { nil }
    package func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {}
    package var usesFullWidth: Bool { false }
    package var followsCursor: Bool { false }
    package var isDense: Bool { false }
    package var scrollsAsWhole: Bool { false }
    package var probesAllMirrors: Bool { false }
    package var asksWhenLeft: Bool { false }
    package var asksWhenEntered: Bool { false }
    package var hasPreview: Bool { true }
    package var isAboutOneMirror: Bool { false }
    package var needsProbe: Bool { false }
    package func isPassed(_ state: WizardState) -> Bool { false }
    package func finish(_ state: inout WizardState) { state.goBy(1) }
    package var lookAgainHelp: HelpLine { .probe }
    package func lookAgain(_ state: inout WizardState) -> [Effect] { state.probeAgain() }
    package func issue(of field: Field, _ state: WizardState) -> FieldIssue? { nil }

    package func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        FormView(step: self, state: state, texts: texts).body(width: width)
    }

    package func scrolledLines(_ state: WizardState, width: Int, _ texts: Catalogue) -> Int {
        PreviewTab.all[state.preview.tab % PreviewTab.all.count].lines(state, texts, width: width).count
    }

    package func titlePath(_ state: WizardState) -> String {
        state.answers.clusterConfigPath.isEmpty ? state.newHeaderPath : state.answers.clusterConfigPath
    }

    package func turnView(_ state: inout WizardState) {
        if state.isWide {
            state.turnPreviewTab(by: 1)
        } else {
            state.preview.isOpen.toggle()
            state.preview.scroll = 0
        }
    }

    /// An answer that cannot be used, else the field of the first finding.
    package func fieldToFix(_ state: WizardState) -> DraftField? {
        state.issuesOfCurrentMirror.first?.field
            ?? state.findings.first { $0.field != nil && $0.severity != .info }?.field
    }

    package func fix(_ state: inout WizardState) {
        if let field = fieldToFix(state) { state.go(to: field) }
    }

    /// What is so with its answers: whether they are valid, and what the probe found of them. Where one has been is
    /// no mark.
    package func status(_ state: WizardState) -> StepStatus {
        let own = Set(fields(state).compactMap(\.draftField))
        if state.issuesOfCurrentMirror.contains(where: { own.contains($0.field) }) { return .wrong }
        if state.mirror.endpoint.isEmpty { return .pending }
        let severities = state.findings.filter { finding in finding.field.map(own.contains) ?? false }.map(\.severity)
        if severities.contains(.error) { return .wrong }
        if severities.contains(.warning) { return .doubtful }
        if own.contains(.caCertPath), state.uncheckedCASecret != nil { return .doubtful }
        return needsProbe && state.mirrors.probe.current?.isFinished != true ? .pending : .done
    }
}
