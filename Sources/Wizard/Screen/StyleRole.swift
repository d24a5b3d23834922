/// What a cell means; a theme says how that looks. Views know roles only, never colours.
package enum StyleRole: String, CaseIterable, Sendable {
    case text, title, label, hint, value, placeholder, focus, cursorLine
    case error, warning, success, info, added, removed, addedWord, removedWord, secret
    case border, key, stepDone, stepCurrent, stepPending, inferred, selected
}
