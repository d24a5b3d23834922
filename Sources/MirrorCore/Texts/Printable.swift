/// Foreign text made safe for a terminal: control and bidi-override characters become `\u{FFFD}`, tabs and newlines blanks.
package func printable(_ text: String) -> String {
    // Nearly all text is plain ASCII, and a screen shows a lot of it.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\t", "\n", "\r": result.append(" ")
        case _ where isUnsafe(scalar): result.append("\u{FFFD}")
        default: result.append(scalar)
        }
    }
    return String(result)
}
