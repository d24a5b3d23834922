import MirrorCore
import Texts

/// Names a step; its texts are `step.ID.title`, `.intro` and `.help`.
package enum StepID: String, CaseIterable, Sendable {
    case home
    case cluster, mirrors, mirror, hosts, review, write
    case nodes, pull
    case pushPackage, pushTarget, pushLook, push
    case upgrade, ready
}

/// One step of the wizard: data, and the little logic that is its own.
///
/// ADD A STEP as a case of `StepID`, a file in this folder and a line in its track's list in `Steps`.
package protocol WizardStep: Sendable {
    var id: StepID { get }
    /// The line above its fields.
    func intro(_ state: WizardState, _ texts: Catalogue) -> String
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
    /// How many lines can be scrolled through.
    func scrolledLines(_ state: WizardState, width: Int, _ texts: Catalogue) -> Int
    /// What the probe found has to be confirmed before coming here.
    var asksWhenEntered: Bool { get }
    /// The page that this one belongs to: it is not on the rail, and Escape goes back there.
    var parent: StepID? { get }
    /// What the rail says of a page that belongs to another.
    func crumb(_ state: WizardState, _ texts: Catalogue) -> String
    /// What stands on the line of a field that has a page of its own.
    func text(of field: Field, _ state: WizardState, width: Int, _ texts: Catalogue) -> String
    /// The file that the step is about, for the first line of the screen.
    func titlePath(_ state: WizardState) -> String
    /// Where going forward to it leads.
    func wayIn(_ state: WizardState) -> StepID
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
    /// F5: puts in the value where it is known, else goes to the answer.
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
    package func intro(_ state: WizardState, _ texts: Catalogue) -> String { texts("step.\(id).intro") }
    package func action(of field: Field, _ state: WizardState) -> FieldAction? { nil }
    package func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {}
    package var usesFullWidth: Bool { false }
    package var followsCursor: Bool { false }
    package var isDense: Bool { false }
    package var asksWhenEntered: Bool { false }
    package var hasPreview: Bool { true }
    package var parent: StepID? { nil }
    package func crumb(_ state: WizardState, _ texts: Catalogue) -> String { "" }
    package func text(of field: Field, _ state: WizardState, width: Int, _ texts: Catalogue) -> String { "" }
    package func wayIn(_ state: WizardState) -> StepID { id }
    package func status(_ state: WizardState) -> StepStatus { .pending }
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
            state.preview.isOpen = true
            state.preview.scroll = state.changeInPreview
        }
    }

    /// An answer that cannot be used, else the field of the first finding.
    package func fieldToFix(_ state: WizardState) -> DraftField? {
        state.issuesOfCurrentMirror.first?.field
            ?? state.findings.first { $0.field != nil && $0.severity != .info }?.field
    }

    package func fix(_ state: inout WizardState) {
        if [.mirror, .hosts].contains(id), state.mend() { return }
        if let field = fieldToFix(state) { state.go(to: field) }
    }
}
