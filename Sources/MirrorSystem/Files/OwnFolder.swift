import Glibc
import MirrorCore

/// A folder in which this program keeps files of its own: drafts, journals. Nobody else can write in it, and a file in it
/// is a plain one with one name that belongs to the user; anything else is refused and named.
package struct OwnFolder: ~Copyable {
    package let path: String
    private let descriptor: FileDescriptor
    private let user: uid_t

    /// - Parameters:
    ///   - path: made when it is not there, with what is above it, 0700.
    ///   - user: whose it has to be; another one in tests.
    package init(_ path: String, user: uid_t = geteuid()) throws(FileError) {
        Self.make(path)
        descriptor = try Self.opened(path, user)
        self.path = path
        self.user = user
    }

    private static func opened(_ path: String, _ user: uid_t) throws(FileError) -> FileDescriptor {
        var link = stat()
        guard lstat(path, &link) == 0 else { throw FileError(path: path, operation: "lstat", errno: errno) }
        let isLink = link.st_mode & S_IFMT == S_IFLNK
        guard isLink || link.st_mode & S_IFMT == S_IFDIR else { throw .notOwn(path: path, .folderIsNone) }
        // One's own link to another disk is one's own; whoever else made it may turn it.
        guard !isLink || link.st_uid == user else { throw .notOwn(path: path, .folderOwner(link.st_uid)) }
        let folder = try FileDescriptor(path, O_RDONLY | O_DIRECTORY | (isLink ? 0 : O_NOFOLLOW))
        let status = try folder.status()
        guard status.st_uid == user else { throw .notOwn(path: path, .folderOwner(status.st_uid)) }
        guard status.st_mode & 0o022 == 0 else { throw .notOwn(path: path, .folderOthersWrite) }
        return folder
    }

    /// One that is there, or `nil`; nothing is made.
    package static func existing(_ path: String) throws(FileError) -> OwnFolder? {
        var status = stat()
        return lstat(path, &status) == 0 ? try OwnFolder(path) : nil
    }

    /// What lies in it, hidden files apart.
    package var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private func path(of name: String) -> String { "\(path)/\(name)" }

    /// Whether there is such a file; one that is not ours is an error.
    private func holds(_ name: String) throws(FileError) -> Bool {
        var status = stat()
        guard fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        if let problem = OwnFileProblem(status, user: user) { throw .notOwn(path: path(of: name), problem) }
        return true
    }

    /// Opens a file, for appending to it if that is asked; a new one is 0600.
    func open(_ name: String, _ flags: Int32) throws(FileError) -> FileDescriptor {
        let path = path(of: name)
        // Before it is opened: a device may do something then.
        _ = try holds(name)
        let file = try FileDescriptor(
            at: descriptor.number,
            name,
            flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY,
            mode: 0o600,
            path: path
        )
        if let problem = OwnFileProblem(try file.status(), user: user) { throw .notOwn(path: path, problem) }
        return file
    }

    /// - Returns: `nil` when there is none.
    package func read(_ name: String, limit: Int) throws(FileError) -> [UInt8]? {
        guard try holds(name) else { return nil }
        return try Self.all(of: try open(name, O_RDONLY), path: path(of: name), limit: limit)
    }

    /// What stands in an open one; a limit that is passed is told of this file, not of a cluster config.
    static func all(of file: borrowing FileDescriptor, path: String, limit: Int) throws(FileError) -> [UInt8] {
        let size = Int(try file.status().st_size)
        guard size <= limit else { throw .notOwn(path: path, .tooLarge(limit: limit)) }
        do throws(FileError) { return try file.readAll(limit: limit, expecting: size) } catch .tooLarge {
            throw .notOwn(path: path, .tooLarge(limit: limit))
        }
    }

    /// As a whole or not at all.
    package func replace(_ name: String, with bytes: [UInt8]) throws(FileError) {
        let path = path(of: name)
        _ = try holds(name)
        var random = SystemRandomNumberGenerator()
        let temporary = ".\(name)-\(String(random.next(), radix: 36)).tmp"
        do throws(FileError) {
            let file = try FileDescriptor(
                at: descriptor.number,
                temporary,
                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                mode: 0o600,
                path: path
            )
            try file.writeAll(bytes)
            try file.synchronize()
            guard renameat(descriptor.number, temporary, descriptor.number, name) == 0 else {
                throw FileError(path: path, operation: "rename", errno: errno)
            }
        } catch {
            unlinkat(descriptor.number, temporary, 0)
            throw error
        }
    }

    /// What is not one of ours stays.
    package func remove(_ name: String) throws(FileError) {
        if try holds(name) { unlinkat(descriptor.number, name, 0) }
    }

    private static func make(_ path: String) {
        var at = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            at += "/" + part
            mkdir(at, 0o700)
        }
    }
}
