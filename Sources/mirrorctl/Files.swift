import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// Reading and writing for subcommands: an error becomes a sentence and an exit status.
enum Files {
    /// - Parameter isTemplate: a file that is not YAML may be one, and is read as far as it is not filled in later.
    static func clusterConfig(_ path: String, isTemplate: Bool = false) throws -> ClusterConfigFile {
        do {
            return try ClusterConfigFile(reading: path, takesTemplate: isTemplate)
        } catch .file(let error) {
            throw fail(error, error.readStatus)
        } catch .notYAML(let snapshot, let error) {
            throw fail(error, path: path, bytes: snapshot.bytes)
        }
    }

    static func read(_ path: String) throws -> [UInt8] { try snapshot(path).bytes }

    /// A file whose word is taken, such as a plan: one that anybody may write could be anybody's.
    static func checkNotForAnybody(_ path: String) throws {
        do { try HandedFile.check(path) } catch { throw fail(error, error.readStatus) }
    }

    static func snapshot(_ path: String, limit: Int = FileSnapshot.limit) throws -> FileSnapshot {
        do {
            return try FileSnapshot(reading: path, limit: limit)
        } catch {
            throw fail(error, error.readStatus)
        }
    }

    /// A file, `-` for standard input, or a stream that somebody opened for us: `/dev/fd/63`, as the shell's `<(…)` gives it.
    ///
    /// A pipe that only has a name is refused like any file that is none: nobody may ever write into it.
    ///
    /// - Parameter limit: bytes.
    static func readStream(_ path: String, limit: Int = FileSnapshot.limit) throws -> [UInt8] {
        if isStandardInput(path) { return try read(STDIN_FILENO, "-", limit) }
        guard let number = descriptor(path), isPipe(number) else { return try snapshot(path, limit: limit).bytes }
        return try read(number, path, limit)
    }

    static func isStandardInput(_ path: String) -> Bool { path == "-" || path == "/dev/stdin" }

    /// Whether `readStream` reads something else than a file.
    static func isStream(_ path: String) -> Bool {
        isStandardInput(path) || descriptor(path).map(isPipe) ?? false
    }

    /// `/dev/fd/N`, `/proc/self/fd/N`.
    private static func descriptor(_ path: String) -> Int32? {
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            let digits = path.dropFirst(folder.count)
            return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int32(digits) : nil
        }
        return nil
    }

    private static func isPipe(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        return [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
    }

    static func readStandardInput() throws -> [UInt8] { try read(STDIN_FILENO, "-", FileSnapshot.limit) }

    private static func read(_ descriptor: Int32, _ path: String, _ limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else {
                throw Console.fail(
                    Phrase("file.tooLarge", ["path": path, "limit": "\(limit >> 20)"]),
                    .dataError
                )
            }
        }
    }

    /// - Returns: the path of the backup.
    static func write(_ change: FileChange, over snapshot: FileSnapshot, _ links: HardLinkOption) throws -> String? {
        try Console.saying { () throws(Refusal) in
            do throws(FileError) {
                let written = try snapshot.replace(with: change, breaksHardLink: links.breakHardLink)
                StandardOutput.hasWritten(snapshot.path)
                return written.backup
            } catch {
                throw Refusal(writing: error)
            }
        }
    }

    /// Writes new files below a folder, or none of them where one would lie elsewhere or exists already.
    /// - Returns: where each file is now.
    @discardableResult
    static func create(_ files: [RenderedFile], below folder: String, announces: Bool = true) throws -> [String] {
        let paths = try files.map { try newPath($0.path, below: folder) }
        try StandardOutput.check()
        for (file, path) in zip(files, paths) {
            makeFolders(above: path)
            do {
                _ = try AtomicWriter().create(path, Array(file.text.utf8))
                StandardOutput.hasWritten(path)
            } catch {
                throw fail(error, error.writeStatus)
            }
            if announces { Console.out(path) }
        }
        return paths
    }

    /// What is below the folder stays there: no `..`, and no link on the way.
    private static func newPath(_ path: String, below folder: String) throws -> String {
        guard let contained = ContainedPath(path) else {
            throw Console.fail(Phrase("command.outsideFolder", ["path": path, "folder": folder]), .dataError)
        }
        var at = folder
        var status = stat()
        for part in contained.parts {
            at += "/" + part
            guard lstat(at, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK {
                throw Console.fail(Phrase("command.linkInFolder", ["path": at]), .cannotCreate)
            }
        }
        if lstat(at, &status) == 0 { throw Refusal(writing: .exists(path: at)).said }
        return at
    }

    private static func makeFolders(above path: String) {
        var at = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            at += "/" + part
            mkdir(at, 0o755)
        }
    }

    static func fail(_ error: FileError, _ status: ExitStatus) -> any Error {
        Refusal(error.problem, fix: error.fix, status).said
    }

    /// - Parameter bytes: what could not be read, where there may be a way out to point at.
    static func fail(_ error: YAMLError, path: String, bytes: [UInt8] = []) -> any Error {
        let pointer = UnreadableConfig(bytes).pointer(path: path) ?? error.fix
        Console.error(
            "mirrorctl: \(printable(path)): \(texts(error.place)): \(texts(error.problem))\n  \(Mark.remedy) \(texts(pointer))"
        )
        return ExitStatus.dataError.exit
    }

    /// An edit that cannot be made ends the command.
    static func planned(
        _ path: String,
        _ edit: () throws(ClusterConfigEditError) -> PlannedChange
    ) throws -> PlannedChange {
        do {
            return try edit()
        } catch {
            let fix = "\n  \(Mark.remedy) \(texts(error.fix))"
            Console.error("mirrorctl: \(printable(path)): \(texts(error.problem))\(fix)")
            throw ExitStatus.dataError.exit
        }
    }
}
