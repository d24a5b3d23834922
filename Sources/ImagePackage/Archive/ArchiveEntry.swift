/// One name in an archive or folder.
struct ArchiveEntry: Sendable {
    /// Components joined by `/`, without `.`, `..` and a leading `/`; a name that would leave the archive has none of them.
    let path: String
    let kind: Kind
    let size: Int64
    let location: ByteLocation
    /// Offset of its bytes in the archive, or its number in a folder.
    let position: Int64
    /// Its first bytes, up to 512 of them, where they were read in passing.
    var head: [UInt8]?
    /// All of it, where it is a document that was read in passing.
    var document: [UInt8]?

    enum Kind: Equatable, Sendable {
        case file, folder, other
        /// Another entry's path.
        case link(String)
        /// A link out of the archive, as it is written: it leads to no entry.
        case strayLink(String)
        /// What has no bytes of its own: reading it waits, or reads a machine.
        case special(SpecialFile)
    }
}

/// `folder` is one only where a file has to be.
package enum SpecialFile: String, Sendable {
    case pipe, socket, device, folder
}

/// Names in stored order, one by one.
protocol ArchiveWalk {
    mutating func next() throws(PackageError) -> ArchiveEntry?
}

/// Names as they stand in archives, made comparable. They are never used as paths of files.
enum ArchivePath {
    /// `./a//b/` is `a/b`; `nil` for a name that leaves the archive, or is none.
    static func normal(_ name: String, from folder: String = "") -> String? {
        var parts = folder.split(separator: "/")
        for part in name.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || name.isEmpty ? folder + name : "\(folder)/\(name)"
    }
}
