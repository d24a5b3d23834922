import Glibc
import MirrorCore
import Secrets

/// Lines of standard input, one at a time; of a pipe no byte more than there is.
struct LineInput {
    /// No answer is that long; what is longer is cut.
    private static let limit = 1 << 16
    private var buffer: [UInt8] = []
    private var hasEnded = false

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// `nil` at the end. What stands before it without a line end is a line that nobody has finished: it is none.
    mutating func next() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer.removeFirst(end + 1) }
                var line = buffer[..<end].prefix(Self.limit)
                if line.last == 0x0D { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            }
            guard !hasEnded else { return nil }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                hasEnded = true
                continue
            }
            buffer += chunk[..<count]
        }
    }
}
