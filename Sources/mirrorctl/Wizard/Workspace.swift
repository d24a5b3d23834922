import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Wizard

/// The files of one wizard session: what was read, and the edit that is on the screen.
struct Workspace {
    private var file: (path: String, read: ClusterConfigFile)?
    /// A file that is not YAML, with its repaired form.
    private var broken: (path: String, snapshot: FileSnapshot, repaired: [UInt8])?
    /// Only the newest edit can be written.
    private var edit: (request: RequestID, change: WorkspaceChange)?
    /// The undo that is on the screen.
    private var undo: UndoRun?

    /// Of the file that was read last.
    var config: ClusterConfig { file?.read.config ?? ClusterConfig() }

    mutating func read(_ path: String) -> ClusterReading {
        file = nil
        broken = nil
        do throws(ClusterConfigFileError) {
            let read = try ClusterConfigFile(reading: path, takesTemplate: true)
            file = (path, read)
            return .read(read.config)
        } catch {
            switch error {
            case .file(.notFound): return .failed(Phrase("file.notFound", ["path": path]), fix: NearFiles.fix(path))
            case .file(let error): return .failed(error.problem, fix: error.fix)
            case .notYAML(let snapshot, let error): return unreadable(snapshot, error)
            }
        }
    }

    /// And what became of it since it was read last; `nil` where nothing has, or it could not be read then or now.
    mutating func reread(_ path: String) -> (ClusterReading, ChangePreview?) {
        let before = file?.read.snapshot.bytes ?? broken?.snapshot.bytes
        let reading = read(path)
        guard let before, let now = file?.read.snapshot.bytes ?? broken?.snapshot.bytes, now != before else {
            return (reading, nil)
        }
        return (reading, ChangePreview(FileChange(path: path, before: before, after: now), concerns: []))
    }

    /// The vendor's own mistake can be repaired.
    private mutating func unreadable(_ snapshot: FileSnapshot, _ error: YAMLError) -> ClusterReading {
        let problem = Phrase(
            "cluster.notYAML",
            ["line": "\(error.line)", "column": "\(error.column)", "problem": texts(error.problem)]
        )
        guard case .wideDash(let repaired) = UnreadableConfig(snapshot.bytes) else { return .failed(problem) }
        broken = (snapshot.path, snapshot, repaired)
        let change = FileChange(path: snapshot.path, before: snapshot.bytes, after: repaired)
        return .repairable(problem, ChangePreview(change, concerns: []))
    }

    /// Writes the repaired form of the file that was read last.
    mutating func repair(_ path: String, breaksHardLink: Bool) -> WriteOutcome {
        guard let broken, broken.path == path else { return .failed(Phrase("write.outdated")) }
        do throws(FileError) {
            let change = FileChange(path: path, before: broken.snapshot.bytes, after: broken.repaired)
            let written = try broken.snapshot.replace(with: change, breaksHardLink: breaksHardLink)
            return .written(path: path, backup: written.backup)
        } catch .hardLinked(_, let names) {
            return .hardLinked(names: names)
        } catch {
            return .failed(error.problem)
        }
    }

    mutating func edit(_ wanted: EditRequest, request: RequestID) -> EditOutcome {
        let change: WorkspaceChange
        if let path = wanted.clusterConfigPath {
            guard let file, file.path == path else { return .refused(Phrase("file.notFound", ["path": path])) }
            do throws(ClusterConfigEditError) {
                change = .ofFile(
                    try PlannedChange(
                        file: file.read,
                        placement: file.read.config.placement(for: wanted.operation).choosing(wanted.place),
                        operation: wanted.operation,
                        mirrors: wanted.mirrors,
                        more: wanted.more
                    )
                )
            } catch {
                return .refused(error.problem)
            }
        } else {
            change = .newHeader(
                JudgedChange(
                    newHeader: wanted.newHeaderPath,
                    mirrors: wanted.mirrors,
                    operation: wanted.operation,
                    place: wanted.place,
                    more: wanted.more
                )
            )
        }
        edit = (request, change)
        let judged = change.judged
        return judged.change.kind == .unchanged
            ? .unchanged
            : .change(ChangePreview(judged.change, concerns: judged.concerns, consequence: judged.consequence))
    }

    mutating func write(edit request: RequestID, breaksHardLink: Bool) -> WriteOutcome {
        guard let edit, edit.request == request else { return .failed(Phrase("write.outdated")) }
        let path = edit.change.judged.change.path
        do throws(FileError) {
            switch edit.change {
            case .newHeader(let header):
                _ = try AtomicWriter().create(path, header.change.after)
                return .written(path: path, backup: nil)
            case .ofFile(let planned):
                guard let file else { return .failed(Phrase("write.outdated")) }
                let written = try planned.file.snapshot.replace(with: planned.change, breaksHardLink: breaksHardLink)
                // The next edit starts from what is on disk now.
                _ = read(file.path)
                return .written(path: path, backup: written.backup)
            }
        } catch .hardLinked(_, let names) {
            return .hardLinked(names: names)
        } catch .changedOnDisk {
            return changedMeanwhile(path)
        } catch {
            return .failed(error.problem)
        }
    }
}

extension Workspace {
    /// What somebody else made of the file since it was read.
    private func changedMeanwhile(_ path: String) -> WriteOutcome {
        let problem = FileError.changedOnDisk(path: path).problem
        guard let file, let now = try? FileSnapshot(reading: file.path), now.bytes != file.read.snapshot.bytes else {
            return .failed(problem)
        }
        let theirs = FileChange(path: file.path, before: file.read.snapshot.bytes, after: now.bytes)
        return .changedMeanwhile(problem, ChangePreview(theirs, concerns: []))
    }
}

/// The edit that is on the screen.
private enum WorkspaceChange {
    case ofFile(PlannedChange)
    /// Of a file that is not there yet.
    case newHeader(JudgedChange)

    var judged: JudgedChange {
        switch self {
        case .ofFile(let planned): planned.judged
        case .newHeader(let judged): judged
        }
    }
}

/// Jobs: the subcommands' own work on the session's files.
extension Workspace {
    /// The edit that is on the screen, as a command would have it; the file as it is where nothing changes.
    func planned(edit request: RequestID) -> PlannedChange? {
        guard let edit, edit.request == request, case .ofFile(let planned) = edit.change else { return nil }
        return planned
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
