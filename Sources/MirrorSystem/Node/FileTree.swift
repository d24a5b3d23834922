import COpen
import Glibc

/// A folder that is the root of a node's file tree: links and `..` in it count from there, and none leads out.
struct FileTree {
    /// `O_PATH`: to be looked at, and not opened for reading.
    static let look = mirror_look
    private static let maximumLinks = 40
    /// Without a slash at its end; empty for this machine's own root, where paths are opened as they are.
    let root: String

    /// - Parameter flags: `look`, or `O_RDONLY` with what goes with it.
    /// - Returns: a descriptor, or -1 and `errno`.
    func open(_ path: String, _ flags: Int32) -> Int32 {
        // No path holds a zero: what follows would be cut off.
        guard !path.utf8.contains(0) else { return Self.failure(EINVAL) }
        guard !root.isEmpty else { return Self.retrying { Glibc.open(path, flags | O_CLOEXEC) } }
        let folder = Self.retrying { Glibc.open(root, mirror_look | O_DIRECTORY | O_CLOEXEC) }
        guard folder >= 0 else { return -1 }
        defer { Self.closeKeepingError(folder) }
        let found = Self.retrying { mirror_open_in_root(folder, path, flags | O_CLOEXEC) }
        // Before Linux 5.6 there is no such call, and some sandboxes forbid it.
        guard found < 0, errno == ENOSYS || errno == EPERM else { return found }
        return walk(path, flags, from: folder)
    }

    /// The same, one name after the other, where no link is followed by the kernel.
    func walk(_ path: String, _ flags: Int32, from folder: Int32) -> Int32 {
        guard path.utf8.count < Int(PATH_MAX) else { return Self.failure(ENAMETOOLONG) }
        // Names that are still to go, the next one last.
        var pending = Array(path.split(separator: "/").map(String.init).reversed())
        var done: [String] = []
        var links = 0
        var at = Self.retrying { openat(folder, ".", mirror_look | O_DIRECTORY | O_CLOEXEC) }
        func move(to next: Int32) -> Bool {
            if at >= 0 { Self.closeKeepingError(at) }
            at = next
            return next >= 0
        }
        while at >= 0, let name = pending.popLast() {
            if name == "." { continue }
            if name == ".." {
                _ = done.popLast()
                guard move(to: Self.descend(done, from: folder)) else { return -1 }
                continue
            }
            let next = Self.retrying { openat(at, name, mirror_look | O_NOFOLLOW | O_CLOEXEC) }
            guard next >= 0 else {
                Self.closeKeepingError(at)
                return -1
            }
            guard let target = Self.target(next) else {
                done.append(name)
                guard move(to: next) else { return -1 }
                continue
            }
            close(next)
            links += 1
            guard links <= Self.maximumLinks, target.utf8.count < Int(PATH_MAX) else {
                Self.closeKeepingError(at)
                return Self.failure(ELOOP)
            }
            if target.hasPrefix("/") {
                done = []
                guard move(to: Self.descend(done, from: folder)) else { return -1 }
            }
            pending += target.split(separator: "/").map(String.init).reversed()
        }
        guard at >= 0 else { return -1 }
        if flags & mirror_look != 0 { return at }
        defer { Self.closeKeepingError(at) }
        // What was found is opened again, and nothing else under its name.
        return Self.retrying { Glibc.open("/proc/self/fd/\(at)", flags | O_CLOEXEC) }
    }

    /// Names that were found to be folders, and no links.
    private static func descend(_ names: [String], from folder: Int32) -> Int32 {
        var at = retrying { openat(folder, ".", mirror_look | O_DIRECTORY | O_CLOEXEC) }
        for name in names where at >= 0 {
            let next = retrying { openat(at, name, mirror_look | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC) }
            closeKeepingError(at)
            at = next
        }
        return at
    }

    /// Where a link leads; `nil` when it is none.
    private static func target(_ descriptor: Int32) -> String? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlinkat(descriptor, "", $0.assumingMemoryBound(to: CChar.self), bytes.count) }
                ?? -1
        }
        return count >= 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    /// Interrupted, or something was renamed meanwhile.
    private static func retrying(_ call: () -> Int32) -> Int32 {
        for _ in 0..<100 {
            let result = call()
            if result >= 0 || errno != EINTR && errno != EAGAIN { return result }
        }
        return -1
    }

    private static func closeKeepingError(_ descriptor: Int32) {
        let code = errno
        close(descriptor)
        errno = code
    }

    private static func failure(_ code: Int32) -> Int32 {
        errno = code
        return -1
    }
}
