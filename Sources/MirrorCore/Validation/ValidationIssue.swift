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

    /// What to type in place of what was typed, where it is known: "Type {fixed}" and nothing else.
    package var remedy: String? {
        switch id {
        case "namespace.conflict": arguments["inEndpoint"]
        case "host.dockerHub": "docker.io"
        case "namespace.nothing": ""
        // A port and a namespace of Kubernetes are only guessed.
        case "endpoint.ipv6Brackets", "secret.noNamespace": nil
        default: arguments["fixed"]
        }
    }

    package var problem: Phrase { Phrase("issue.\(id)", arguments) }
    package var fix: Phrase { Phrase("issue.\(id).fix", arguments) }
}
