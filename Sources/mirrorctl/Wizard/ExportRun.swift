import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Wizard

/// Writes the answers file and the script beside it.
enum ExportRun {
    static func run(_ request: ExportRequest, replaces: Bool) -> ExportOutcome {
        let folder = realpath(".", nil).map { found in
            defer { free(found) }
            return String(cString: found)
        }
        let files = [
            (request.answersPath, request.answersText(folder: folder ?? "."), UInt32(0o600)),
            (request.scriptPath, request.script(folder: folder ?? "."), UInt32(0o700)),
        ]
        let there = files.map(\.0).filter(exists)
        guard replaces || there.isEmpty else { return .exist(there) }
        do throws(FileError) {
            for (path, text, mode) in files {
                if exists(path) {
                    let old = try FileSnapshot(reading: path)
                    _ = try AtomicWriter().replace(old, with: Array(text.utf8))
                } else {
                    _ = try AtomicWriter().create(path, Array(text.utf8), mode: mode)
                }
            }
            return .written(hasBackups: !there.isEmpty)
        } catch {
            return .failed(error.problem)
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
