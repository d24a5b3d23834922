import Diagnosis
import Glibc
import MirrorCore
import MirrorSystem
import Texts
import Wizard

/// The files of one wizard session: what was read, and the edit that is on the screen.
struct Workspace {
    private var file: (path: String, read: ClusterConfigFile)?
    /// A file that is not YAML, with its repaired form.
    private var broken: (path: String, snapshot: FileSnapshot, repaired: [UInt8])?
    /// Only the newest edit can be written.
    private var edit: (request: RequestID, wanted: EditRequest, change: FileChange)?
    /// The undo that is on the screen.
    private var undo: UndoRun?

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
    mutating func repair(_ path: String, breaksHardLink: Bool) -> WriteOutcome {
        guard let broken, broken.path == path else { return .failed(Phrase("write.outdated")) }
        do throws(FileError) {
            let change = FileChange(path: path, before: broken.snapshot.bytes, after: broken.repaired)
            let written = try Files.replace(broken.snapshot, with: change, breaksHardLink: breaksHardLink)
            return .written(path: path, backup: written.backup)
        } catch .hardLinked(_, let names) {
            return .hardLinked(names: names)
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
        edit = (request, wanted, change)
        var intended = IntendedEdit(
            config: config,
            place: wanted.place,
            operation: wanted.operation,
            mirrors: wanted.mirrors
        )
        intended.pathFacts = PathFacts.of(intended.pathsToCheck, clusterConfigPath: wanted.clusterConfigPath ?? "")
        let links = wanted.clusterConfigPath == nil || change.kind == .unchanged ? [] : file?.read.snapshot.concerns
        let concerns = intended.concerns + wanted.more + (links ?? [])
        let consequence = ChangeConsequence(
            groups: config.nodeGroups,
            from: config.registryMirrors(at: wanted.place),
            to: wanted.mirrors.map { MirrorDraft($0) },
            at: wanted.place
        )
        return change.kind == .unchanged
            ? .unchanged : .change(ChangePreview(change, concerns: concerns, consequence: consequence))
    }

    mutating func write(edit request: RequestID, breaksHardLink: Bool) -> WriteOutcome {
        guard let edit, edit.request == request else { return .failed(Phrase("write.outdated")) }
        do throws(FileError) {
            guard edit.change.before != nil else {
                _ = try AtomicWriter(secondsSince1970: time(nil)).create(edit.change.path, edit.change.after)
                return .written(path: edit.change.path, backup: nil)
            }
            guard let file else { return .failed(Phrase("write.outdated")) }
            let written = try Files.replace(file.read.snapshot, with: edit.change, breaksHardLink: breaksHardLink)
            // The next edit starts from what is on disk now.
            _ = read(file.path)
            return .written(path: edit.change.path, backup: written.backup)
        } catch .hardLinked(_, let names) {
            return .hardLinked(names: names)
        } catch .changedOnDisk where edit.change.before == nil {
            return .failed(Phrase("command.fileExists", ["path": edit.change.path]))
        } catch {
            return .failed(error.problem)
        }
    }
}

/// Jobs: the subcommands' own work on the session's files.
extension Workspace {
    /// The edit that is on the screen, as a command would have it; the file as it is where nothing changes.
    func planned(edit request: RequestID) -> PlannedChange? {
        guard let edit, edit.request == request, let file else { return nil }
        let (wanted, config) = (edit.wanted, file.read.config)
        return PlannedChange(
            file.read,
            config.placement(for: wanted.operation).choosing(wanted.place),
            wanted.operation,
            wanted.mirrors,
            intended: wanted.mirrors.map { MirrorDraft($0) },
            after: edit.change.after
        )
    }

    mutating func findUndo(_ path: String) throws(Refusal) -> ChangePreview {
        let run = try UndoRun(path)
        undo = run
        return ChangePreview(run.change, concerns: [])
    }

    /// Puts back what was found, if the file is still the one that was looked at.
    mutating func undo(_ path: String, breaksHardLink: Bool) -> WizardJobOutcome {
        guard let undo, undo.path == path else { return .failed(Phrase("write.outdated"), fix: nil) }
        do throws(FileError) {
            let kept = try undo.write(breaksHardLink: breaksHardLink)
            self.undo = nil
            return .undone(path: path, kept: kept)
        } catch .hardLinked(_, let names) {
            return .hardLinked(names: names)
        } catch {
            return .failed(error.problem, fix: error.fix)
        }
    }

    /// What would be run on the file as it is on disk.
    func bmctl(_ path: String, _ operation: ClusterOperation, kubeconfig: String) throws(Refusal) -> BmctlRun {
        guard let file, file.path == path else { throw Refusal(Phrase("write.outdated"), .stale) }
        let read = file.read
        let planned = PlannedChange(
            unchanged: read,
            placement: read.config.placement(for: operation),
            operation: operation
        )
        return try BmctlRun(for: planned, kubeconfig: kubeconfig.isEmpty ? nil : kubeconfig)
    }
}
