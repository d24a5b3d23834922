import Glibc
import MirrorCore
import Synchronization

/// Pushes that run without a terminal: for each a record of JSON lines, its log, and a lock that its process holds as long as
/// it lives. All in a folder of ours, and none with a secret in it.
package struct DetachedPushes: Sendable {
    package let path: String
    /// Ended ones that are kept.
    private static let kept = 20
    /// Records are cut back to their first line and their newest one when they are larger.
    fileprivate static let limit = 4 << 20

    package init(stateFolder: String) { path = stateFolder + "/pushes" }

    /// For the process that pushes: a number that no other has.
    package func begin() throws(FileError) -> DetachedRecord {
        let folder = try OwnFolder(path)
        try forget(folder)
        var number = 1
        while true {
            let name = "\(number)"
            let lock = try folder.lock(name + ".lock")
            if lock.isOurs, try folder.read(name + ".jsonl", limit: Self.limit * 2) == nil {
                let flags = O_WRONLY | O_CREAT | O_APPEND
                let record = try folder.open(name + ".jsonl", flags | O_TRUNC)
                let log = try folder.open(name + ".log", flags | O_TRUNC)
                return DetachedRecord(number: number, folder: path, lock: lock, record: record, log: log)
            }
            number += 1
        }
    }

    /// The oldest ended ones go.
    private func forget(_ folder: borrowing OwnFolder) throws(FileError) {
        let ended = numbers.filter { process(of: $0) == nil }
        for number in ended.dropLast(Self.kept - 1) { try remove(number, folder) }
    }

    package func remove(_ number: Int) throws(FileError) {
        guard let folder = try OwnFolder.existing(path) else { return }
        try remove(number, folder)
    }

    private func remove(_ number: Int, _ folder: borrowing OwnFolder) throws(FileError) {
        for ending in ["jsonl", "log", "lock"] { try folder.remove("\(number).\(ending)") }
    }

    /// Of all that have a record, the oldest first.
    package var numbers: [Int] {
        guard let folder = try? OwnFolder.existing(path) else { return [] }
        return folder.names.compactMap { $0.hasSuffix(".jsonl") ? Int($0.dropLast(6)) : nil }.sorted()
    }

    /// What stands in a record now; `nil` where there is none.
    package func read(_ number: Int) -> [UInt8]? {
        guard let folder = try? OwnFolder.existing(path) else { return nil }
        return try? folder.read("\(number).jsonl", limit: Self.limit * 2)
    }

    /// The process that pushes; `nil` when it has ended, however it came to that.
    package func process(of number: Int) -> Int? {
        guard let folder = try? OwnFolder.existing(path), let lock = try? folder.lock("\(number).lock") else {
            return nil
        }
        return lock.isOurs ? nil : lock.holder
    }

    package func log(of number: Int) -> String { "\(path)/\(number).log" }

    /// Ends it as Ctrl-C would, after the chunk that is under way.
    /// - Returns: whether it runs.
    package func stop(_ number: Int) -> Bool {
        guard let process = process(of: number), process > 1 else { return false }
        return kill(pid_t(process), SIGTERM) == 0
    }
}

/// The record of the push that this process does.
package final class DetachedRecord: Sendable {
    private struct State: ~Copyable {
        let file: FileDescriptor
        var first: [UInt8] = []
        var size = 0
    }

    package let number: Int
    private let folder: String
    private let lock: OwnLock
    private let state: Mutex<State>
    private let log: Mutex<FileDescriptor>

    fileprivate init(
        number: Int,
        folder: String,
        lock: OwnLock,
        record: consuming FileDescriptor,
        log: consuming FileDescriptor
    ) {
        self.number = number
        self.folder = folder
        self.lock = lock
        state = Mutex(State(file: record))
        self.log = Mutex(log)
    }

    /// The first line stays for ever; of the others the newest counts.
    package func write(_ line: String) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        state.withLock { state in
            if state.first.isEmpty { state.first = bytes }
            if state.size + bytes.count > DetachedPushes.limit, ftruncate(state.file.number, 0) == 0 {
                try? state.file.writeAll(state.first)
                state.size = state.first.count
            }
            // What cannot be written is no reason to end a push.
            try? state.file.writeAll(bytes)
            state.size += bytes.count
        }
    }

    /// From now on what this process prints goes into the log.
    package func takeOutput() {
        log.withLock { log in
            _ = dup2(log.number, STDOUT_FILENO)
            _ = dup2(log.number, STDERR_FILENO)
        }
    }

    /// Nothing was begun.
    package func discard() { try? DetachedPushes(folder: folder).remove(number) }
}

extension DetachedPushes {
    fileprivate init(folder: String) { path = folder }
}
