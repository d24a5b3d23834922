import Glibc
import MirrorCore
import MirrorSystem
import Wizard

/// The files of one wizard session: what was read, and the edit that is on the screen.
struct Workspace {
    private var file: (path: String, snapshot: FileSnapshot, config: ClusterConfig)?
    /// Only the newest edit can be written.
    private var edit: (request: RequestID, change: FileChange)?

    mutating func read(_ path: String) -> ClusterReading {
        file = nil
        let snapshot: FileSnapshot
        do {
            snapshot = try FileSnapshot(reading: path)
        } catch {
            return .failed(error.problem)
        }
        do {
            let config = try ClusterConfig(yaml: snapshot.bytes)
            file = (path, snapshot, config)
            return .read(config)
        } catch {
            return .failed(
                Phrase(
                    "cluster.notYAML",
                    ["line": "\(error.line)", "column": "\(error.column)", "problem": texts(error.problem)]
                )
            )
        }
    }

    mutating func edit(_ wanted: EditRequest, request: RequestID) -> EditOutcome {
        let change: FileChange
        var config = ClusterConfig()
        if let path = wanted.clusterConfigPath {
            guard let file, file.path == path else { return .refused(Phrase("file.notFound", ["path": path])) }
            config = file.config
            do throws(ClusterConfigEditError) {
                let after = try ClusterConfigEditor.edit(
                    file.snapshot.bytes,
                    place: wanted.place,
                    mirrors: wanted.mirrors
                )
                change = FileChange(path: path, before: file.snapshot.bytes, after: after)
            } catch {
                return .refused(error.problem)
            }
        } else {
            let text = ClusterHeaderYAML().render(MirrorConfiguration(mirrors: wanted.mirrors))[0].text
            change = FileChange(path: wanted.newHeaderPath, before: nil, after: Array(text.utf8))
        }
        edit = (request, change)
        let concerns = IntendedEdit(
            config: config,
            place: wanted.place,
            operation: wanted.operation,
            mirrors: wanted.mirrors
        ).concerns
        let consequence = ChangeConsequence(
            groups: config.nodeGroups,
            from: config.registryMirrors(at: wanted.place),
            to: wanted.mirrors.map { MirrorDraft($0) },
            at: wanted.place
        )
        return change.kind == .unchanged
            ? .unchanged : .change(ChangePreview(change, concerns: concerns, consequence: consequence))
    }

    mutating func write(edit request: RequestID) -> WriteOutcome {
        guard let edit, edit.request == request else { return .failed(Phrase("write.outdated")) }
        do throws(FileError) {
            guard edit.change.before != nil else {
                _ = try AtomicWriter(secondsSince1970: time(nil)).create(edit.change.path, edit.change.after)
                return .written(path: edit.change.path, backup: nil)
            }
            guard let file else { return .failed(Phrase("write.outdated")) }
            let written = try AtomicWriter(secondsSince1970: time(nil)).replace(
                file.snapshot,
                with: edit.change.after,
                backupName: .marked(BackupMark.of(edit.change.after))
            )
            // The next edit starts from what is on disk now.
            _ = read(file.path)
            return .written(path: edit.change.path, backup: written.backup)
        } catch .changedOnDisk where edit.change.before == nil {
            return .failed(Phrase("command.fileExists", ["path": edit.change.path]))
        } catch {
            return .failed(error.problem)
        }
    }
}
