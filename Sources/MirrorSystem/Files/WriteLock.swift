import Glibc

/// Keeps a second writer of ours away from a file while it is replaced. Other programs do not ask for it: against those
/// the file is compared with what was read.
struct WriteLock {
    private let descriptor: Int32

    /// - Throws: `inUse` when another has it. Where locks cannot be had, as on some network file systems, there is none.
    init(_ path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        var status = stat()
        guard descriptor < 0 || fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .changedOnDisk(path: path)
        }
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        close(descriptor)
        throw .inUse(path: path)
    }

    func end() { if descriptor >= 0 { close(descriptor) } }
}
