import Glibc
import Synchronization

/// A file on disk.
final class FileSpace: ByteSpace {
    let name: String
    private let path: String
    private let descriptor: Int32
    private let size: Int64
    /// Bytes handed out, for the progress of a walk.
    let bytesRead = Atomic<Int64>(0)

    var length: Int64? { size }

    /// A symbolic link is followed for the package itself only.
    init(_ path: String, name: String? = nil, following: Bool = true) throws(PackageError) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (following ? 0 : O_NOFOLLOW)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { throw PackageError(path: path, operation: "open", errno: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .system(path: path, operation: "open", errno: EINVAL)
        }
        self.path = path
        self.name = name ?? path
        self.descriptor = descriptor
        size = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let wanted = min(buffer.count, Int(clamping: size - offset))
        guard wanted > 0 else { return 0 }
        while true {
            let count = pread(descriptor, buffer.baseAddress, wanted, Int(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(path: path, operation: "read", errno: errno) }
            guard count > 0 else { throw .changed(path: path) }
            bytesRead.add(Int64(count), ordering: .relaxed)
            return count
        }
    }
}
