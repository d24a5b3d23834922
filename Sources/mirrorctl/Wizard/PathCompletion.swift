import Glibc

/// What a path that is being typed can go on to.
enum PathCompletion {
    /// Whole paths, folders with a slash at their end, sorted; hidden files only after a typed dot.
    static func candidates(for prefix: String) -> [String] {
        let cut = prefix.lastIndex(of: "/").map { prefix.index(after: $0) } ?? prefix.startIndex
        let folder = String(prefix[..<cut])
        let start = prefix[cut...]
        guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(directory) }
        var candidates: [String] = []
        while let entry = readdir(directory), candidates.count < 1000 {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != "..", name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix(".") else {
                continue
            }
            candidates.append(folder + name + (isFolder(folder + name) ? "/" : ""))
        }
        return candidates.sorted()
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
