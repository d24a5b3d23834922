import ImagePackage
import MirrorCore
import Synchronization

/// A package as the push reads it.
package final class PackageSource: PushStream {
    private let package: PackageReader
    private let mirrorNamespace: String?
    private let known = Mutex(Known())

    private struct Known: Sendable {
        var blobs: [BlobName: PackagedBlob] = [:]
        var contents: PackageContents?

        mutating func add(_ more: [PackagedBlob]) {
            for blob in more where blob.isStored { blobs[BlobName(blob)] = blobs[BlobName(blob)] ?? blob }
        }
    }

    /// - Parameters:
    ///   - contents: where they are known already.
    ///   - mirrorNamespace: below which its images go, for `images`.
    package init(_ package: PackageReader, _ contents: PackageContents?, below mirrorNamespace: String? = nil) {
        self.package = package
        self.mirrorNamespace = mirrorNamespace
        if let contents { take(contents) }
    }

    private func take(_ contents: PackageContents) {
        known.withLock { known in
            known.contents = contents
            known.add(contents.blobs)
        }
    }

    /// All that is in it, once it was read to its end.
    package var contents: PackageContents? { known.withLock { $0.contents } }

    package func stopReading(when condition: @escaping @Sendable () -> Bool) { package.stopReading(when: condition) }

    package var isRandomAccess: Bool {
        if case .compressed(_, let blocks) = package.form { blocks > 1 } else { true }
    }

    package var position: (read: Int, of: Int) {
        (Int(min(package.bytesRead, package.size)), Int(package.size))
    }

    /// 0…100 of the file.
    package var percentRead: Int {
        let (read, all) = position
        return all == 0 ? 100 : read * 100 / all
    }

    package func images(
        readers: Int,
        each: @escaping @Sendable (_ image: PushImage, _ open: PieceOpener) throws(PushFailure) -> Void
    ) throws(PushFailure) {
        try telling {
            let contents = try package.images(readers: readers) { [self] image in
                known.withLock { $0.add(image.blobs) }
                let blobs = Dictionary(image.blobs.map { (BlobName($0), $0) }, uniquingKeysWith: { first, _ in first })
                try each(PushImage(image, below: mirrorNamespace)) { name throws(PushFailure) in
                    try reader(blobs[name])
                }
            }
            take(contents)
        }
    }

    package func read(
        wanting: Set<BlobName>,
        readers: Int,
        each: @escaping @Sendable (_ blob: BlobName, _ reader: any PieceReader) throws(PushFailure) -> Void
    ) throws(PushFailure) {
        guard let contents = known.withLock({ $0.contents }) else { return }
        try telling {
            try package.read(
                contents,
                readers: isRandomAccess ? min(readers, package.concurrentReaders) : 1,
                wanting: { wanting.contains(BlobName($0)) },
                each: { blob, stream in try each(BlobName(blob), StreamReader(stream)) }
            )
        }
    }

    package func open(_ name: BlobName) throws(PushFailure) -> (any PieceReader)? {
        try reader(known.withLock { $0.blobs[name] })
    }

    private func reader(_ blob: PackagedBlob?) throws(PushFailure) -> (any PieceReader)? {
        guard let blob else { return nil }
        let package = package
        do throws(PackageError) {
            return StreamReader(try package.open(blob)) { () throws(PackageError) in try package.open(blob) }
        } catch {
            throw PushFailure(error)
        }
    }

    private func telling(_ body: () throws -> Void) throws(PushFailure) {
        do {
            try body()
        } catch let error as PackageError {
            throw PushFailure(error)
        } catch let error as PushFailure {
            throw error
        } catch {
            throw .cancelled
        }
    }
}

extension PushFailure {
    fileprivate init(_ error: PackageError) { self = error == .stopped ? .cancelled : .package(PackageTrouble(error)) }
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
            throw PushFailure(error)
        }
    }

    var made: MadeLayer? { stream.made.map { MadeLayer(digest: $0.digest, size: Int($0.size)) } }

    func restart() throws(PushFailure) -> Bool {
        guard let reopen else { return false }
        do throws(PackageError) {
            stream = try reopen()
            return true
        } catch {
            throw PushFailure(error)
        }
    }
}
