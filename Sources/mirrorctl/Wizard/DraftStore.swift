import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// Sessions that ended before they were written, kept for the next one: one draft for each cluster config file, by its
/// absolute path; for a session without a file, one for each folder.
///
/// `$XDG_STATE_HOME/mirrorctl/drafts`, else below `~/.local/state`; 0600, no secrets in it. Whoever has a draft holds its
/// lock: a second session on the same file gets a place of its own and is told. A draft that cannot be kept must not stop a
/// session: why is said when the session has ended.
final class DraftStore: Sendable {
    /// Larger than any answers and files too.
    private static let limit = 16 << 20
    /// Sessions on one file that have a draft.
    private static let places = 8
    private let state = Mutex(State())

    private struct State {
        var trouble: FileError?
        /// The draft of this session, without `.json`.
        var name: String?
        /// Held until the session is over or has another file.
        var lock: OwnLock?
        /// A draft of this session under the file that it had before.
        var left: String?
    }

    /// The first thing that went wrong, for the end of the session.
    var trouble: FileError? { state.withLock { $0.trouble } }

    private static var folder: String? { StateFolder.path.map { $0 + "/drafts" } }

    /// Takes the place of a file's draft, and reads what an earlier session has left there.
    func open(_ file: String) -> OpenedDraft {
        state.withLock { state in
            state.left = state.left ?? state.name
            state.name = nil
            state.lock = nil
            guard let path = Self.folder else { return OpenedDraft() }
            // Where nothing can be kept, that is said when there is something.
            guard let folder = (try? OwnFolder(path)) else {
                _ = Self.noting(&state) { () throws(FileError) in _ = try OwnFolder.existing(path) }
                return OpenedDraft()
            }
            let first = Self.name(of: file)
            var opened = OpenedDraft()
            func read(_ name: String) -> [UInt8]? {
                Self.noting(&state) { () throws(FileError) in try folder.read(name, limit: Self.limit) } ?? nil
            }
            func take(_ name: String, _ lock: OwnLock) {
                state.name = name
                state.lock = lock
                if state.left == name { state.left = nil }
            }
            var free: (name: String, lock: OwnLock)?
            // One with a draft first: nobody else would offer it.
            for place in 1...Self.places {
                let name = place == 1 ? first : "\(first)-\(place)"
                let stored = read(name + ".json")
                guard stored != nil || free == nil || read(name + ".lock") != nil else { break }
                let lock = Self.noting(&state) { () throws(FileError) in try folder.lock(name + ".lock") }
                guard let lock else { break }
                guard lock.isOurs else {
                    opened.otherProcess = opened.otherProcess ?? lock.holder
                    continue
                }
                opened.draft = stored.flatMap { try? JSONDecoder().decode(Draft.self, from: Data($0)) }
                if opened.draft != nil {
                    take(name, lock)
                    return opened
                }
                free = free ?? (name, lock)
            }
            if let free { take(free.name, free.lock) }
            return opened
        }
    }

    /// Drafts for files that are named from this folder, and for this folder, the latest first: not those that another
    /// session has.
    func unfinished() -> [Draft] {
        state.withLock { state in
            guard let path = Self.folder, let folder = try? OwnFolder.existing(path) else { return [] }
            let ours = state.name
            let drafts = folder.names.filter { $0.hasSuffix(".json") }.compactMap { name -> Draft? in
                let stem = String(name.dropLast(5))
                guard let bytes = try? folder.read(name, limit: Self.limit),
                    let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes))
                else { return nil }
                let first = Self.name(of: draft.file)
                guard stem == first || stem.hasPrefix(first + "-") else { return nil }
                if stem == ours { return draft }
                return (try? folder.lock(stem + ".lock"))?.isOurs == true ? draft : nil
            }
            return Array(drafts.sorted { $0.savedAt > $1.savedAt }.prefix(Self.places))
        }
    }

    func save(_ draft: Draft) {
        var draft = draft
        draft.savedAt = Self.now
        var data = try? JSONEncoder().encode(draft)
        while let bytes = data, bytes.count > Self.limit / 4, let shorter = draft.shortened {
            draft = shorter
            data = try? JSONEncoder().encode(draft)
        }
        guard let data, let path = Self.folder else { return }
        // What was typed for an address may hold a login, which is not kept.
        let text = URLLogin.masked(String(decoding: data, as: UTF8.self), isJSON: true)
        state.withLock { state in
            let name = state.name ?? Self.name(of: draft.file)
            let isSaved = Self.noting(&state) { () throws(FileError) in
                try OwnFolder(path).replace(name + ".json", with: Array(text.utf8))
                return true
            }
            guard isSaved != nil, let left = state.left else { return }
            state.left = nil
            Self.remove(left, &state)
        }
    }

    /// And leaves it where it is: what follows is about another file.
    func keep(_ draft: Draft) {
        save(draft)
        state.withLock { state in
            state.name = nil
            state.lock = nil
        }
    }

    func discard() {
        state.withLock { state in
            for name in [state.name, state.left].compactMap(\.self) { Self.remove(name, &state) }
            state.left = nil
        }
    }

    private static func remove(_ name: String, _ state: inout State) {
        noting(&state) { () throws(FileError) in
            guard let path = folder, let folder = try OwnFolder.existing(path) else { return }
            try folder.remove(name + ".json")
        }
    }

    /// Of the file itself, whichever way leads to it.
    private static func name(of file: String) -> String {
        let path = file.isEmpty ? "." : file
        let absolute = realpath(path, nil).map { found in
            defer { free(found) }
            return String(cString: found)
        }
        return OwnFolder.name(for: absolute ?? path)
    }

    /// `2026-11-29 14:02`, as the operator's clock has it.
    private static var now: String {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let length = strftime(&text, text.count, "%Y-%m-%d %H:%M", &parts)
        return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @discardableResult
    private static func noting<Result>(_ state: inout State, _ body: () throws(FileError) -> Result) -> Result? {
        do throws(FileError) { return try body() } catch {
            state.trouble = state.trouble ?? error
            return nil
        }
    }
}
