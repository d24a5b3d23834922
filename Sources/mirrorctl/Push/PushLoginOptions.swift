import ArgumentParser
import Glibc
import MirrorCore
import MirrorSystem

/// The login of a push: from a file, from standard input, or asked for on the terminal.
struct PushLoginOptions: ParsableArguments {
    @Option(help: help("pushImages.username", "name"))
    var username: String?

    @Option(help: help("pushImages.password", "secret"))
    var password: String?

    @Flag(help: help("pushImages.passwordStdin"))
    var passwordStdin = false

    @Option(help: help("pushImages.dockerConfig", "file"))
    var dockerConfig: String?

    @Option(help: help("pushImages.needCredential", "bool"))
    var needCredential = true

    func validate() throws {
        let ways = [password != nil, passwordStdin, dockerConfig != nil].count { $0 }
        guard ways <= 1, username != nil || (password == nil && !passwordStdin), username == nil || dockerConfig == nil
        else { throw ValidationError(texts("command.pushImages.invalidPassword")) }
    }

    private var isGiven: Bool { username != nil || dockerConfig != nil }

    /// - Parameter registry: `HOST:PORT`, for the question.
    func login(_ registry: String, isHTTP: Bool) throws -> PushTarget.Login {
        guard needCredential || isGiven else { return .none }
        // Asking would be for nothing.
        if isHTTP {
            if isGiven { throw Console.fail(Phrase("push.loginOverHTTP"), .usage) }
            return .none
        }
        if let dockerConfig { return .dockerConfig(path: dockerConfig) }
        if let username, let password {
            Console.error(texts("push.passwordOnCommandLine"))
            return .user(username, Secret(password))
        }
        if let username, passwordStdin {
            let line = try Files.readStandardInput().prefix { $0 != 0x0A && $0 != 0x0D }
            guard !line.isEmpty else { throw Console.fail(Phrase("push.loginNeeded"), .usage) }
            return .user(username, Secret(String(decoding: line, as: UTF8.self)))
        }
        guard isatty(STDIN_FILENO) == 1 else { throw Console.fail(Phrase("push.loginNeeded"), .usage) }
        let name = username ?? ask(Phrase("push.askUsername", ["registry": registry]))
        guard !name.isEmpty else { throw Console.fail(Phrase("push.loginNeeded"), .usage) }
        return .user(name, try HiddenLine.read(asking: texts("push.askPassword")))
    }

    private func ask(_ question: Phrase) -> String {
        Console.write(texts(question), to: STDERR_FILENO)
        return readLine() ?? ""
    }
}
