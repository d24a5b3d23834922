/// An archive or folder, listed: what forms of images are looked for in.
struct Container: Sendable {
    /// Path below the package; empty for the package itself.
    let name: String
    /// Offsets of the archives around it.
    let order: [Int64]
    let files: [String: ArchiveEntry]
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
        if let bytes = entry.document { return bytes }
        let limit = spaces.limits.document
        guard entry.size <= limit else { throw .tooLarge(name: entry.place.name, size: entry.size, limit: limit) }
        return try spaces.space(entry.place).document(limit: limit)
    }

    /// The first bytes.
    func head(_ entry: ArchiveEntry) throws(PackageError) -> [UInt8] {
        if let head = entry.head { return head }
        return try spaces.space(entry.place).bytes(at: 0, Int(min(entry.size, Int64(TarHeader.size))))
    }

    func source(_ entry: ArchiveEntry, _ kind: BlobSource.Kind) -> BlobSource {
        BlobSource(place: entry.place, order: order + [entry.position], kind: kind)
    }

    /// `sub/index.json` of the container is called that below the package.
    func fullName(_ path: String) -> String { ArchivePath.join(name, path) }
}
