import ImagePackage
import MirrorCore

/// A package as the push reads it.
package struct PackageSource: PushSource {
    private let package: PackageReader
    private let contents: PackageContents
    private let blobs: [BlobName: PackagedBlob]

    package init(_ package: PackageReader, _ contents: PackageContents) {
        self.package = package
        self.contents = contents
        blobs = Dictionary(contents.blobs.map { (BlobName($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var isRandomAccess: Bool {
        if case .compressed(_, let blocks) = package.form { blocks > 1 } else { true }
    }

    package func read(
        wanting: Set<BlobName>,
        readers: Int,
        each: @escaping @Sendable (_ blob: BlobName, _ reader: any PieceReader) throws(PushFailure) -> Void
    ) throws(PushFailure) {
        do {
            try package.read(
                contents,
                readers: isRandomAccess ? min(readers, package.concurrentReaders) : 1,
                wanting: { wanting.contains(BlobName($0)) },
                each: { blob, stream in try each(BlobName(blob), StreamReader(stream)) }
            )
        } catch let error as PackageError {
            throw .package(error.problem)
        } catch let error as PushFailure {
            throw error
        } catch {
            throw .cancelled
        }
    }

    package func open(_ name: BlobName) throws(PushFailure) -> (any PieceReader)? {
        guard let blob = blobs[name] else { return nil }
        do throws(PackageError) {
            return StreamReader(try package.open(blob)) { () throws(PackageError) in try package.open(blob) }
        } catch {
            throw .package(error.problem)
        }
    }
}

extension BlobName {
    init(_ blob: PackagedBlob) {
        self = blob.digest.map(BlobName.digest) ?? .made(id: blob.id)
    }
}

/// Pieces of one stream.
private final class StreamReader: PieceReader {
    private var stream: BlobStream
    private let reopen: (() throws(PackageError) -> BlobStream)?

    init(_ stream: BlobStream, reopen: (() throws(PackageError) -> BlobStream)? = nil) {
        self.stream = stream
        self.reopen = reopen
    }

    func next() throws(PushFailure) -> [UInt8]? {
        do throws(PackageError) {
            return try stream.next(ChunkSize.largest)
        } catch {
            throw .package(error.problem)
        }
    }

    var made: MadeLayer? { stream.made.map { MadeLayer(digest: $0.digest, size: Int($0.size)) } }

    func restart() throws(PushFailure) -> Bool {
        guard let reopen else { return false }
        do throws(PackageError) {
            stream = try reopen()
            return true
        } catch {
            throw .package(error.problem)
        }
    }
}
