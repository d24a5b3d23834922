import MirrorCore
import RegistryClient
import Threads

/// A small blob that nobody has, pushed in several chunks as every push sends them, and asked for again: what there is to do where
/// a registry says yes to bytes and does not say that it holds them.
struct RehearsalProof {
    enum Outcome {
        case kept
        case failed(PushFailure)
        /// The time was over.
        case open
    }

    private final class Reader: PieceReader {
        private let bytes: [UInt8]
        private let pieceBytes: Int
        private var at = 0

        init(_ bytes: [UInt8], pieceBytes: Int) {
            self.bytes = bytes
            self.pieceBytes = pieceBytes
        }

        func next() -> [UInt8]? {
            guard at < bytes.count else { return nil }
            let piece = Array(bytes[at..<min(bytes.count, at + pieceBytes)])
            at += piece.count
            return piece
        }

        let made: MadeLayer? = nil

        func restart() -> Bool {
            at = 0
            return true
        }
    }

    private static let largestChunk = 1 << 20

    let digest: String
    private let bytes: [UInt8]
    private let unit: RepositoryBlob
    private let chunkBytes: Int

    /// - Parameter takenBytes: what the registry has said yes to in one request.
    init(repository: String, takenBytes: Int) {
        chunkBytes = max(ChunkSize.smallest, min(Self.largestChunk, takenBytes))
        bytes = randomBytes(2 * chunkBytes + 1000)
        digest = contentDigest(bytes)
        unit = RepositoryBlob(repository: repository, blob: .digest(digest))
    }

    /// - Parameter stop: ends it, also where a failure is waited out.
    func run(_ client: PushClient, stop: Cancellation, sleep: @escaping @Sendable (Int, Cancellation) -> Void)
        -> Outcome
    {
        var settings = PushSettings()
        settings.threads = 1
        settings.chunkBytes = chunkBytes
        settings.sleep = sleep
        let context = PushContext(settings, journal: .volatile, stop: stop) { _ in }
        do throws(PushFailure) {
            var uploader = BlobUploader(
                client,
                context,
                unit,
                Reader(bytes, pieceBytes: chunkBytes),
                hasTurn: false
            )
            _ = try uploader.upload()
            let found = try context.trying(.readBack) { client.blobSize(digest, in: unit.repository) }
            guard let found else { throw .differs([.blobMissing(digest: digest)]) }
            guard found == bytes.count else {
                throw .differs([.blobSize(digest: digest, found: found, expected: bytes.count)])
            }
            return .kept
        } catch {
            return stop.isCancelled ? .open : .failed(error)
        }
    }
}
