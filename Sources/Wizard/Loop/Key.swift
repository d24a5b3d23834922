/// A key as the operator pressed it, decoded from the terminal's bytes.
package enum Key: Equatable, Hashable, Sendable {
    case character(Character)
    /// Ctrl with a letter, lower case: `control("c")`.
    case control(Character)
    case alt(Character)
    case enter, tab, backTab, escape, backspace, delete, insert
    case shiftUp, shiftDown
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F12.
    case function(Int)
    /// Bracketed paste, line ends as `\n`.
    case paste(String)
    /// A press of the first button.
    case click(row: Int, column: Int)
    case scroll(row: Int, column: Int, up: Bool)
}
