import ArgumentParser
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Secrets
import Texts

/// The login of a push: from a file, from standard input, from the environment, or asked for on the terminal.
struct PushLoginOptions: ParsableArguments {
    @Option(help: help("pushImages.username", "name"))
    var username: String?

    @Option(help: help("pushImages.password", "secret"))
    var password: String?

    @Flag(help: help("pushImages.passwordStdin"))
    var passwordStdin = false

    @Option(help: help("pushImages.passwordFile", "file"))
    var passwordFile: String?

    @Option(help: help("pushImages.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("pushImages.needCredential", "bool"))
    var needCredential = true

    func validate() throws {
        let passwords = [password != nil, passwordStdin, passwordFile != nil].count { $0 }
        guard passwords <= 1, username != nil || passwords == 0, username == nil || dockerConfig == nil else {
            throw ValidationError(texts("command.pushImages.invalidPassword"))
        }
    }

    private var isGiven: Bool { username != nil || dockerConfig != nil }

    /// - Parameter registry: `HOST:PORT`, for the question.
    func login(_ registry: String, isHTTP: Bool) throws -> PushTarget.Login {
        let inEnvironment = Self.takeEnvironmentPassword()
        guard needCredential || isGiven else { return .none }
        // Asking would be for nothing.
        if isHTTP {
            if isGiven { throw Refusal(Phrase("push.loginOverHTTP"), .usage) }
            return .none
        }
        if let dockerConfig { return .dockerConfig(path: dockerConfig) }
        if let username, let password {
            Console.error(texts("push.passwordOnCommandLine"))
            return .user(username, Secret(password))
        }
        if let username, passwordStdin {
            return .user(username, try secret(in: try Files.readStandardInput()))
        }
        if let username, let passwordFile { return .user(username, try secret(in: try Files.readStream(passwordFile))) }
        if let username, let inEnvironment { return .user(username, inEnvironment) }
        guard isatty(STDIN_FILENO) == 1 else { throw Refusal(Phrase("push.loginNeeded"), .usage) }
        let name = try username ?? ask(Phrase("push.askUsername", ["registry": registry]))
        guard !name.isEmpty else { throw Refusal(Phrase("push.loginNeeded"), .usage) }
        return .user(name, try HiddenLine.read(asking: texts("push.askPassword")))
    }

    /// The first line of these bytes, without its end.
    private func secret(in bytes: [UInt8]) throws(Refusal) -> Secret {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty else { throw Refusal(Phrase("push.loginNeeded"), .usage) }
        return Secret(String(decoding: line, as: UTF8.self))
    }

    /// `MIRRORCTL_PASSWORD`, which no program that is started from here inherits.
    private static func takeEnvironmentPassword() -> Secret? {
        guard let text = environment[passwordVariable], !text.isEmpty else { return nil }
        unsetenv(passwordVariable)
        return Secret(text)
    }

    private static let passwordVariable = "MIRRORCTL_PASSWORD"

    private func ask(_ question: Phrase) throws -> String {
        try Console.ask(texts(question))
        return readLine() ?? ""
    }
}
