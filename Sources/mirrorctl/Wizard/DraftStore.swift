import FoundationEssentials
import Glibc
import MirrorSystem
import Wizard

/// The answers of a session that ended before they were written, kept for the next one.
///
/// `$XDG_STATE_HOME/mirrorctl/draft.json`, else below `~/.local/state`; 0600, no secrets in it. A draft that cannot be
/// kept must not stop a session, so failures are silent here.
enum DraftStore {
    private static var folder: String? { StateFolder.path }

    private static var path: String? { folder.map { $0 + "/draft.json" } }

    static func load() -> Answers? {
        guard let path, let snapshot = try? FileSnapshot(reading: path) else { return nil }
        return try? JSONDecoder().decode(Answers.self, from: Data(snapshot.bytes))
    }

    static func save(_ answers: Answers) {
        guard let folder, let path, let data = try? JSONEncoder().encode(answers) else { return }
        makeFolders(folder)
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        let isWhole = data.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == data.count
        let isSafe = fsync(file) == 0
        close(file)
        if isWhole, isSafe { rename(temporary, path) } else { unlink(temporary) }
    }

    static func discard() { if let path { unlink(path) } }

    private static func makeFolders(_ path: String) {
        var at = ""
        for part in path.split(separator: "/") {
            at += "/" + part
            mkdir(at, 0o700)
        }
    }
}
