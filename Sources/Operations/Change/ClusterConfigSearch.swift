import Glibc
import MirrorCore
import MirrorSystem

/// Looks for cluster config files below a folder: the nearest folders first, and no more than can be looked at in a moment.
///
/// Links are not followed, hidden folders and what cannot be read or is no cluster config file is passed over.
package struct ClusterConfigSearch: Sendable {
    package struct Found: Equatable, Sendable {
        /// Below the folder that was searched.
        package let path: String
        package let config: ClusterConfig
    }

    /// Folders below the first: `bmctl-workspace/CLUSTER/CLUSTER.yaml` is two down.
    package var depth = 3
    /// Names looked at.
    package var entries = 20_000
    /// Files read.
    package var reads = 200
    package var files = 40
    /// Bytes; a cluster config file has some thousand.
    package var size = 1 << 20

    package init() {}

    /// - Returns: by path, and whether something was left out because there is too much.
    package func run(below root: String) -> (found: [Found], isCut: Bool) {
        var found: [Found] = []
        var folders = [(path: "", depth: 0)]
        var (seen, read) = (0, 0)
        var isCut = false
        while !folders.isEmpty {
            let folder = folders.removeFirst()
            let (names, isWhole) = names(
                in: folder.path.isEmpty ? root : "\(root)/\(folder.path)",
                atMost: entries - seen
            )
            seen += names.count
            if !isWhole { isCut = true }
            for name in names.sorted() {
                let path = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
                var status = stat()
                guard lstat("\(root)/\(path)", &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR:
                    if folder.depth < depth { folders.append((path, folder.depth + 1)) }
                case S_IFREG where name.hasSuffix(".yaml") || name.hasSuffix(".yml"):
                    guard status.st_size <= size else { continue }
                    guard read < reads, found.count < files else {
                        isCut = true
                        continue
                    }
                    read += 1
                    if let config = config(of: "\(root)/\(path)") { found.append(Found(path: path, config: config)) }
                default: continue
                }
            }
        }
        return (found.sorted { $0.path < $1.path }, isCut)
    }

    private func config(of path: String) -> ClusterConfig? {
        guard let config = try? ClusterConfigFile(reading: path).config, config.cluster != nil else { return nil }
        return config
    }

    private func names(in folder: String, atMost limit: Int) -> ([String], isWhole: Bool) {
        guard limit > 0 else { return ([], false) }
        guard let directory = opendir(folder) else { return ([], true) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            guard names.count < limit else { return (names, false) }
            names.append(name)
        }
        return (names, true)
    }
}
