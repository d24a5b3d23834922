import Wizard

extension Screen {
    /// The text layer; below a rule, one letter for each cell's role where it is not plain text, and the cursor.
    var snapshot: String {
        let rows = (0..<size.rows).map { line($0) }
        let roles = (0..<size.rows).map { row in
            var text = String((0..<size.columns).map { self[row, $0].style.letter })
            while text.last == " " { text.removeLast() }
            return text
        }
        let place = cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
        return (rows + [String(repeating: "=", count: size.columns)] + roles + [place]).joined(separator: "\n") + "\n"
    }

    var text: String { (0..<size.rows).map { line($0) }.joined(separator: "\n") }
}

extension StyleRole {
    /// Distinct for each role.
    var letter: Character {
        switch self {
        case .text: " "
        case .title: "T"
        case .label: "L"
        case .hint: "h"
        case .value: "v"
        case .placeholder: "p"
        case .focus: "F"
        case .cursorLine: "C"
        case .error: "E"
        case .warning: "W"
        case .success: "S"
        case .info: "I"
        case .added: "+"
        case .removed: "-"
        case .addedWord: "#"
        case .removedWord: "="
        case .secret: "*"
        case .border: "."
        case .key: "K"
        case .stepDone: "d"
        case .stepCurrent: "c"
        case .stepPending: "n"
        case .inferred: "?"
        case .selected: "X"
        }
    }
}
