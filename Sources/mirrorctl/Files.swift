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

    private static func snapshot(_ path: String) throws -> FileSnapshot {
        do {
            return try FileSnapshot(reading: path)
        } catch {
            throw Console.fail(error.phrase, error.status)
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
                throw Console.fail(Phrase("file.tooLarge", ["path": "-", "limit": "\(FileSnapshot.limit)"]), .dataError)
            }
        }
    }

    /// - Returns: the path of the backup.
    static func write(_ planned: PlannedChange) throws -> String? {
        do {
            return try AtomicWriter().replace(planned.file.snapshot, with: planned.change.after).backup
        } catch {
            throw Console.fail(error.phrase, error.status == .noInput ? .ioError : error.status)
        }
    }

    static func create(_ file: RenderedFile, below folder: String) throws {
        let path = folder + "/" + file.path.drop { $0 == "/" }
        do {
            try AtomicWriter().create(path, Array(file.text.utf8), makingFolders: true)
        } catch {
            throw Console.fail(error.phrase, error.status == .noInput ? .cannotCreate : error.status)
        }
        Console.out(path)
    }

    static func fail(_ error: YAMLError, path: String) -> any Error {
        Console.error("mirrorctl: \(printable(path)): \(texts(Phrase("yaml.place", ["line": "\(error.line)", "column": "\(error.column)"]))): \(texts(error.problem))")
        return ExitStatus.dataError.exit
    }

    static func fail(_ error: ClusterConfigEditError, path: String) -> any Error {
        Console.error("mirrorctl: \(printable(path)): \(texts(error.problem))")
        return ExitStatus.dataError.exit
    }
}

extension FileError {
    var phrase: Phrase {
        switch self {
        case .notFound(let path): Phrase("file.notFound", ["path": path])
        case .permissionDenied(let path): Phrase("file.permissionDenied", ["path": path])
        case .changedOnDisk(let path): Phrase("file.changedOnDisk", ["path": path])
        case .isDirectory(let path): Phrase("file.isDirectory", ["path": path])
        case .tooLarge(let path, let limit): Phrase("file.tooLarge", ["path": path, "limit": "\(limit)"])
        case .system(let path, let operation, let number):
            Phrase("file.system", ["path": path, "operation": operation, "reason": reason(number)])
        }
    }

    var status: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .changedOnDisk: .stale
        case .isDirectory, .tooLarge: .dataError
        case .system: .ioError
        }
    }
}
