import Glibc

/// A file that somebody hands over and that is acted on: a plan.
package enum HandedFile {
    /// It may be a colleague's, and not anybody's.
    package static func check(_ path: String) throws(FileError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path: path, operation: "stat", errno: errno) }
        if status.st_mode & 0o002 != 0 { throw .notOwn(path: path, .anybodyWrites) }
    }
}
