import Glibc

/// A file's old text, kept beside it by the write that replaced it.
package struct Backup: Equatable, Sendable {
    package let path: String
    /// `YYYYMMDD-HHMMSSZ`
    package let stamp: String
    /// Of the text that took its place; `nil` in a backup that does not say.
    package let mark: String?
    private let order: [Int]

    /// Those of a file, the newest first.
    ///
    /// - Parameter target: the file itself, not a symbolic link to it.
    package static func all(of target: String) throws(FileError) -> [Backup] {
        let folder = TemporaryFile.folder(of: target)
        let name = target.split(separator: "/").last.map(String.init) ?? target
        guard let directory = opendir(folder) else {
            throw FileError(path: folder, operation: "opendir", errno: errno)
        }
        defer { closedir(directory) }
        var backups: [Backup] = []
        while let entry = readdir(directory) {
            let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard found.hasPrefix(name + ".bak-") else { continue }
            let path = (folder == "/" ? "" : folder) + "/" + found
            if let backup = Backup(path, found.dropFirst(name.count + 5)) { backups.append(backup) }
        }
        return backups.sorted { left, right in
            left.stamp != right.stamp ? left.stamp > right.stamp : right.order.lexicographicallyPrecedes(left.order)
        }
    }

    /// - Parameter suffix: `YYYYMMDD-HHMMSSZ[-MARK][-NUMBER]`
    private init?(_ path: String, _ suffix: Substring) {
        let parts = suffix.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].count == 8, parts[1].count == 7, parts[1].hasSuffix("Z") else { return nil }
        self.path = path
        stamp = "\(parts[0])-\(parts[1])"
        mark = parts.dropFirst(2).first { $0.count == 12 && $0.allSatisfy(\.isHexDigit) }.map(String.init)
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        // Within one second the time of writing tells, and then the number.
        order = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, parts.last.flatMap { Int($0) } ?? 0]
    }

    /// One of ours has the file's owner and can be written by no more than the file: whoever may write in the folder could
    /// lay another one there.
    package func check(against target: String) throws(FileError) {
        var (status, own) = (stat(), stat())
        guard stat(target, &status) == 0 else { throw FileError(path: target, operation: "stat", errno: errno) }
        guard lstat(path, &own) == 0 else { throw FileError(path: path, operation: "lstat", errno: errno) }
        guard own.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
        guard own.st_uid == status.st_uid else { throw .notOwn(path: path, .backupOwner(own.st_uid)) }
        guard own.st_nlink == 1 else { throw .notOwn(path: path, .names(Int(own.st_nlink))) }
        guard own.st_mode & 0o002 == 0 || status.st_mode & 0o002 != 0 else { throw .notOwn(path: path, .anybodyWrites) }
    }

    /// Its text is the file's again.
    package func remove() { unlink(path) }
}
