import Glibc
import MirrorCore

/// Looks at the paths that a header names, as bmctl would find them.
package enum PathFacts {
    /// - Parameters:
    ///   - clusterConfigPath: bmctl runs in the folder that holds `bmctl-workspace`, and relative paths count from there;
    ///     for a file outside of one they count from the current folder.
    package static func of(
        _ paths: [(key: String, path: String)],
        clusterConfigPath: String
    ) -> [PathFact] {
        let folder = workspaceFolder(of: clusterConfigPath)
        var keys: [String: [String]] = [:]
        for (key, path) in paths where keys[path]?.contains(key) != true { keys[path, default: []].append(key) }
        return paths.compactMap { _, path in
            guard let names = keys.removeValue(forKey: path) else { return nil }
            let state = state(of: path.hasPrefix("/") ? path : folder + path)
            return PathFact(key: names.joined(separator: ", "), path: path, state: state)
        }
    }

    /// With a slash at its end; empty for the current folder.
    private static func workspaceFolder(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return "" }
        defer { free(resolved) }
        let parts = String(cString: resolved).split(separator: "/", omittingEmptySubsequences: false)
        guard let index = parts.lastIndex(of: "bmctl-workspace") else { return "" }
        return parts[..<index].joined(separator: "/") + "/"
    }

    private static func state(of path: String) -> PathFact.State {
        var status = stat()
        guard stat(path, &status) == 0 else { return errno == EACCES ? .unreadable : .missing }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder }
        return access(path, R_OK) == 0 ? .file : .unreadable
    }
}
