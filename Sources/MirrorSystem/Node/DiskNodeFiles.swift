import Glibc
import MirrorCore

/// A node's files on this machine: its own, or a copied tree below `root`.
///
/// Links are followed inside the root, as a process with that root would see them.
package struct DiskNodeFiles: NodeFiles {
    package let root: String
    /// 64 MiB: no configuration file is longer.
    package static let limit = 64 << 20
    private static let maximumLinks = 40

    package init(root: String) {
        self.root = root == "/" ? "" : root.hasSuffix("/") ? String(root.dropLast()) : root
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        let status = try status(of: try resolved(path))
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        let real = try resolved(path)
        let status = try status(of: real)
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isDirectory
        default: throw .other("not a regular file")
        }
        guard status.st_size <= Self.limit else { throw .tooLarge }
        let descriptor = open(real, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.error() }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= Self.limit else { throw .tooLarge }
        }
    }

    package func names(in path: String) throws(NodeFileError) -> [String] {
        guard let directory = opendir(try resolved(path)) else { throw Self.error() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    // MARK: Links

    /// The path on this machine; a link's target counts from the root.
    private func resolved(_ path: String) throws(NodeFileError) -> String {
        guard !root.isEmpty else { return path }
        var pending = path.split(separator: "/").map(String.init)
        var done: [String] = []
        var links = 0
        while !pending.isEmpty {
            let part = pending.removeFirst()
            if part == "." { continue }
            if part == ".." {
                _ = done.popLast()
                continue
            }
            let candidate = root + "/" + (done + [part]).joined(separator: "/")
            guard let target = Self.target(ofLink: candidate) else {
                done.append(part)
                continue
            }
            links += 1
            guard links <= Self.maximumLinks else { throw .other("too many levels of symbolic links") }
            if target.hasPrefix("/") { done = [] }
            pending = target.split(separator: "/").map(String.init) + pending
        }
        return root + "/" + done.joined(separator: "/")
    }

    private static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    private func status(of path: String) throws(NodeFileError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.error() }
        return status
    }

    private static func error() -> NodeFileError {
        switch errno {
        case ENOENT: .notFound
        case EISDIR: .isDirectory
        case ENOTDIR: .notADirectory
        case EACCES, EPERM: .permissionDenied
        default: .other(String(cString: strerror(errno)))
        }
    }
}
