import Glibc
import MirrorCore
import MirrorSystem

/// A cluster config file as read: its bytes, what they say, and what it takes to tell whether the file changed since.
struct ClusterConfigFile {
    let snapshot: FileSnapshot
    let config: ClusterConfig
}

/// Reading and writing for subcommands: an error becomes a sentence and an exit status.
enum Files {
    static func clusterConfig(_ path: String) throws -> ClusterConfigFile {
        let snapshot = try snapshot(path)
        do {
            return ClusterConfigFile(snapshot: snapshot, config: try ClusterConfig(yaml: snapshot.bytes))
        } catch {
            throw fail(error, path: path)
        }
    }

    static func read(_ path: String) throws -> [UInt8] { try snapshot(path).bytes }

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
    static func write(_ planned: PlannedChange) throws -> String? {
        do {
            return try AtomicWriter(secondsSince1970: time(nil)).replace(
                planned.file.snapshot,
                with: planned.change.after,
                backupName: .marked(BackupMark.of(planned.change.after))
            )
            .backup
        } catch {
            throw fail(error, error.writeStatus)
        }
    }

    static func create(_ file: RenderedFile, below folder: String, announces: Bool = true) throws {
        let path = folder + "/" + file.path.drop { $0 == "/" }
        makeFolders(above: path)
        do {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, Array(file.text.utf8))
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

    static func fail(_ error: YAMLError, path: String) -> any Error {
        Console.error(
            "mirrorctl: \(printable(path)): \(texts(Phrase("yaml.place", ["line": "\(error.line)", "column": "\(error.column)"]))): \(texts(error.problem))"
        )
        return ExitStatus.dataError.exit
    }

    static func fail(_ error: ClusterConfigEditError, path: String) -> any Error {
        Console.error("mirrorctl: \(printable(path)): \(texts(error.problem))")
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
        default: .ioError
        }
    }

    /// How a command ends that met it while writing.
    var writeStatus: ExitStatus {
        switch self {
        case .changedOnDisk: .stale
        case .permissionDenied, .ownerNotKept: .noPermission
        case .notFound, .isDirectory, .notRegular, .hardLinked, .readOnly: .cannotCreate
        default: .ioError
        }
    }
}
