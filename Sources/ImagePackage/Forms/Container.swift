/// An archive or folder, listed: what forms of images are looked for in.
struct Container: Sendable {
    /// Path below the package; empty for the package itself.
    let name: String
    /// Offsets of the archives around it.
    let order: [Int64]
    let files: [String: ArchiveEntry]
    /// Documents that were read in passing, by path.
    let documents: [String: [UInt8]]
    let spaces: Spaces

    /// Follows links.
    func entry(_ path: String) -> ArchiveEntry? {
        var path = path
        for _ in 0..<16 {
            guard let entry = files[path] else { return nil }
            switch entry.kind {
            case .file: return entry
            case .link(let target): path = target
            default: return nil
            }
        }
        return nil
    }

    /// - Returns: `nil` when there is no such file.
    func document(_ path: String) throws(PackageError) -> [UInt8]? {
        guard let entry = entry(path) else { return nil }
        if let bytes = documents[entry.path] { return bytes }
        let limit = spaces.limits.document
        guard entry.size <= limit else { throw .tooLarge(name: entry.place.name, size: entry.size, limit: limit) }
        return try spaces.space(entry.place).document(limit: limit)
    }

    func source(_ entry: ArchiveEntry, _ kind: BlobSource.Kind) -> BlobSource {
        BlobSource(place: entry.place, order: order + [entry.position], kind: kind)
    }

    /// `sub/index.json` of the container is called that below the package.
    func fullName(_ path: String) -> String { ArchivePath.join(name, path) }
}
