extension YAMLError {
    init(failure: YAMLEvents.Failure, in text: UnsafeBufferPointer<UInt8>) {
        switch failure {
        case .memory:
            self.init(line: 1, column: 1, reason: .syntax(.other("out of memory")))
        case .syntax(let words, let line, let column):
            self.init(line: line + 1, column: column + 1, reason: .syntax(YAMLSyntaxProblem(libyaml: words)))
        case .unreadable(let offset, let isEncoding):
            let before = text.prefix(max(0, min(offset, text.count)))
            let line = before.count(where: { $0 == UInt8(ascii: "\n") }) + 1
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let column = before[lineStart...].count(where: { $0 & 0xC0 != 0x80 }) + 1
            self.init(line: line, column: column, reason: isEncoding ? .notUTF8 : .controlCharacter)
        }
    }

    /// The same error, marked when its line, or the one before, is a template's.
    func pointingAtTemplate(in text: UnsafeBufferPointer<UInt8>) -> YAMLError {
        // The line and the one before it, found without a list of all lines.
        var (start, previous, end) = (0, 0, 0)
        for _ in 0..<line where end < text.count || end == 0 {
            (previous, start) = (start, end)
            end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
        }
        let lines = text[previous..<end]
        var marked = self
        marked.looksLikeTemplate = zip(lines, lines.dropFirst()).contains { first, second in
            Self.templateMarks.contains { $0 == first && $1 == second }
        }
        return marked
    }

    /// Jinja and Helm, Jinja statements, Terraform, shell.
    private static let templateMarks: [(UInt8, UInt8)] = [
        (UInt8(ascii: "{"), UInt8(ascii: "{")),
        (UInt8(ascii: "{"), UInt8(ascii: "%")),
        (UInt8(ascii: "%"), UInt8(ascii: "{")),
        (UInt8(ascii: "$"), UInt8(ascii: "{")),
    ]
}
