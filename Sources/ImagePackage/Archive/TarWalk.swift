/// The files of a tar archive: reads headers and hops over what is between them.
struct TarWalk: ArchiveWalk {
    private let space: any ByteSpace
    private let location: ByteLocation
    /// What errors call its entries: the path below the package, empty for the package itself.
    private let name: String
    private var offset: Int64 = 0

    /// Longest pax or GNU header that is believed.
    private static let longest: Int64 = 1 << 20
    /// Bytes of a name: as many as Linux has for a path.
    private static let longestName = 4096
    /// Parts of a name.
    private static let deepestName = 255

    init(_ space: any ByteSpace, at location: ByteLocation, name: String) {
        self.space = space
        self.location = location
        self.name = name
    }

    /// Whether a file that begins so says that it is an archive, by its name or by the mark in its header.
    /// - Parameter path: its name; of a compressed file with its endings.
    static func claims(_ head: [UInt8], path: String) -> Bool {
        if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) { return true }
        // Zeros alone are an archive without files.
        guard head.isEmpty || head.contains(where: { $0 != 0 }) else { return false }
        var name = path.lowercased()
        if let ending = [".gz", ".xz", ".zst"].first(where: name.hasSuffix) { name.removeLast(ending.count) }
        return [".tar", ".tgz", ".txz", ".tzst"].contains { name.hasSuffix($0) }
    }

    /// Whether the bytes begin a tar archive.
    static func begins(_ head: [UInt8]) -> Bool {
        guard head.count >= TarHeader.size, head[0] != 0 else { return false }
        return TarHeader(head[..<TarHeader.size]) != nil
    }

    mutating func next() throws(PackageError) -> ArchiveEntry? {
        var (longName, longLink): (String?, String?)
        var pax: PaxRecords?
        while true {
            let start = offset
            let block = try space.bytes(at: offset, TarHeader.size)
            guard block.count == TarHeader.size else {
                throw .truncated(name: space.name, offset: offset + Int64(block.count))
            }
            if block.allSatisfy({ $0 == 0 }) { return nil }
            guard let header = TarHeader(block[...]) else { throw .badHeader(name: space.name, offset: offset) }
            let size = pax?.size ?? header.size
            let content = offset + Int64(TarHeader.size)
            guard size <= Int64.max - content - 1024 else { throw .badHeader(name: space.name, offset: offset) }
            offset = content + (size + 511) / 512 * 512
            if let length = space.length, offset > length {
                throw .truncated(name: space.name, offset: length)
            }
            switch header.type {
            case UInt8(ascii: "L"): longName = TarHeader.text(try extra(header, at: content)[...])
            case UInt8(ascii: "K"): longLink = TarHeader.text(try extra(header, at: content)[...])
            case UInt8(ascii: "x"):
                guard let records = PaxRecords(try extra(header, at: content)) else {
                    throw .badHeader(name: space.name, offset: start)
                }
                pax = records
            case UInt8(ascii: "g"): continue
            case UInt8(ascii: "S"): throw .sparse(name: space.name, offset: start)
            default:
                if pax?.isSparse == true { throw .sparse(name: space.name, offset: start) }
                let name = pax?.path ?? longName ?? header.name
                let link = pax?.linkPath ?? longLink ?? header.linkName
                guard max(name.utf8.count, link.utf8.count) <= Self.longestName else {
                    let archive = self.name.isEmpty ? space.name : self.name
                    throw .nameTooLong(name: archive, offset: start, limit: Self.longestName)
                }
                guard
                    max(name.utf8.count(where: { $0 == 0x2F }), link.utf8.count(where: { $0 == 0x2F }))
                        < Self.deepestName
                else {
                    let archive = self.name.isEmpty ? space.name : self.name
                    throw .nameTooDeep(name: archive, offset: start, limit: Self.deepestName)
                }
                return entry(
                    header,
                    name: name,
                    link: link,
                    content: content,
                    size: size
                )
            }
        }
    }

    private func extra(_ header: TarHeader, at content: Int64) throws(PackageError) -> [UInt8] {
        guard header.size <= Self.longest else {
            throw .badHeader(name: space.name, offset: content - Int64(TarHeader.size))
        }
        let bytes = try space.bytes(at: content, Int(header.size))
        guard bytes.count == Int(header.size) else {
            throw .truncated(name: space.name, offset: content + Int64(bytes.count))
        }
        return bytes
    }

    private func entry(_ header: TarHeader, name: String, link: String, content: Int64, size: Int64) -> ArchiveEntry {
        let path = ArchivePath.normal(name)
        var kind = ArchiveEntry.Kind.other
        switch header.type {
        case UInt8(ascii: "0"), 0, UInt8(ascii: "7"): kind = name.hasSuffix("/") ? .folder : .file
        case UInt8(ascii: "5"): kind = .folder
        case UInt8(ascii: "1"): kind = ArchivePath.normal(link).map { .link($0) } ?? .strayLink(link)
        case UInt8(ascii: "2"):
            let target = ArchivePath.normal(link, from: ArchivePath.folder(of: path ?? ""))
            kind = link.hasPrefix("/") ? .strayLink(link) : target.map { .link($0) } ?? .strayLink(link)
        case UInt8(ascii: "3"), UInt8(ascii: "4"): kind = .special(.device)
        case UInt8(ascii: "6"): kind = .special(.pipe)
        default: break
        }
        let below = ArchivePath.join(self.name, path ?? name)
        return ArchiveEntry(
            path: path ?? "",
            kind: path == nil ? .other : kind,
            size: size,
            location: .slice(location, start: content, size: size, name: below),
            position: content
        )
    }
}
