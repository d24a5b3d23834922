import MirrorCore
import Subprocess
import Texts

/// Why another program did not run to its end.
package enum ChildProcessError: Error, Equatable, Sendable {
    /// Not on `PATH`, or not executable.
    case notFound(String)
    case cancelled
    case deadline(String, seconds: Int)
    case tooMuchOutput(String, limit: Int)
    case system(String, reason: String)

    init(_ executable: String, _ error: any Error) {
        guard let error = error as? SubprocessError else {
            self = .system(executable, reason: "\(error)")
            return
        }
        switch error.code {
        case .executableNotFound: self = .notFound(executable)
        default: self = .system(executable, reason: error.description)
        }
    }

    package var problem: Phrase {
        switch self {
        case .notFound(let name): Phrase("process.notFound", ["name": name])
        case .cancelled: Phrase("process.cancelled")
        case .deadline(let name, let seconds): Phrase("process.deadline", ["name": name, "seconds": "\(seconds)"])
        case .tooMuchOutput(let name, let limit):
            Phrase("process.tooMuchOutput", ["name": name, "limit": "\(limit >> 20)"])
        case .system(let name, let reason): Phrase("process.system", ["name": name, "reason": reason])
        }
    }
}
