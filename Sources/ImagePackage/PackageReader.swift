import CMemory
import Glibc

/// An image package: a file or a folder that holds images in whatever form, found by content.
///
/// Nothing is unpacked, and memory is bounded by `PackageLimits`. All methods may be called from any thread, one walk
/// (`contents`, `read`, `images`) at a time.
package final class PackageReader: Sendable {
    package let path: String
    /// Bytes of the package file; 0 for a folder.
    package let size: Int64
    /// How it is packed.
    package let form: PackageForm
    /// How many blobs may be open at a time, and how many threads are worth giving to `read`: one alone where the package
    /// can only be read forward.
    package let concurrentReaders: Int

    private static let isFrugal: Void = mm_return_large_blocks()

    private static let cores = max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

    let spaces: Spaces
    /// The outermost archive; `nil` for a folder.
    let archive: ByteLocation?

    /// - Parameter encoding: for the plain layers of docker-archives.
    /// - Throws: `noImages` for a file that is no archive.
    package init(
        path: String,
        encoding: LayerEncoding = .gzip,
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) {
        _ = Self.isFrugal
        var status = stat()
        guard stat(path, &status) == 0 else { throw PackageError(path: path, operation: "stat", errno: errno) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let file = isFolder ? nil : try FileSpace(path, name: name)
        let location = ByteLocation.file(path, name: name)
        self.path = path
        size = file?.length ?? 0
        spaces = Spaces(packageName: name, package: location, file: file, limits: limits, encoding: encoding)
        let cores = Self.cores
        guard let file else {
            (archive, form, concurrentReaders) = (nil, .folder, max(4, cores))
            return
        }
        let codec = Codec(try file.bytes(at: 0, TarHeader.size))
        let archive = codec.map { ByteLocation.decoded(location, $0) } ?? location
        guard TarWalk.begins(try spaces.space(archive).bytes(at: 0, TarHeader.size)) else {
            throw .noImages(path: path)
        }
        self.archive = archive
        guard let codec else {
            (form, concurrentReaders) = (.tar, max(4, cores))
            return
        }
        let decoded = try spaces.decoded(archive)
        form = .compressed(codec, blocks: decoded.segments.count)
        guard decoded.isForwardOnly else {
            concurrentReaders = spaces.share(decoderMemory: decoded.decoderMemory, cores: cores)
            return
        }
        // One decoder: a second reader elsewhere in it would make it start again.
        concurrentReaders = 1
        spaces.makeRoomForHeld(decoderMemory: decoded.decoderMemory)
    }

    /// Ends whatever is read with `stopped` as soon as the condition holds.
    package func stopReading(when condition: @escaping @Sendable () -> Bool) { spaces.stop.when(condition) }

    /// Bytes of the package file that were read, those that were read again too; 0 for a folder.
    package var bytesRead: Int64 { spaces.bytesRead }

    /// Goes through the package and says what it holds; layers are not read where they can be hopped over.
    /// - Throws: when nothing in it is an image, or it is damaged outside of an image's documents. What is wrong with a single
    ///   image is its `trouble`.
    package func contents(
        progress: @escaping (PackageProgress) -> Void = { _ in }
    ) throws(PackageError) -> PackageContents {
        var images: [PackagedImage] = []
        let others = try survey(progress: progress) { more, held throws(PackageError) in
            if let held { self.spaces.release(held) }
            images += more
            return true
        }
        return PackageContents(images: images.sorted(by: PackagedImage.isStoredBefore), others: others)
    }

    /// Opens one blob. Any number may be open; `read` is the cheap way through many.
    package func open(_ blob: PackagedBlob) throws(PackageError) -> BlobStream {
        guard let source = blob.source else { throw .missing(name: path, digest: blob.id) }
        let space = try spaces.space(source.location)
        return switch source.kind {
        case .whole: try BlobStream(blob, StoredBytes(space))
        case .plain(let diffID):
            try BlobStream(
                blob,
                try CompressedBytes(space, diffID: diffID, pool: spaces.chunks, width: min(Self.cores + 1, 4))
            )
        case .packed(let codec, let diffID):
            try BlobStream(blob, try PackedBytes(space, codec, diffID: diffID, limit: spaces.limits.decoder))
        }
    }

    /// - Returns: files that belong to no image.
    func survey(
        progress: @escaping (PackageProgress) -> Void,
        willHold: @escaping (Int64) -> Void = { _ in },
        released: @escaping (Int64) -> Void = { _ in },
        found: @escaping ([PackagedImage], ByteLocation?) throws(PackageError) -> Bool
    ) throws(PackageError) -> [PassedFile] {
        let (spaces, size) = (spaces, size)
        var survey = Survey(
            spaces,
            willHold: willHold,
            released: released,
            progress: { progress(PackageProgress(bytesRead: spaces.bytesRead, bytesTotal: size, imagesFound: $0)) },
            found: found
        )
        if let archive {
            try survey.explore(
                TarWalk(try spaces.space(archive), at: archive, name: ""),
                isForwardOnly: try spaces.isForwardOnly(archive)
            )
        } else {
            try survey.explore(try FolderWalk(path), isForwardOnly: false)
        }
        guard survey.count > 0 || survey.isStopped else { throw .noImages(path: path) }
        return survey.others
    }
}

/// How a package is packed.
package enum PackageForm: Equatable, Sendable {
    case folder
    case tar
    /// - blocks: more than one can be decoded side by side and read at random.
    case compressed(Codec, blocks: Int)
}

extension PackagedImage {
    static func isStoredBefore(_ left: PackagedImage, _ right: PackagedImage) -> Bool {
        left.order == right.order ? left.name < right.name : left.order.lexicographicallyPrecedes(right.order)
    }
}
