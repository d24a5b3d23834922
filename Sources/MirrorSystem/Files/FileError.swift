/// Why a file could not be read or written.
package enum FileError: Error, Equatable, Sendable {
    case notFound(path: String)
    case permissionDenied(path: String)
    /// The file is not what it was when it was read.
    case changedOnDisk(path: String)
    case isDirectory(path: String)
    case tooLarge(path: String, limit: Int)
    case system(path: String, operation: String, errno: Int32)
}
