/// Where bytes lie, as a recipe; `Spaces` makes it readable.
indirect enum ByteLocation: Hashable, Sendable {
    case file(String, name: String)
    case slice(ByteLocation, start: Int64, size: Int64, name: String)
    case decoded(ByteLocation, Codec)

    /// For errors: the path below the package.
    var name: String {
        switch self {
        case .file(_, let name), .slice(_, _, _, let name): name
        case .decoded(let location, _): location.name
        }
    }
}

/// Where a blob's bytes lie, and what they are.
struct BlobSource: Sendable {
    let location: ByteLocation
    /// Offsets from the outermost archive inwards: the stored order.
    let order: [Int64]
    let kind: Kind

    enum Kind: Sendable {
        /// Sent as it is; the digest is known.
        case whole(digest: String, size: Int64)
        /// A plain layer of a docker-archive, compressed on the way.
        case plain(diffID: String)
        /// A layer of a docker-archive that is compressed already: sent as it is, under a digest that the end tells.
        case packed(Codec, diffID: String)
    }
}
