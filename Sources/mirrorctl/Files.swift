import Glibc
import MirrorCore
import MirrorSystem

/// A cluster config file as read: its bytes, what they say, and what it takes to tell whether the file changed since.
struct ClusterConfigFile {
    let snapshot: FileSnapshot
    let config: ClusterConfig
    /// Not YAML before it is filled in.
    var isTemplate = false

    /// The file's bytes with these mirrors.
    func edited(place: MirrorPlace, mirrors: [RegistryMirror]) throws(ClusterConfigEditError) -> [UInt8] {
        isTemplate
            ? try ClusterConfigEditor.edit(template: snapshot.bytes, place: place, mirrors: mirrors)
            : try ClusterConfigEditor.edit(snapshot.bytes, place: place, mirrors: mirrors)
    }
}

/// Reading and writing for subcommands: an error becomes a sentence and an exit status.
enum Files {
    /// - Parameter isTemplate: a file that is not YAML may be one, and is read as far as it is not filled in later.
    static func clusterConfig(_ path: String, isTemplate: Bool = false) throws -> ClusterConfigFile {
        let snapshot = try snapshot(path)
        do {
            return ClusterConfigFile(snapshot: snapshot, config: try ClusterConfig(yaml: snapshot.bytes))
        } catch {
            if isTemplate, case .template = UnreadableConfig(snapshot.bytes) {
                let config = try? ClusterConfig(template: snapshot.bytes)
                return ClusterConfigFile(snapshot: snapshot, config: config ?? ClusterConfig(), isTemplate: true)
            }
            throw fail(error, path: path, bytes: snapshot.bytes)
        }
    }

    static func read(_ path: String) throws -> [UInt8] { try snapshot(path).bytes }

    /// A file whose word is taken, such as a plan: one that anybody may write could be anybody's.
    static func checkNotForAnybody(_ path: String) throws {
        do { try HandedFile.check(path) } catch { throw fail(error, error.readStatus) }
    }

    static func snapshot(_ path: String) throws -> FileSnapshot {
        do {
            return try FileSnapshot(reading: path)
        } catch {
            throw fail(error, error.readStatus)
        }
    }

    static func readStandardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= FileSnapshot.limit else {
                throw Console.fail(
                    Phrase("file.tooLarge", ["path": "-", "limit": "\(FileSnapshot.limit >> 20)"]),
                    .dataError
                )
            }
        }
    }

    /// - Returns: the path of the backup.
    static func write(_ change: FileChange, over snapshot: FileSnapshot, _ links: HardLinkOption) throws -> String? {
        try Console.saying { () throws(Refusal) in
            do throws(FileError) {
                let written = try replace(snapshot, with: change, breaksHardLink: links.breakHardLink)
                StandardOutput.hasWritten(snapshot.path)
                return written.backup
            } catch {
                throw Refusal(writing: error)
            }
        }
    }

    /// With a backup that an undo finds.
    static func replace(
        _ snapshot: FileSnapshot,
        with change: FileChange,
        breaksHardLink: Bool
    ) throws(FileError) -> WrittenFile {
        try AtomicWriter(secondsSince1970: time(nil)).replace(
            snapshot,
            with: change.after,
            backupName: .marked(BackupMark.of(change.after)),
            breaksHardLink: breaksHardLink
        )
    }

    static func create(_ file: RenderedFile, below folder: String, announces: Bool = true) throws {
        let path = folder + "/" + file.path.drop { $0 == "/" }
        try StandardOutput.check()
        makeFolders(above: path)
        do {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, Array(file.text.utf8))
            StandardOutput.hasWritten(path)
        } catch .changedOnDisk {
            throw Console.fail(Phrase("command.fileExists", ["path": path]), .cannotCreate)
        } catch {
            throw fail(error, error.writeStatus)
        }
        if announces { Console.out(path) }
    }

    private static func makeFolders(above path: String) {
        var at = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            at += "/" + part
            mkdir(at, 0o755)
        }
    }

    static func fail(_ error: FileError, _ status: ExitStatus) -> any Error {
        Console.error("mirrorctl: \(texts(error.problem))\n  → \(texts(error.fix))")
        return status.exit
    }

    /// - Parameter bytes: what could not be read, where there may be a way out to point at.
    static func fail(_ error: YAMLError, path: String, bytes: [UInt8] = []) -> any Error {
        let pointer = UnreadableConfig(bytes).pointer(path: path) ?? error.fix
        Console.error(
            "mirrorctl: \(printable(path)): \(texts(error.place)): \(texts(error.problem))\n  → \(texts(pointer))"
        )
        return ExitStatus.dataError.exit
    }

    static func fail(_ error: ClusterConfigEditError, path: String) -> any Error {
        Console.error("mirrorctl: \(printable(path)): \(texts(error.problem))\n  → \(texts(error.fix))")
        return ExitStatus.dataError.exit
    }
}

extension FileError {
    /// How a command ends that met it while reading.
    var readStatus: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .isDirectory, .notRegular, .tooLarge: .dataError
        case .notOwn: .cannotCreate
        default: .ioError
        }
    }

    /// How a command ends that met it while writing.
    var writeStatus: ExitStatus {
        switch self {
        case .changedOnDisk, .inUse: .stale
        case .permissionDenied, .ownerNotKept, .attributeNotKept: .noPermission
        case .notFound, .isDirectory, .notRegular, .hardLinked, .readOnly, .notOwn: .cannotCreate
        default: .ioError
        }
    }
}
