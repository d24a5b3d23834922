import Diagnosis
import MirrorCore

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
    /// Colour never carries it alone.
    var mark: String {
        switch self {
        case .refusal: "✗"
        case .warning: "!"
        case .note: "i"
        }
    }
}

/// The sign of life of what runs.
/// - Parameter frame: one more each time it is drawn anew.
func spinner(_ frame: Int) -> String { ["◐", "◓", "◑", "◒"][frame % 4] }

/// `██████░░░░`
package func progressBar(_ part: Int, of total: Int, width: Int) -> String {
    let full = total == 0 ? width : min(width, part * width / total)
    return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
}
