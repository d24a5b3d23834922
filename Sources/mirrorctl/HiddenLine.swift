import Glibc
import MirrorCore
import Operations
import Secrets
import Texts

/// A line typed on the terminal without being shown.
enum HiddenLine {
    static func read(asking question: String) throws -> Secret {
        var before = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw Console.fail(Phrase("newLogin.noSource"), .usage)
        }
        var hidden = before
        // Byte by byte, Ctrl-C as one of them: so the terminal is itself again before anything ends.
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG | ICANON)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else {
            throw Console.fail(Phrase("newLogin.noSource"), .usage)
        }
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        try Console.ask(question)
        defer { Console.steer("\n") }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 4096 {
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            switch byte {
            case 0x03, 0x1C: throw ExitStatus.interrupted.exit
            case 0x0A, 0x0D: return secret(line)
            // Ctrl-D ends an empty line only, as in a shell.
            case 0x04: if line.isEmpty { return secret(line) }
            case 0x15: line = []
            case 0x08, 0x7F: eraseLast(&line)
            default: line.append(byte)
            }
        }
        return secret(line)
    }

    private static func secret(_ line: [UInt8]) -> Secret { Secret(String(decoding: line, as: UTF8.self)) }

    /// Takes the last character away, with all of its UTF-8 bytes.
    private static func eraseLast(_ line: inout [UInt8]) {
        while let last = line.popLast(), last & 0xC0 == 0x80 {}
    }
}
