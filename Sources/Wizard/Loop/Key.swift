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
    /// A paste, bracketed or seen to be one; line ends as `\n`.
    case paste(String)
    /// The Enter behind a line that came with it in one read: typed ahead, or the end of a paste. It goes on in a form, and
    /// does nothing else.
    case lineEnd
    /// Behind a paste that was longer than is taken.
    case pasteCut
    /// A press of the first button.
    case click(row: Int, column: Int)
    case scroll(row: Int, column: Int, up: Bool)
}

extension Key {
    /// Esc and a digit is the function key of that number, 0 for F10: serial consoles and tmux send no others for sure.
    package var canonical: Key {
        guard case .alt(let digit) = self else { return self }
        return digit.functionKey ?? self
    }
}

extension Character {
    var functionKey: Key? {
        guard isASCII, let number = wholeNumberValue else { return nil }
        return .function(number == 0 ? 10 : number)
    }
}
