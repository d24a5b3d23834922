/// What stands before a line and says how it is meant: colour never carries that alone.
package enum Mark: String, Sendable, CustomStringConvertible {
    case good = "✓"
    case wrong = "✗"
    case doubtful = "!"
    case note = "i"
    case unknown = "?"
    /// Not yet, or not there.
    case waiting = "·"
    case skipped = "–"
    /// What to do about it.
    case remedy = "→"

    package var description: String { rawValue }
}
