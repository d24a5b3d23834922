import Texts

/// What nodes will meet when a mirror is configured although this was found.
package enum Consequence: String, Sendable, CaseIterable {
    case reach, tls, login, registry, image

    /// By the code's area, as `DiagnosisRule` numbers them.
    package init(of finding: Finding) {
        self =
            switch finding.code.dropFirst(3).prefix(2) {
            case "02": .tls
            case "03": .login
            case "04": .registry
            case "05": .image
            default: .reach
            }
    }

    /// `consequence.…`
    package var phrase: Phrase { Phrase("consequence.\(rawValue)") }
}
