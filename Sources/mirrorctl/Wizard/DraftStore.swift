import FoundationEssentials
import Glibc
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// The answers of a session that ended before they were written, kept for the next one.
///
/// `$XDG_STATE_HOME/mirrorctl/draft.json`, else below `~/.local/state`; 0600, no secrets in it. A draft that cannot be
/// kept must not stop a session: why is said when the session has ended.
enum DraftStore {
    private static let name = "draft.json"
    /// Larger than any answers, pasted logs and files too.
    private static let limit = 16 << 20
    private static let first = Mutex<FileError?>(nil)

    /// The first thing that went wrong, for the end of the session.
    static var trouble: FileError? { first.withLock { $0 } }

    static func load() -> UnfinishedWork? {
        let bytes = noting { () throws(FileError) in
            guard let path = StateFolder.path, let folder = try OwnFolder.existing(path) else { return [UInt8]() }
            return try folder.read(name, limit: limit) ?? []
        }
        guard let answers = bytes.flatMap({ try? JSONDecoder().decode(Answers.self, from: Data($0)) }) else {
            return nil
        }
        return UnfinishedWork(answers: answers, time: time)
    }

    /// When it was kept: `14:02`, before today with the date.
    private static var time: String {
        var status = stat()
        guard let path = StateFolder.path, lstat("\(path)/\(name)", &status) == 0 else { return "" }
        var (kept, now) = (status.st_mtim.tv_sec, Glibc.time(nil))
        var (then, today) = (tm(), tm())
        localtime_r(&kept, &then)
        localtime_r(&now, &today)
        func digits(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = "\(digits(then.tm_hour)):\(digits(then.tm_min))"
        guard (then.tm_year, then.tm_yday) != (today.tm_year, today.tm_yday) else { return clock }
        return "\(then.tm_year + 1900)-\(digits(then.tm_mon + 1))-\(digits(then.tm_mday)) \(clock)"
    }

    static func save(_ answers: Answers) {
        guard let path = StateFolder.path, let data = try? JSONEncoder().encode(answers) else { return }
        // What was typed for an address may hold a login, which is not kept.
        let text = URLLogin.masked(String(decoding: data, as: UTF8.self), isJSON: true)
        noting { () throws(FileError) in try OwnFolder(path).replace(name, with: Array(text.utf8)) }
    }

    static func discard() {
        noting { () throws(FileError) in
            guard let path = StateFolder.path, let folder = try OwnFolder.existing(path) else { return }
            try folder.remove(name)
        }
    }

    @discardableResult
    private static func noting<Result>(_ body: () throws(FileError) -> Result) -> Result? {
        do throws(FileError) { return try body() } catch {
            first.withLock { $0 = $0 ?? error }
            return nil
        }
    }
}
