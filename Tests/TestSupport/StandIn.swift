import Foundation

/// Stand-ins for `bmctl` and `kubectl`, first on PATH; they note how they are called.
package struct StandIn {
    package let folder: TemporaryFolder
    package var environment: [String: String]

    package init() throws {
        folder = try TemporaryFolder()
        var environment = ProcessInfo.processInfo.environment
        environment["STAND_IN"] = folder.path
        environment["PATH"] = "\(repositoryRoot)/Tests/Lab/stand-in:" + (environment["PATH"] ?? "")
        self.environment = environment
    }

    /// One call a line.
    package var calls: [String] {
        let text = (try? String(contentsOfFile: folder.path + "/calls", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// Sets what a stand-in does: `status`, `version`, `wait`, …
    package func set(_ name: String, _ value: String = "") throws { _ = try folder.write(name, value) }

    package func run(_ arguments: [String]) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, arguments, environment: environment)
    }
}
