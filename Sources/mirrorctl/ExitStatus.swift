import ArgumentParser

/// What the process says to its caller (sysexits where they fit).
enum ExitStatus: Int32 {
    case done = 0
    /// A finding of severity error, a pull that would not use the mirror.
    case problem = 1
    /// `diff`: there are changes.
    case changes = 2
    case usage = 64
    case dataError = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case ioError = 74
    case stale = 75
    case noPermission = 77
    case interrupted = 130

    /// Thrown to end the command; what is to be said has been said.
    var exit: ExitCode { ExitCode(rawValue) }
}
