import Glibc

/// What a write did.
package struct WrittenFile: Equatable, Sendable {
    /// The file that was written: the target of a symbolic link.
    package let path: String
    /// Holds the old text; `nil` for a new file.
    package let backup: String?
    /// Set when everything is in place but the folder's entry may not survive a power failure.
    package let folderNotSynchronized: Bool
}

/// Replaces a file as a whole: whoever reads it, and whatever stops us, sees the old text or the new one.
///
/// The new text is written beside the file and put on disk, the old one is copied to a backup, the file is compared with
/// what was read, and then the new one takes its name. On any error the file is as it was, and nothing is left beside it.
package struct AtomicWriter: Sendable {
    /// The points between which a test makes it fail.
    package enum Step: String, CaseIterable, Sendable, Codable {
        case temporaryCreated, temporaryWritten, backupCreated, backupWritten, compared, renamed
    }

    /// UTC, for the backup's name.
    private let time: time_t
    private let reached: @Sendable (Step) throws(FileError) -> Void

    /// With the time that it is.
    package init() { self.init(secondsSince1970: Glibc.time(nil)) }

    /// - Parameter secondsSince1970: goes into the backup's name.
    package init(secondsSince1970: Int) {
        time = secondsSince1970
        reached = { (_: Step) throws(FileError) in }
    }

    package init(secondsSince1970: Int, reached: @escaping @Sendable (Step) throws(FileError) -> Void) {
        time = secondsSince1970
        self.reached = reached
    }

    /// Writes new text over a file that was read, unless it is another one by now.
    ///
    /// - Parameters:
    ///   - backupName: how the copy of the old text is called.
    ///   - breaksHardLink: other names of the file may keep the old text; else a file with several is refused.
    package func replace(
        _ snapshot: FileSnapshot,
        with bytes: [UInt8],
        backupName: BackupName = .plain,
        breaksHardLink: Bool = false
    ) throws(FileError) -> WrittenFile {
        let target = snapshot.target
        let status = try currentStatus(of: target)
        guard status.st_nlink == 1 || breaksHardLink else {
            throw .hardLinked(path: target, names: Int(status.st_nlink))
        }
        let kept = KeptProperties(status: status, attributes: ExtendedAttributes(of: target))
        // Held until the new file has its name: of two writers one waits for nothing and is told.
        let lock = try WriteLock(target)
        defer { lock.end() }
        let temporary = try TemporaryFile(beside: target, bytes, like: kept, reached: reached)
        let backup: TemporaryFile
        do throws(FileError) {
            backup = try TemporaryFile(
                backupOf: target,
                suffix: backupName.suffix(time),
                snapshot.bytes,
                like: kept,
                reached: reached
            )
        } catch {
            temporary.remove()
            throw error
        }
        do throws(FileError) {
            let now = try FileSnapshot(reading: snapshot.path)
            guard now.bytes == snapshot.bytes, now.target == target else {
                throw FileError.changedOnDisk(path: snapshot.path)
            }
            try reached(.compared)
            guard rename(temporary.path, target) == 0 else {
                throw FileError(path: target, operation: "rename", errno: errno)
            }
        } catch {
            temporary.remove()
            backup.remove()
            throw error
        }
        return WrittenFile(path: target, backup: backup.path, folderNotSynchronized: !finish(target))
    }

    /// Writes a file that is not there yet; one that appears meanwhile is left alone.
    package func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError) -> WrittenFile {
        let temporary = try TemporaryFile(beside: path, bytes, mode: mode, reached: reached)
        defer { temporary.remove() }
        try reached(.compared)
        // Unlike rename, link never takes the place of another file.
        guard link(temporary.path, path) == 0 else {
            throw errno == EEXIST
                ? .exists(path: path) : FileError(path: path, operation: "link", errno: errno)
        }
        return WrittenFile(path: path, backup: nil, folderNotSynchronized: !finish(path))
    }

    private func currentStatus(of target: String) throws(FileError) -> stat {
        var status = stat()
        guard lstat(target, &status) == 0 else {
            throw errno == ENOENT
                ? .changedOnDisk(path: target) : FileError(path: target, operation: "lstat", errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .changedOnDisk(path: target) }
        return status
    }

    /// The new name on disk; false when that cannot be made sure.
    private func finish(_ path: String) -> Bool {
        do throws(FileError) {
            try reached(.renamed)
            let folder = try FileDescriptor(TemporaryFile.folder(of: path), O_RDONLY | O_DIRECTORY)
            try folder.synchronize()
            return true
        } catch {
            return false
        }
    }
}
