import Glibc
import RegistryClient
import Synchronization

/// What a push has reached, on disk before the next step is begun, so that a push that was killed goes on from there.
///
/// One file for each package and registry, only ever appended to, 0600. A last line that was torn is cut off. Only one push
/// at a time may hold it.
package final class PushJournal: Sendable {
    private struct State: ~Copyable {
        /// `nil`: nothing is kept.
        let file: FileDescriptor?
        var contents: JournalContents
        /// Lines that were written.
        var lines = 0
    }

    package let path: String
    private let descriptor: Int32?
    private let state: Mutex<State>
    /// Lines that are on disk. Whoever has the lock syncs for all that wait for it.
    private let synced = Mutex(0)

    private init(path: String, file: consuming FileDescriptor?, contents: JournalContents) {
        self.path = path
        descriptor = file?.number
        state = Mutex(State(file: file, contents: contents))
    }

    /// Opens or begins it; `nil` when another push holds it.
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - package: what tells one package from another.
    ///   - target: `HOST:PORT/NAMESPACE`
    package static func open(folder: String, package: String, target: String) throws(FileError) -> PushJournal? {
        let folder = try OwnFolder(folder)
        let name = contentDigest(Array("\(package)\n\(target)".utf8)).dropFirst(7).prefix(16)
        let file = try folder.open("push-\(name).journal", O_RDWR | O_CREAT)
        let path = "\(folder.path)/push-\(name).journal"
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        var contents = JournalContents()
        let bytes = try OwnFolder.all(of: file, path: path, limit: 256 << 20)
        let whole = contents.read(bytes)
        guard ftruncate(file.number, off_t(whole)) == 0, lseek(file.number, 0, SEEK_END) >= 0 else {
            throw FileError(path: path, operation: "ftruncate", errno: errno)
        }
        return PushJournal(path: path, file: file, contents: contents)
    }

    /// For what only looks.
    package static var volatile: PushJournal { PushJournal(path: "", file: nil, contents: JournalContents()) }

    /// On disk when it returns; what the registry can be asked for again gets there with the next.
    func write(_ entry: JournalEntry) throws(PushFailure) {
        let line = entry.line + [UInt8(ascii: "\n")]
        let result: Result<Int, FileError> = state.withLock { state in
            state.contents.take(entry)
            do throws(FileError) {
                try state.file?.writeAll(line)
                state.lines += 1
                return .success(state.lines)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let number): if entry.isNeededForResuming { try synchronize(number) }
        case .failure(let error): throw .journal(error)
        }
    }

    private func synchronize(_ line: Int) throws(PushFailure) {
        guard let descriptor else { return }
        let failure: FileError? = synced.withLock { synced in
            guard synced < line else { return nil }
            let written = state.withLock { $0.lines }
            guard fdatasync(descriptor) == 0 else {
                return FileError(path: path, operation: "fdatasync", errno: errno)
            }
            synced = written
            return nil
        }
        if let failure { throw .journal(failure) }
    }

    var contents: JournalContents { state.withLock { $0.contents } }

    func upload(of blob: BlobName, in repository: String) -> JournalContents.Upload? {
        state.withLock { $0.contents.uploads[.init(repository: repository, blob: blob.key)] }
    }
}
