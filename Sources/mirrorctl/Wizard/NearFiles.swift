import MirrorCore
import Operations
import Texts

/// Where a named cluster config file is not: what is there instead.
enum NearFiles {
    /// Those in the nearest folder of its path that is there, else those below the folder one stands in.
    static func fix(_ path: String) -> Phrase? {
        var folder = path[...]
        while let cut = folder.lastIndex(of: "/") {
            folder = folder[..<cut]
            if let fix = fix(below: folder.isEmpty ? "/" : String(folder), depth: 1) { return fix }
        }
        return path.hasPrefix("/") ? nil : fix(below: ".", depth: 3)
    }

    private static func fix(below folder: String, depth: Int) -> Phrase? {
        var search = ClusterConfigSearch()
        (search.depth, search.files, search.entries) = (depth, 4, 2000)
        let found = search.run(below: folder).found.map { folder == "." ? $0.path : "\(folder)/\($0.path)" }
        guard !found.isEmpty else { return nil }
        return Phrase("cluster.near", ["paths": found.map(printable).joined(separator: ", ")])
    }
}
