import Foundation

/// One test of this bundle once more, in a process of its own: it may end, lose rights, or need all threads for itself.
///
/// Not `processExitsWith`: its monitor asks for ended children without a pause while there is one that nobody waits for yet.
package enum OwnProcess {
    private static let name = "MIRRORCTL_OWN_PROCESS"

    /// In that process: what it was told. `nil` outside.
    package static var told: String? { ProcessInfo.processInfo.environment[name] }

    /// - Parameter filter: `Suite/test`, as `--filter` takes it.
    package static func run(_ filter: String, telling word: String = "") throws -> Tool.Result {
        var environment = ProcessInfo.processInfo.environment
        environment[name] = word
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return try Tool.run(
            own,
            ["--testing-library", "swift-testing", "--filter", filter],
            environment: environment
        )
    }
}
