import Glibc
import MirrorCore
import MirrorSystem
import Wizard

/// The files of one wizard session: what was read, and the edit that is on the screen.
struct Workspace {
    private var file: (path: String, read: ClusterConfigFile)?
    /// A file that is not YAML, with its repaired form.
    private var broken: (path: String, snapshot: FileSnapshot, repaired: [UInt8])?
    /// Only the newest edit can be written.
    private var edit: (request: RequestID, change: FileChange)?

    /// Of the file that was read last.
    var config: ClusterConfig { file?.read.config ?? ClusterConfig() }

    mutating func read(_ path: String) -> ClusterReading {
        file = nil
        broken = nil
        let snapshot: FileSnapshot
        do {
            snapshot = try FileSnapshot(reading: path)
        } catch {
            return .failed(error.problem)
        }
        do {
            let config = try ClusterConfig(yaml: snapshot.bytes)
            file = (path, ClusterConfigFile(snapshot: snapshot, config: config))
            return .read(config)
        } catch {
            return unreadable(snapshot, error)
        }
    }

    /// A template is read as far as it is not filled in; the vendor's own mistake can be repaired.
    private mutating func unreadable(_ snapshot: FileSnapshot, _ error: YAMLError) -> ClusterReading {
        let problem = Phrase(
            "cluster.notYAML",
            ["line": "\(error.line)", "column": "\(error.column)", "problem": texts(error.problem)]
        )
        switch UnreadableConfig(snapshot.bytes) {
        case .wideDash(let repaired):
            broken = (snapshot.path, snapshot, repaired)
            let change = FileChange(path: snapshot.path, before: snapshot.bytes, after: repaired)
            return .repairable(problem, ChangePreview(change, concerns: []))
        case .template:
            guard let config = try? ClusterConfig(template: snapshot.bytes) else { return .failed(problem) }
            file = (snapshot.path, ClusterConfigFile(snapshot: snapshot, config: config, isTemplate: true))
            return .read(config)
        case .other: return .failed(problem)
        }
    }

    /// Writes the repaired form of the file that was read last.
    mutating func repair(_ path: String) -> WriteOutcome {
        guard let broken, broken.path == path else { return .failed(Phrase("write.outdated")) }
        do throws(FileError) {
            let written = try AtomicWriter(secondsSince1970: time(nil)).replace(
                broken.snapshot,
                with: broken.repaired,
                backupName: .marked(BackupMark.of(broken.repaired))
            )
            return .written(path: path, backup: written.backup)
        } catch {
            return .failed(error.problem)
        }
    }

    mutating func edit(_ wanted: EditRequest, request: RequestID) -> EditOutcome {
        let change: FileChange
        var config = ClusterConfig()
        if let path = wanted.clusterConfigPath {
            guard let file, file.path == path else { return .refused(Phrase("file.notFound", ["path": path])) }
            config = file.read.config
            do throws(ClusterConfigEditError) {
                let after = try file.read.edited(place: wanted.place, mirrors: wanted.mirrors)
                change = FileChange(path: path, before: file.read.snapshot.bytes, after: after)
            } catch {
                return .refused(error.problem)
            }
        } else {
            let text = ClusterHeaderYAML().render(MirrorConfiguration(mirrors: wanted.mirrors))[0].text
            change = FileChange(path: wanted.newHeaderPath, before: nil, after: Array(text.utf8))
        }
        edit = (request, change)
        var intended = IntendedEdit(
            config: config,
            place: wanted.place,
            operation: wanted.operation,
            mirrors: wanted.mirrors
        )
        intended.pathFacts = PathFacts.of(intended.pathsToCheck, clusterConfigPath: wanted.clusterConfigPath ?? "")
        let concerns = intended.concerns + wanted.more
        return change.kind == .unchanged ? .unchanged : .change(ChangePreview(change, concerns: concerns))
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
                file.read.snapshot,
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
