import MirrorCore
import Texts

/// Names a step; its texts are `step.ID.title`, `.intro` and `.help`.
package struct StepID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let name: String

    package init(stringLiteral name: String) { self.name = name }

    package var description: String { name }
}

/// One step of the wizard: data, and the little logic that is its own.
///
/// ADD A STEP as a file in this folder and a line in `Steps.all`.
package protocol WizardStep: Sendable {
    var id: StepID { get }
    /// What can have the focus, top to bottom.
    func fields(_ state: WizardState) -> [Field]
    /// A key for a field of kind `item` or for a step without a focused text; `nil` leaves it to the form.
    func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]?
    /// Enter on a button, or Enter at the end of a text that adds something; `nil` goes on to the next field.
    func activate(_ field: Field, _ state: inout WizardState) -> [Effect]?
    /// The step's part of the screen; the default is the form.
    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body
    /// What the step says under its fields.
    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue)
    /// The keys this step understands besides the form's: key and text `key.NAME`.
    func keys(_ state: WizardState) -> [KeyHint]
    func status(_ state: WizardState) -> StepStatus
    /// What is wrong with a field that is no mirror's; shown under it.
    func issue(of field: Field, _ state: WizardState) -> FieldIssue?
    /// The screen scrolls with the cursor; else the body has made itself fit.
    var followsCursor: Bool { get }
    /// No blank lines between the fields.
    var isDense: Bool { get }
    /// Takes the place of the preview, too, where there is one.
    var usesFullWidth: Bool { get }
}

package enum StepStatus: Equatable, Sendable {
    case pending, done, wrong
}

/// A key and what it does: the text `key.NAME`.
package struct KeyHint: Equatable, Sendable {
    package let key: String
    package let name: String

    package init(_ key: String, _ name: String) {
        self.key = key
        self.name = name
    }
}

extension WizardStep {
    package func handle(_ key: Key, on field: Field?, _ state: inout WizardState) -> [Effect]? { nil }
    package func activate(_ field: Field, _ state: inout WizardState) -> [Effect]? { nil }
    package func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {}
    package func keys(_ state: WizardState) -> [KeyHint] { [] }
    package var usesFullWidth: Bool { false }
    package var followsCursor: Bool { false }
    package var isDense: Bool { false }
    package func issue(of field: Field, _ state: WizardState) -> FieldIssue? { nil }

    package func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        FormView(step: self, state: state, texts: texts).body(width: width)
    }

    /// Done when its answers are in use and nothing is wrong with them.
    package func status(_ state: WizardState) -> StepStatus {
        let own = Set(fields(state).compactMap(\.draftField))
        let issues = state.issuesOfCurrentMirror.filter { own.contains($0.field) }
        if !issues.isEmpty { return .wrong }
        let visited = fields(state).contains { state.visited.contains(state.visitKey($0, of: id)) }
        return visited ? .done : .pending
    }
}
