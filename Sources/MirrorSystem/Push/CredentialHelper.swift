import GoData
import MirrorCore
import RegistryClient

/// `docker-credential-NAME get`, the program that a Docker config names for its logins: the registry goes in on its standard
/// input, the login comes out on its standard output, and nothing it prints is ever shown.
package struct CredentialHelper: Sendable {
    package enum Trouble: Error, Equatable, Sendable {
        /// Not on `PATH`, or no name for a program.
        case notFound
        /// It knows no login for the registry.
        case noLogin
        case failed
    }

    private static let seconds = 60

    private let name: String

    package init(_ name: String) { self.name = name }

    package static func program(_ name: String) -> String { "docker-credential-" + name }

    /// - Parameter registry: `HOST:PORT`
    package func login(for registry: String) throws(Trouble) -> Credential {
        guard !name.isEmpty, !name.contains("/") else { throw .notFound }
        var program = ChildProcess(Self.program(name), ["get"])
        program.input = Array("\(registry)\n".utf8)
        program.deadlineSeconds = Self.seconds
        program.outputLimit = 64 << 10
        let result: ChildProcess.Result
        do throws(ChildProcessError) {
            result = try program.run()
        } catch {
            if case .notFound = error { throw .notFound }
            throw .failed
        }
        guard result.status.isSuccess else {
            // The one sentence that all of them have in common.
            let words = String(decoding: result.output, as: UTF8.self)
            throw words.contains("credentials not found") ? .noLogin : .failed
        }
        let answer = JSONValue(parsing: result.output)
        guard let secret = answer?["Secret"]?.string, !secret.isEmpty, let user = answer?["Username"]?.string else {
            throw .noLogin
        }
        return Credential(username: user, password: secret)
    }
}
