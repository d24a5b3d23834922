import ArgumentParser
import MirrorCore
import Secrets
import Texts

/// A user name, and a password that never stands on the command line.
struct PasswordOptions: ParsableArguments {
    @Option(help: help("password.username", "user"))
    var username: String?

    @Flag(help: help("password.stdin"))
    var passwordStdin = false

    @Option(help: help("password.file", "file"))
    var passwordFile: String?

    func validate() throws {
        let sources = (passwordStdin ? 1 : 0) + (passwordFile == nil ? 0 : 1)
        guard sources <= 1, sources == 0 || username != nil else {
            throw ValidationError(texts("newLogin.onePassword"))
        }
        if let username, username.isEmpty || username.contains(":") { throw ValidationError(texts("newLogin.badUser")) }
    }

    /// From standard input, the file, or typed on the terminal; `nil` without `--username`.
    func password(for host: String) throws -> Secret? {
        guard let username else { return nil }
        let secret: Secret
        if passwordStdin {
            secret = Self.line(try Files.readStandardInput())
        } else if let passwordFile {
            secret = Self.line(try Files.readStream(passwordFile))
        } else {
            let question = Phrase("newLogin.askPassword", ["username": username, "host": host])
            secret = try HiddenLine.read(asking: texts(question))
        }
        guard !secret.isEmpty else { throw Console.fail(Phrase("newLogin.noPassword"), .dataError) }
        return secret
    }

    /// Without the line end that editors and `echo` leave.
    private static func line(_ bytes: [UInt8]) -> Secret {
        var bytes = bytes[...]
        if bytes.last == 0x0A { bytes = bytes.dropLast() }
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        return Secret(String(decoding: bytes, as: UTF8.self))
    }
}
