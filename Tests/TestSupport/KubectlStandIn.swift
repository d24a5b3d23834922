import Foundation

/// `kubectl` on a PATH of a test's own: it answers as told and notes what it was asked.
package struct KubectlStandIn {
    private let folder: TemporaryFolder

    /// - Parameter answers: what to print for words that match a pattern of the shell; with a status other than 0 it goes
    ///   to standard error.
    package init(_ answers: [(pattern: String, status: Int32, text: String)]) throws {
        folder = try TemporaryFolder()
        var lines = ""
        for (index, answer) in answers.enumerated() {
            try folder.write("answer\(index)", answer.text)
            lines += "\(answer.pattern)|\(answer.status)|answer\(index)\n"
        }
        try folder.write("kubectl.answers", lines)
    }

    /// Has a program find it before any other kubectl.
    package var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(repositoryRoot)/Tests/Lab/stand-in:\(environment["PATH"] ?? "/usr/bin:/bin")"
        environment["STAND_IN"] = folder.path
        return environment
    }

    /// One call a line.
    package var calls: [String] { ((try? folder.text("calls")) ?? "").split(separator: "\nkubectl ").map(String.init) }
}
