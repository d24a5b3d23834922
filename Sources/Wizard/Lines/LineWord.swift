/// What a line says that is no answer. ADD ONE as a case; its line of help is `lines.word.CASE`.
enum LineWord: String, CaseIterable {
    case back, none, help, undo, make, bundle, probe, export, quit

    /// A line as it was typed: a word, or an answer; an answer that begins with a colon has two.
    static func read(_ line: String) -> Read {
        guard line.hasPrefix(":") else { return .answer(line) }
        let rest = String(line.dropFirst())
        if rest.hasPrefix(":") { return .answer(rest) }
        return LineWord(rawValue: rest.lowercased()).map(Read.word) ?? .unknown(rest)
    }

    enum Read: Equatable {
        case answer(String)
        case word(LineWord)
        case unknown(String)
    }
}
