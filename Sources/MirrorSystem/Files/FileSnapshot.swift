import Glibc

/// What a file was when it was read.
package struct FileSnapshot: Equatable, Sendable {
    /// As it was asked for.
    package let path: String
    /// The file itself, when `path` is a symbolic link to it.
    package let target: String
    package let bytes: [UInt8]
    package let identity: FileIdentity
    /// How many names the file has: hard links.
    package let names: Int

    /// 64 MiB
    package static let limit = 64 << 20

    /// Reads a regular file; a pipe or a device is refused without waiting for it.
    package init(reading path: String, limit: Int = FileSnapshot.limit) throws(FileError) {
        guard let resolved = realpath(path, nil) else {
            throw FileError(path: path, operation: "realpath", errno: errno)
        }
        defer { free(resolved) }
        let target = String(cString: resolved)
        let file = try FileDescriptor(target, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        let status = try file.status()
        switch status.st_mode & S_IFMT {
        case S_IFREG where !isMadeByKernel(file.number): break
        case S_IFDIR: throw .isDirectory(path: path)
        default: throw .notRegular(path: path)
        }
        guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
        let bytes = try file.readAll(limit: limit, expecting: Int(status.st_size))
        let identity = FileIdentity(status)
        // Written to while it was read: neither the old nor the new text.
        guard FileIdentity(try file.status()) == identity else { throw .changedOnDisk(path: path) }
        self.path = path
        self.target = target
        self.bytes = bytes
        self.identity = identity
        names = Int(status.st_nlink)
    }
}

/// Which file it is, and when it was last written.
package struct FileIdentity: Equatable, Sendable {
    package let device: UInt64
    package let inode: UInt64
    package let size: Int64
    package let modifiedSeconds: Int
    package let modifiedNanoseconds: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
    }
}
