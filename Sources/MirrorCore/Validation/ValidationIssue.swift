import Texts

/// Something the operator typed that cannot be used, with what to type instead.
package struct ValidationIssue: Equatable, Sendable {
    /// Index of the mirror in the list, from 0.
    package let mirror: Int
    package let field: DraftField
    /// The text `issue.ID`, and `issue.ID.fix` for what to type instead.
    package let id: String
    package let arguments: [String: String]

    package init(mirror: Int = 0, field: DraftField, id: String, arguments: [String: String] = [:]) {
        self.mirror = mirror
        self.field = field
        self.id = id
        self.arguments = arguments
    }

    package var problem: Phrase { Phrase("issue.\(id)", arguments) }
    package var fix: Phrase { Phrase("issue.\(id).fix", arguments) }
}
