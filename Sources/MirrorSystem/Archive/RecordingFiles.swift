import Containerd
import Diagnosis
import Synchronization

/// Notes which paths the engine looks at, so that a bundle can hold them.
package final class RecordingFiles: NodeFiles {
    private let files: any NodeFiles
    private let paths = Mutex<Set<String>>([])
    /// Of one bundle: a node has a few dozen.
    private static let maximumPaths = 4000

    package init(_ files: any NodeFiles) { self.files = files }

    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        note(path)
        return try files.read(path)
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        note(path)
        return try files.kind(of: path)
    }

    package func names(in path: String) throws(NodeFileError) -> [String] {
        note(path)
        return try files.names(in: path)
    }

    private func note(_ path: String) { _ = paths.withLock { $0.insert(path) } }

    /// What was looked at, and all that lies below `roots`: so that another image can be asked about too.
    package func recorded(below roots: [String]) -> RecordedFiles {
        for root in roots { walk(root, depth: 0) }
        return RecordedFiles(of: paths.withLock { $0 }, in: files)
    }

    private func walk(_ path: String, depth: Int) {
        guard depth < 5, paths.withLock({ $0.count }) < Self.maximumPaths else { return }
        note(path)
        guard (try? files.kind(of: path)) == .directory else { return }
        for name in (try? files.names(in: path)) ?? [] { walk(path + "/" + name, depth: depth + 1) }
    }
}
