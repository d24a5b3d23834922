/// Foreign text made safe for a terminal: control and bidi-override characters become `\u{FFFD}`, tabs and newlines blanks.
package func printable(_ text: String) -> String { TextSink.line.safe(text) }

/// Where text goes, and what of it could do harm there. Control characters (C0, DEL, C1), line and paragraph separators
/// and bidi overrides become `\u{FFFD}`.
package enum TextSink: Sendable {
    /// One line: tabs and line ends become blanks.
    case line
    /// Words on several lines, which line feeds end; a carriage return is a blank.
    case words
    /// A file's text into a pipe: tabs and line ends stay as they are.
    case document
    /// JSON: inside of its texts each is written as `\uXXXX`, and nothing is lost.
    case json

    package func safe(_ text: String) -> String {
        // Nearly all text is plain ASCII, and a screen shows a lot of it.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A && self != .line }) { return text }
        guard text.unicodeScalars.contains(where: { replacement($0) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let replacement = replacement(scalar) {
                result.append(contentsOf: replacement.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// `nil` for what may stay.
    private func replacement(_ scalar: Unicode.Scalar) -> String? {
        switch (scalar, self) {
        case ("\t", .line), ("\n", .line), ("\r", .line), ("\r", .words): return " "
        case ("\n", _), ("\t", _), ("\r", .document): return nil
        default: break
        }
        guard scalar.isUnsafe else { return nil }
        guard self == .json else { return "\u{FFFD}" }
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension Unicode.Scalar {
    fileprivate var isUnsafe: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }
}
