import Containerd
import Glibc
import MirrorCore

/// A node's files on this machine: its own, or a copied tree below `root`.
///
/// Links are followed inside the root, as a process with that root would see them.
package struct DiskNodeFiles: NodeFiles {
    package let root: String
    /// 64 MiB: no configuration file is longer.
    package static let limit = 64 << 20
    private let tree: FileTree

    package init(root: String) {
        self.root = root == "/" ? "" : root.hasSuffix("/") ? String(root.dropLast()) : root
        tree = FileTree(root: self.root)
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        let file = try opened(path, FileTree.look)
        defer { close(file) }
        return try Self.status(of: file).st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    /// What it is, is looked at before it is opened for reading, and once more then.
    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        let looked = try opened(path, FileTree.look)
        defer { close(looked) }
        try Self.check(looked)
        let descriptor = try opened(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        defer { close(descriptor) }
        let status = try Self.check(descriptor)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(clamping: status.st_size))
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
        let descriptor = try opened(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK)
        guard let directory = fdopendir(descriptor) else {
            close(descriptor)
            throw Self.error()
        }
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

    private func opened(_ path: String, _ flags: Int32) throws(NodeFileError) -> Int32 {
        let descriptor = tree.open(path, flags)
        guard descriptor >= 0 else { throw Self.error() }
        return descriptor
    }

    /// A regular file, and no longer than is read.
    @discardableResult
    private static func check(_ descriptor: Int32) throws(NodeFileError) -> stat {
        let status = try status(of: descriptor)
        switch status.st_mode & S_IFMT {
        case S_IFREG where !isMadeByKernel(descriptor): break
        case S_IFDIR: throw .isDirectory
        default: throw .notRegular
        }
        guard status.st_size <= limit else { throw .tooLarge }
        return status
    }

    private static func status(of descriptor: Int32) throws(NodeFileError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw error() }
        return status
    }

    private static func words(_ code: Int32) -> String {
        let text = code == ESTALE ? "stale NFS file handle" : String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func error() -> NodeFileError {
        switch errno {
        case ENOENT: .notFound
        case EISDIR: .isDirectory
        case ENOTDIR: .notADirectory
        case EACCES, EPERM: .permissionDenied
        case ENAMETOOLONG: .nameTooLong
        // Go begins them with a small letter.
        default: .other(Self.words(errno))
        }
    }
}
