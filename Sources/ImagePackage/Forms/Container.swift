/// An archive or folder, listed: what forms of images are looked for in.
struct Container: Sendable {
    /// Path below the package; empty for the package itself.
    let name: String
    /// Offsets of the archives around it.
    let order: [Int64]
    let files: [String: ArchiveEntry]
    let spaces: Spaces
    /// Paths of folders that have an entry of their own.
    var folders: Set<String> = []
    /// It is a folder on disk: what its links lead out to may well be there.
    var isFolder = false

    /// Follows links.
    func entry(_ path: String) -> ArchiveEntry? { try? found(path) }

    /// Follows links.
    /// - Throws: which link leads nowhere, or `missing` where there is none of that name.
    func found(_ path: String, as named: String? = nil) throws(PackageError) -> ArchiveEntry {
        var (at, link) = (path, path)
        for _ in 0..<16 {
            guard let entry = files[at] else {
                if let folder = folderLink(on: at), case .link(let target) = folder.kind {
                    (link, at) = (folder.path, target + at.dropFirst(folder.path.count))
                    continue
                }
                try refuseStray(folderLink(on: at))
                guard !folders.contains(at) else { throw .notAFile(name: title(), path: at, link: link, .folder) }
                guard at != path else { throw .missing(name: title(), digest: named ?? path) }
                throw .deadLink(name: title(), link: link, target: at, found: location(of: at))
            }
            switch entry.kind {
            case .file: return entry
            case .link(let target): (link, at) = (at, target)
            case .strayLink: try refuseStray(entry)
            case .special(let kind): throw .notAFile(name: title(), path: at, link: link, kind)
            case .folder, .other: throw .missing(name: title(), digest: named ?? path)
            }
        }
        throw .linkCircle(name: title(), link: path)
    }

    /// The first link on the way to a path.
    private func folderLink(on path: String) -> ArchiveEntry? {
        var slash = path.startIndex
        while let next = path[slash...].firstIndex(of: "/") {
            if let entry = files[String(path[..<next])] {
                switch entry.kind {
                case .link, .strayLink: return entry
                default: return nil
                }
            }
            slash = path.index(after: next)
        }
        return nil
    }

    private func refuseStray(_ link: ArchiveEntry?) throws(PackageError) {
        guard let link, case .strayLink(let target) = link.kind else { return }
        guard !isFolder else { throw .linkOutside(name: title(), link: link.path, target: target) }
        throw .deadLink(name: title(), link: link.path, target: target, found: location(of: target))
    }

    /// Where a file lies that is called like a link's target; looked for in archives of images only, which are small.
    private func location(of target: String) -> String? {
        guard files.count <= 2_000, let name = target.split(separator: "/").last else { return nil }
        return files.values.filter { $0.kind == .file && $0.path.split(separator: "/").last == name }.map(\.path).min()
    }

    /// What errors call the container, or what is in its folder `root`.
    func title(_ root: String = "") -> String {
        let name = fullName(root)
        return name.isEmpty ? spaces.packageName : name
    }

    /// - Returns: `nil` when there is no such file.
    func document(_ path: String) throws(PackageError) -> [UInt8]? {
        guard let entry = entry(path) else { return nil }
        if let bytes = entry.document { return bytes }
        let limit = spaces.limits.document
        guard entry.size <= limit else { throw .tooLarge(name: entry.location.name, size: entry.size, limit: limit) }
        return try spaces.space(entry.location).document(limit: limit)
    }

    /// The first bytes.
    func head(_ entry: ArchiveEntry) throws(PackageError) -> [UInt8] {
        if let head = entry.head { return head }
        return try spaces.space(entry.location).bytes(at: 0, Int(min(entry.size, Int64(TarHeader.size))))
    }

    func source(_ entry: ArchiveEntry, _ kind: BlobSource.Kind) -> BlobSource {
        BlobSource(location: entry.location, order: order + [entry.position], kind: kind)
    }

    /// `sub/index.json` of the container is called that below the package.
    func fullName(_ path: String) -> String { ArchivePath.join(name, path) }
}
