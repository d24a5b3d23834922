import Glibc
import MirrorCore
import MirrorSystem
import Texts

/// `apply --undo FILE`: the newest backup takes the file's place again, unless the file is not what was written then.
package struct UndoRun: Sendable {
    package let path: String
    package let snapshot: FileSnapshot
    package let backup: Backup
    let text: [UInt8]

    package init(_ path: String) throws(Refusal) {
        do {
            snapshot = try FileSnapshot(reading: path)
            let backups = try Backup.all(of: snapshot.target).filter { $0.mark != nil }
            guard let newest = backups.first else {
                throw Refusal(Phrase("undo.noBackup", ["path": path]), .noInput)
            }
            backup = newest
            try newest.check(against: snapshot.target)
            text = try FileSnapshot(reading: newest.path).bytes
        } catch let error as FileError {
            throw Refusal(reading: error)
        } catch let error as Refusal {
            throw error
        } catch {
            throw Refusal(Phrase("undo.noBackup", ["path": path]), .noInput)
        }
        self.path = path
        guard BackupMark.of(snapshot.bytes) == backup.mark || snapshot.bytes == text else {
            throw Refusal(
                Phrase("undo.changed", ["path": path, "stamp": backup.stamp, "backup": backup.path]),
                .stale
            )
        }
    }

    package var change: FileChange { FileChange(path: path, before: snapshot.bytes, after: text) }

    /// - Returns: where what was undone is kept; `nil` when there was nothing to write.
    package func write(breaksHardLink: Bool = false) throws(FileError) -> String? {
        guard change.kind != .unchanged else {
            backup.remove()
            return nil
        }
        let written = try AtomicWriter().replace(
            snapshot,
            with: text,
            backupName: .undone,
            breaksHardLink: breaksHardLink
        )
        // Its bytes are the file's now; the backup before it is the next to go back to.
        backup.remove()
        return written.backup
    }

    /// The change as any other, for what it means to the nodes and for bmctl.
    package func planned() throws(YAMLError) -> PlannedChange {
        let (file, after) = (try ClusterConfigFile(snapshot), try ClusterConfig(yaml: text))
        let placement = after.placement(for: .update)
        let present = after.registryMirrors(at: placement.place)
        return PlannedChange(
            file,
            placement,
            .update,
            validate(present, for: placement.place).mirrors ?? [],
            intended: present,
            after: text
        )
    }
}
