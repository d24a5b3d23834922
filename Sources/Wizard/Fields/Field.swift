import MirrorCore
import Texts

/// One thing on a step that can have the focus. A field is data: how it looks and edits follows from its kind.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case text(TextBinding)
        /// A file on this machine; Tab completes it.
        case path(TextBinding)
        /// Masked until revealed.
        case secret(TextBinding)
        /// One of several, side by side.
        case choice(Choice)
        /// Edited on a page of its own; the step says what its line holds.
        case page
        /// A line that answers to keys of its own step, such as one mirror of the list.
        case item(label: String, isCurrent: Bool)
        /// Enter does it.
        case button
    }

    /// Its texts are `field.ID.label`, `.hint`, `.help` and `.placeholder`.
    package let id: FieldID
    package let kind: Kind
    /// The answer it edits, for issues and findings.
    package let draftField: DraftField?
    /// Enter passes it by; who wants it goes there with Tab or an arrow.
    package let isDetour: Bool

    package init(_ id: FieldID, _ kind: Kind, draftField: DraftField? = nil, isDetour: Bool = false) {
        self.id = id
        self.kind = kind
        self.draftField = draftField
        self.isDetour = isDetour
    }

    package typealias TextBinding = any WritableKeyPath<WizardState, String> & Sendable

    /// The text it edits, if it edits one.
    package var binding: TextBinding? {
        switch kind {
        case .text(let binding), .path(let binding), .secret(let binding): binding
        default: nil
        }
    }
}

/// Texts of the options, the one that is chosen, and what choosing does.
package struct Choice: Sendable {
    package let options: [Phrase]
    package let selected: Int
    package let select: @Sendable (inout WizardState, Int) -> Void

    package init(options: [Phrase], selected: Int, select: @escaping @Sendable (inout WizardState, Int) -> Void) {
        self.options = options
        self.selected = selected
        self.select = select
    }
}
