import MirrorSystem

/// What a job comes to, as a process says it to its caller (sysexits where they fit).
package enum ExitStatus: Int32, Sendable {
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
}

extension FileError {
    /// How a command ends that met it while reading.
    package var readStatus: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .isDirectory, .notRegular, .tooLarge: .dataError
        case .notOwn: .cannotCreate
        default: .ioError
        }
    }

    /// How a command ends that met it while writing.
    package var writeStatus: ExitStatus {
        switch self {
        case .changedOnDisk, .inUse: .stale
        case .permissionDenied, .ownerNotKept, .attributeNotKept: .noPermission
        case .exists, .notFound, .isDirectory, .notRegular, .hardLinked, .readOnly, .notOwn: .cannotCreate
        default: .ioError
        }
    }
}
