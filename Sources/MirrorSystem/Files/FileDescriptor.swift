import Glibc

/// An open file; closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
    let number: Int32
    private let path: String

    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) {
        try self.init(at: AT_FDCWD, path, flags, mode: mode, path: path)
    }

    /// - Parameters:
    ///   - folder: an open one, in which `name` is looked up.
    ///   - path: for messages.
    init(at folder: Int32, _ name: String, _ flags: Int32, mode: mode_t, path: String) throws(FileError) {
        var number = openat(folder, name, flags | O_CLOEXEC, mode)
        while number < 0, errno == EINTR { number = openat(folder, name, flags | O_CLOEXEC, mode) }
        guard number >= 0 else { throw FileError(path: path, operation: "open", errno: errno) }
        self.number = number
        self.path = path
    }

    deinit { close(number) }

    func status() throws(FileError) -> stat {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw FileError(path: path, operation: "fstat", errno: errno) }
        return status
    }

    /// Everything up to the end of the file; a file of the expected size goes straight into its place.
    func readAll(limit: Int, expecting size: Int) throws(FileError) -> [UInt8] {
        var code: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: min(limit, size) + 1) { buffer, filled in
            while filled < buffer.count {
                let count = read(number, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { code = errno }
                guard count > 0 else { return }
                filled += count
            }
        }
        guard code == 0 else { throw FileError(path: path, operation: "read", errno: code) }
        if bytes.count <= min(limit, size) { return bytes }
        guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = read(number, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: path, operation: "read", errno: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        }
    }

    func writeAll(_ bytes: [UInt8]) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: path, operation: "write", errno: errno) }
            written += count
        }
    }

    /// Owner first: changing it clears the set-id bits of the mode.
    func take(_ kept: KeptProperties) throws(FileError) {
        let status = kept.status
        let own = try self.status()
        if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
            guard fchown(number, status.st_uid, status.st_gid) == 0 else { throw .ownerNotKept(path: path) }
        }
        guard fchmod(number, status.st_mode & 0o7777) == 0 else {
            throw FileError(path: path, operation: "fchmod", errno: errno)
        }
        try kept.attributes.set(on: number, path: path)
    }

    func synchronize() throws(FileError) {
        guard fsync(number) == 0 else { throw FileError(path: path, operation: "fsync", errno: errno) }
    }
}
