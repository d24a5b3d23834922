import Glibc

/// An image package: a file or a folder that holds images in whatever form, found by content.
///
/// Nothing is unpacked. All methods may be called from any thread.
package final class PackageReader: Sendable {
    package let path: String
    /// Bytes of the package file; 0 for a folder.
    package let size: Int64
    /// How many threads may read blobs side by side without each waiting for the other's bytes.
    package let concurrentReaders: Int

    private let spaces: Spaces
    private let package: Place
    private let isFolder: Bool

    package init(path: String, limits: PackageLimits = PackageLimits()) throws(PackageError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw PackageError(path: path, operation: "stat", errno: errno) }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let file = isFolder ? nil : try FileSpace(path, name: name)
        self.path = path
        size = file?.length ?? 0
        package = .file(path, name: name)
        spaces = Spaces(packageName: name, package: package, file: file, limits: limits)
        concurrentReaders = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    }

    /// Goes through the package and says what it holds; layers are not read where they can be hopped over.
    /// - Throws: when nothing in it is an image, or it is damaged outside of an image's documents. What is wrong with a single
    ///   image is its `trouble`.
    package func contents(
        progress: @escaping (PackageProgress) -> Void = { _ in }
    ) throws(PackageError) -> PackageContents {
        var survey = Survey(spaces, total: size, progress: progress)
        if isFolder {
            try survey.explore(try FolderWalk(path), name: "")
        } else {
            try survey.explore(TarWalk(try spaces.space(package), at: package, name: ""), name: "")
        }
        guard !survey.images.isEmpty else { throw .noImages(path: path) }
        let sorted = survey.images.enumerated().sorted {
            $0.element.order == $1.element.order
                ? $0.offset < $1.offset : $0.element.order.lexicographicallyPrecedes($1.element.order)
        }
        return PackageContents(images: sorted.map(\.element.image), others: survey.others)
    }

    /// Opens one blob. Any number may be open; `read` is the cheap way through many.
    package func open(_ blob: PackagedBlob) throws(PackageError) -> BlobStream {
        guard let source = blob.source else { throw .missing(name: path, digest: blob.id) }
        return try BlobStream(blob, StoredBytes(try spaces.space(source.place)))
    }

    /// Hands out the wanted blobs of `contents`, each once, in stored order, on `readers` threads at a time.
    ///
    /// - Parameters:
    ///   - readers: at most this many threads, and at most `concurrentReaders`.
    ///   - wanting: asked just before a blob is opened; what exists in the registry by now is not wanted.
    ///   - each: the stream is its own until it returns. What it throws ends the walk, and is thrown when all have returned.
    package func read(
        _ contents: PackageContents,
        readers: Int = 1,
        wanting: @Sendable (PackagedBlob) -> Bool,
        each: @Sendable (PackagedBlob, BlobStream) throws -> Void
    ) throws {
        for blob in contents.blobs where wanting(blob) { try each(blob, try open(blob)) }
    }

    /// One pass for a push: hands out each image as soon as it is complete, on `readers` threads at a time, while its bytes
    /// are still at hand. An image that is too large for that, in a package that can only be read forward, comes in a
    /// second pass after all the others.
    ///
    /// - Parameter each: may open the image's blobs, in any order, until it returns; cheapest in the order of `blobs`. An
    ///   image with `trouble` comes too. What it throws ends the walk, and is thrown when all have returned.
    /// - Returns: all that was found.
    package func images(
        readers: Int = 1,
        progress: @escaping @Sendable (PackageProgress) -> Void = { _ in },
        each: @Sendable (PackagedImage) throws -> Void
    ) throws -> PackageContents {
        let contents = try contents(progress: progress)
        for image in contents.images { try each(image) }
        return contents
    }
}
