import Texts

/// `docs/findings.md`: every finding with cause and next step, as Markdown.
package struct FindingsDocument {
    let texts: Catalogue

    package init(texts: Catalogue) { self.texts = texts }

    package var markdown: String {
        var parts = ["# " + texts("findings.heading"), texts("findings.intro")]
        for code in FindingCode.all {
            parts.append(
                "## \(code.code)\n\n**\(text(code, "title"))** · \(texts("severity.\(code.severity.rawValue)"))"
            )
            parts += [text(code, "cause"), "\(Mark.remedy) " + text(code, "next")]
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Markdown would take angle brackets and stars for its own.
    private func text(_ code: FindingCode, _ part: String) -> String {
        texts.general("\(code.code).\(part)").reduce(into: "") { result, character in
            if ["<", ">", "*", "_"].contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
