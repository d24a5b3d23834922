import MirrorCore
import Texts

/// What is wrong, how it was seen, why, and what to do next.
package struct Finding: Equatable, Sendable, Codable {
    package enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
        case info, warning, error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// Before a finding wherever one is drawn.
        package var mark: Mark {
            switch self {
            case .error: .wrong
            case .warning: .doubtful
            case .info: .note
            }
        }
    }

    /// `MIRnnnn`, stable for ever.
    package let code: String
    package let severity: Severity
    /// What was seen, line by line, as untrusted text.
    package let evidence: [String]
    /// The values for the placeholders of the texts `CODE.title`, `CODE.cause` and `CODE.next`.
    package let arguments: [String: String]
    /// Placeholders that are texts of the catalogue themselves.
    package let parts: [String: Phrase]
    /// The answer that would have to change, if one would.
    package let field: DraftField?

    package init(
        code: String,
        severity: Severity,
        evidence: [String],
        arguments: [String: String] = [:],
        parts: [String: Phrase] = [:],
        field: DraftField? = nil
    ) {
        self.code = code
        self.severity = severity
        self.evidence = evidence
        self.arguments = arguments
        self.parts = parts
        self.field = field
    }

    package var title: Phrase { Phrase("\(code).title", arguments, parts: parts) }
    package var cause: Phrase { Phrase("\(code).cause", arguments, parts: parts) }
    /// `parts["next"]` where this one calls for another step than its kind does.
    package var nextStep: Phrase { parts["next"] ?? Phrase("\(code).next", arguments, parts: parts) }
}

extension Finding {
    /// Equal for the same code with the same arguments, whatever else was seen beside it.
    struct Reason: Hashable {
        let code: String
        let arguments: [String: String]
    }

    var reason: Reason { Reason(code: code, arguments: arguments) }

    /// Equal for the same reason with the same evidence.
    struct Sameness: Hashable {
        let reason: Reason
        let evidence: [String]
    }

    var sameness: Sameness { Sameness(reason: reason, evidence: evidence) }
}
