/// Why the wizard cannot have a screen.
package enum TerminalError: Error, Equatable, Sendable {
    /// No controlling terminal, or standard input and output are not one.
    case noTerminal
    /// TERM is unset, unknown to terminfo, or cannot place the cursor.
    case unusableTerminal(name: String)
    case system(operation: String, errno: Int32)
}
