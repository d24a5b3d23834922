import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// Standard output and standard error, unbuffered and whole: the one place through which the program says anything. What
/// files, nodes and registries said reaches neither as a control character, and no login that was met.
enum Console {
    /// A line or more for people.
    static func out(_ text: String) { StandardOutput.write(shown(text) + "\n") }

    /// A question, and nothing behind it.
    static func prompt(_ question: String) { StandardOutput.write(shown(question)) }

    /// A file's text or a patch: a pipe gets its line ends as they are, and a sentence says when it is no exact copy.
    static func document(_ text: String) {
        let isOnTerminal = isatty(STDOUT_FILENO) == 1
        let safe = (isOnTerminal ? TextSink.words : .document).safe(text)
        StandardOutput.write(safe)
        if safe != text, !isOnTerminal { error("mirrorctl: " + texts("output.notExact")) }
    }

    /// A text of ours with colours in it, whose foreign parts are printable already.
    private static func styled(_ text: String) { StandardOutput.write(text) }

    /// A diff, and what it means: with colours on a terminal, exact in a pipe.
    static func show(_ text: String) { hasColor ? styled(text) : document(text) }

    /// A filter's answer, byte for byte, unless a terminal gets it.
    static func fileText(_ bytes: [UInt8]) {
        if isatty(STDOUT_FILENO) == 1 { return document(String(decoding: bytes, as: UTF8.self)) }
        StandardOutput.write(bytes)
    }

    /// One JSON text; nothing in it is lost.
    static func json(_ text: String) {
        let masked = SaidBack.maskedAnywhere(URLLogin.masked(text, isJSON: true))
        StandardOutput.write(TextSink.json.safe(masked) + "\n")
    }

    static func error(_ text: String) { _ = write(Array((shown(text) + "\n").utf8), to: STDERR_FILENO) }

    /// A question; what cannot be shown cannot be answered.
    static func ask(_ question: String) throws {
        guard write(Array(shown(question).utf8), to: STDERR_FILENO) == 0 else { throw ExitStatus.ioError.exit }
    }

    /// Moves the cursor of standard error; nothing foreign in it.
    static func steer(_ codes: String) { _ = write(Array(codes.utf8), to: STDERR_FILENO) }

    private static func shown(_ text: String) -> String {
        TextSink.words.safe(SaidBack.maskedAnywhere(URLLogin.masked(text)))
    }

    /// - Returns: 0, or why not all of it was written.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
                continue
            }
            guard count > 0 else { return count < 0 ? errno : EIO }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Colour on standard output: on a terminal that can, unless NO_COLOR is set (no-color.org: to anything but "").
    static var hasColor: Bool {
        isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && !["", "dumb"].contains(environment["TERM"] ?? "")
    }
}

/// `--lang`, the settings or the locale.
let languageChoice = LanguageChoice(
    words: CommandLine.arguments,
    environment: environment,
    setting: SettingsFile.settings[.language]
)

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
    /// Says one sentence and gives the status to end with.
    static func fail(_ phrase: Phrase, _ status: ExitStatus) -> any Error {
        error("mirrorctl: " + texts(phrase))
        return status.exit
    }

    /// The same, with what to do instead.
    static func fail(_ phrase: Phrase, fix: Phrase, _ status: ExitStatus) -> any Error {
        error("mirrorctl: \(texts(phrase))\n  \(Mark.remedy) \(texts(fix))")
        return status.exit
    }

    /// Asks on the terminal; only `y` or `yes` is one.
    /// - Parameter needsYes: what is said where there is none.
    static func confirm(_ question: String, needsYes: String = "command.needsYes") throws -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { throw fail(Phrase(needsYes), .usage) }
        try ask(question)
        return ["y", "yes"].contains((readLine() ?? "").lowercased())
    }
}
