import Glibc

/// A complete file with a name of its own, on disk when the initializer returns, gone when it throws.
struct TemporaryFile: Sendable {
    let path: String

    /// The text that takes a file's place, in the same folder so that a rename is enough.
    init(
        beside target: String,
        _ bytes: [UInt8],
        like kept: KeptProperties? = nil,
        mode: UInt32 = 0o600,
        reached: (AtomicWriter.Step) throws(FileError) -> Void
    ) throws(FileError) {
        var random = SystemRandomNumberGenerator()
        // Not made from the target's name, which may be as long as a name can be.
        let path = Self.folder(of: target) + "/.mirrorctl-" + String(random.next(), radix: 36) + ".tmp"
        let file: FileDescriptor
        do throws(FileError) {
            file = try FileDescriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        } catch {
            // The folder is what does not let a file be made in it.
            throw error.at(Self.folder(of: target))
        }
        self.path = path
        do throws(FileError) {
            try fill(file, bytes, like: kept, reached, .temporaryCreated, .temporaryWritten)
        } catch {
            throw error.at(target)
        }
    }

    /// A copy of the old text under a name that no file has.
    init(
        backupOf target: String,
        suffix: String,
        _ bytes: [UInt8],
        like kept: KeptProperties,
        reached: (AtomicWriter.Step) throws(FileError) -> Void
    ) throws(FileError) {
        var number = 1
        while true {
            let path = target + suffix + (number == 1 ? "" : "-\(number)")
            do throws(FileError) {
                let file = try FileDescriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
                try self.init(path, file, bytes, like: kept, reached)
                return
            } catch .system(_, "open", EEXIST) where number < 1_000 {
                number += 1
            }
        }
    }

    private init(
        _ path: String,
        _ file: borrowing FileDescriptor,
        _ bytes: [UInt8],
        like kept: KeptProperties,
        _ reached: (AtomicWriter.Step) throws(FileError) -> Void
    ) throws(FileError) {
        self.path = path
        try fill(file, bytes, like: kept, reached, .backupCreated, .backupWritten)
    }

    private func fill(
        _ file: borrowing FileDescriptor,
        _ bytes: [UInt8],
        like kept: KeptProperties?,
        _ reached: (AtomicWriter.Step) throws(FileError) -> Void,
        _ created: AtomicWriter.Step,
        _ written: AtomicWriter.Step
    ) throws(FileError) {
        do throws(FileError) {
            try reached(created)
            // The mode last: until all is written nobody else may read it.
            try file.writeAll(bytes)
            if let kept { try file.take(kept) }
            try file.synchronize()
            try reached(written)
        } catch {
            remove()
            throw error
        }
    }

    func remove() { unlink(path) }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
