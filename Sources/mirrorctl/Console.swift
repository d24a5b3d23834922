import Glibc
import MirrorCore

/// Standard output and standard error, unbuffered and whole.
enum Console {
    static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Says one sentence and gives the status to end with.
    static func fail(_ phrase: Phrase, _ status: ExitStatus) -> any Error {
        error("mirrorctl: " + texts(phrase))
        return status.exit
    }

    /// The same, with what to do instead.
    static func fail(_ phrase: Phrase, fix: Phrase, _ status: ExitStatus) -> any Error {
        error("mirrorctl: \(texts(phrase))\n  → \(texts(fix))")
        return status.exit
    }

    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Colour on standard output: on a terminal that can, unless NO_COLOR is set (no-color.org: to anything but "").
    static var hasColor: Bool {
        isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && !["", "dumb"].contains(environment["TERM"] ?? "")
    }
}

/// `--lang` or the locale.
let languageChoice = LanguageChoice(words: CommandLine.arguments, environment: environment)

/// The texts in the operator's language.
let texts = languageChoice.catalogue

/// The process's environment.
let environment: [String: String] = {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee.map({ String(cString: $0) }) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
        entry += 1
    }
    return result
}()

extension Console {
    /// Asks on the terminal; only `y` or `yes` is one.
    static func confirm(_ question: String) throws -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { throw fail(Phrase("command.needsYes"), .usage) }
        write(question, to: STDERR_FILENO)
        return ["y", "yes"].contains((readLine() ?? "").lowercased())
    }
}
