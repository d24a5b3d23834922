/// A line of F1: the text `help.key.CASE`. Shown in this order, as far as the page has such a key.
package enum HelpLine: String, CaseIterable, Sendable {
    case tab, arrows, enter, turn, editing, reveal
    case up
    case jobs, mirrors
    case scroll, tabs, parts, fold, search
    case undo, redo
    case steps, preview, pane, fix, home
    case probe, ask, look
    case rehearse, bundle
    case stop, leaveRunning, cancel
    case palette, copy, view, edit
    case help, twins, redraw, mouse, suspend, leave
}
