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
        let lines = text.split(
            separator: UInt8(ascii: "\n"),
            maxSplits: line,
            omittingEmptySubsequences: false
        ).prefix(line)
        var marked = self
        marked.looksLikeTemplate = lines.suffix(2).contains { line in
            Self.templateMarks.contains { mark in
                zip(line, line.dropFirst()).contains { $0 == mark.0 && $1 == mark.1 }
            }
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
