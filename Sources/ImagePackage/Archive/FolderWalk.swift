import Glibc

/// The files below a folder, by name. Symbolic links are links within the folder, as in an archive.
struct FolderWalk: ArchiveWalk {
    private let root: String
    /// Without links: an absolute link may lead back into it.
    private let realRoot: String
    private let name: String
    /// Paths below the root, next one last.
    private var waiting: [String]
    private var count: Int64 = 0

    /// - Parameter name: what errors call it; empty for the package itself.
    init(_ root: String, name: String = "") throws(PackageError) {
        self.root = root
        realRoot =
            realpath(root, nil).map { path in
                defer { free(path) }
                return String(cString: path)
            } ?? root
        self.name = name
        waiting = try Self.names(in: root).reversed()
    }

    mutating func next() throws(PackageError) -> ArchiveEntry? {
        guard let path = waiting.popLast() else { return nil }
        let full = "\(root)/\(path)"
        var status = stat()
        guard lstat(full, &status) == 0 else { throw PackageError(path: full, operation: "lstat", errno: errno) }
        var kind = ArchiveEntry.Kind.other
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR:
            kind = .folder
            waiting += try Self.names(in: full).reversed().map { "\(path)/\($0)" }
        case S_IFLNK:
            let target = try Self.target(of: full)
            kind = inside(target, of: path).map { .link($0) } ?? .strayLink(target)
        case S_IFIFO: kind = .special(.pipe)
        case S_IFSOCK: kind = .special(.socket)
        case S_IFCHR, S_IFBLK: kind = .special(.device)
        default: break
        }
        count += 1
        return ArchiveEntry(
            path: path,
            kind: kind,
            size: Int64(status.st_size),
            location: .file(full, name: ArchivePath.join(name, path)),
            position: count
        )
    }

    /// Below the root; `nil` for what lies outside. What leads out and comes back in lies inside.
    private func inside(_ target: String, of link: String) -> String? {
        if !target.hasPrefix("/"), let path = ArchivePath.normal(target, from: ArchivePath.folder(of: link)) {
            return path
        }
        let real = realpath("\(root)/\(link)", nil).map { path in
            defer { free(path) }
            return String(cString: path)
        }
        for (path, root) in [(real ?? target, realRoot), (target, root)] where path.hasPrefix(root + "/") {
            return ArchivePath.normal(String(path.dropFirst(root.count)))
        }
        return nil
    }

    /// Whether a link of it leads to a folder, wherever that is.
    func leadsToFolder(_ path: String) -> Bool {
        var status = stat()
        return stat("\(root)/\(path)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func names(in folder: String) throws(PackageError) -> [String] {
        guard let stream = opendir(folder) else { throw PackageError(path: folder, operation: "opendir", errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func target(of path: String) throws(PackageError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { throw PackageError(path: path, operation: "readlink", errno: errno) }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
