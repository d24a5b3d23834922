import Wizard

/// What the loop hands on; `Custom` is what other threads post.
package enum TerminalEvent<Custom: Sendable>: Sendable {
    case key(Key)
    /// Comes first of all, and after every change.
    case resized(Size)
    case custom(Custom)
    /// The time asked for by `LoopDecision.wake` is over.
    case timer
    /// Ctrl-C, or SIGINT from outside.
    case interrupted
    /// SIGTERM, SIGHUP, SIGQUIT, or a terminal that is gone (SIGHUP). The last event: the loop ends after it.
    case terminated(signal: Int32)
    /// Back from the shell.
    case resumed
}

extension TerminalEvent: Equatable where Custom: Equatable {}

/// What the loop does after an event.
package enum LoopDecision: Equatable, Sendable {
    /// Goes on; a timer that runs goes on as well.
    case stay
    /// Goes on, and sends `.timer` after this time; replaces a timer that runs.
    case wake(afterMilliseconds: Int)
    /// Gives the terminal back to the shell, as Ctrl-Z does elsewhere, until the job goes on.
    case suspend
    /// Goes on, and draws every cell anew.
    case redraw
    case leave
}

/// How the loop ended.
package enum LoopEnd: Equatable, Sendable {
    case left
    case terminated(signal: Int32)
}
