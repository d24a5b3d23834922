import Diagnosis
import MirrorCore
import Texts

extension Finding.Severity {
    var style: StyleRole {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        }
    }
}

extension EditConcern.Severity {
    var mark: Mark {
        switch self {
        case .refusal: .wrong
        case .warning: .doubtful
        case .note: .note
        }
    }
}

extension Mark {
    var style: StyleRole {
        switch self {
        case .good: .success
        case .wrong: .error
        case .doubtful, .remedy: .warning
        case .note, .unknown: .info
        case .waiting, .skipped: .hint
        }
    }

    /// With its colour, where nothing else stands.
    var look: (String, StyleRole) { (rawValue, style) }
}

/// The sign of life of what runs.
/// - Parameter frame: one more each time it is drawn anew.
func spinner(_ frame: Int) -> String { ["◐", "◓", "◑", "◒"][frame % 4] }

/// `██████░░░░`
package func progressBar(_ part: Int, of total: Int, width: Int) -> String {
    let full = total == 0 ? width : min(width, part * width / total)
    return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
}
