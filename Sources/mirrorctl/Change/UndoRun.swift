import Glibc
import MirrorCore
import MirrorSystem

/// `apply --undo FILE`: the newest backup takes the file's place again, unless the file is not what was written then.
struct UndoRun {
    let path: String
    let snapshot: FileSnapshot
    let backup: Backup
    let text: [UInt8]

    init(_ path: String) throws {
        let file = try Files.snapshot(path)
        let backups: [Backup]
        do {
            backups = try Backup.all(of: file.target).filter { $0.mark != nil }
        } catch {
            throw Files.fail(error, error.readStatus)
        }
        guard let newest = backups.first else { throw Console.fail(Phrase("undo.noBackup", ["path": path]), .noInput) }
        self.path = path
        snapshot = file
        backup = newest
        text = try Files.read(newest.path)
        guard BackupMark.of(file.bytes) == newest.mark || file.bytes == text else {
            throw Console.fail(
                Phrase("undo.changed", ["path": path, "stamp": newest.stamp, "backup": newest.path]),
                .stale
            )
        }
    }

    var change: FileChange { FileChange(path: path, before: snapshot.bytes, after: text) }

    /// - Returns: where what was undone is kept; `nil` when there was nothing to write.
    func write() throws -> String? {
        guard change.kind != .unchanged else {
            backup.remove()
            return nil
        }
        do {
            let written = try AtomicWriter(secondsSince1970: time(nil)).replace(
                snapshot,
                with: text,
                backupName: .undone
            )
            // Its bytes are the file's now; the backup before it is the next to go back to.
            backup.remove()
            return written.backup
        } catch {
            throw Files.fail(error, error.writeStatus)
        }
    }

    /// The change as any other, for what it means to the nodes and for bmctl.
    func planned() throws -> PlannedChange {
        let (before, after) = (try Self.config(snapshot.bytes, path), try Self.config(text, path))
        let placement = after.placement(for: .update)
        let present = after.registryMirrors(at: placement.place)
        return PlannedChange(
            ClusterConfigFile(snapshot: snapshot, config: before),
            placement,
            .update,
            MirrorCore.validate(present, for: placement.place).mirrors ?? [],
            intended: present,
            after: text
        )
    }

    private static func config(_ bytes: [UInt8], _ path: String) throws -> ClusterConfig {
        do {
            return try ClusterConfig(yaml: bytes)
        } catch {
            throw Files.fail(error, path: path)
        }
    }
}
