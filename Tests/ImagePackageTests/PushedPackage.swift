import Foundation
import ImagePackage
import Synchronization

/// What a registry would hold after a package was pushed whole.
struct PushedPackage: Equatable {
    /// `repository:tag`, or `repository@digest` without a tag → digest of the manifest.
    var names: [String: String] = [:]
    /// Digest → size, of blobs and manifests.
    var content: [String: Int64] = [:]
    /// Image → id of its trouble.
    var troubles: [String: String] = [:]
}

/// Takes in images from several threads.
final class PushTarget: Sendable {
    private struct State {
        var pushed = PushedPackage()
        var made: [String: MadeBlob] = [:]
    }

    private let state = Mutex(State())

    var pushed: PushedPackage { state.withLock { $0.pushed } }
    var made: [String: MadeBlob] { state.withLock { $0.made } }

    func take(_ blob: PackagedBlob, _ stream: BlobStream) throws {
        while try stream.next(200_000) != nil {}
        guard let made = stream.made else { throw PackageError.noMemory }
        state.withLock { state in
            state.made[blob.id] = made
            state.pushed.content[made.digest] = made.size
        }
    }

    func finish(_ image: PackagedImage) throws {
        if let trouble = image.trouble {
            state.withLock { $0.pushed.troubles[image.name] = trouble.id }
            return
        }
        guard let manifests = image.manifests(made: made) else { throw PackageError.noMemory }
        state.withLock { state in
            for manifest in manifests {
                state.pushed.content[manifest.digest] = Int64(manifest.bytes.count)
                for tag in manifest.tags { state.pushed.names["\(image.repository):\(tag)"] = manifest.digest }
                if manifest.tags.isEmpty {
                    state.pushed.names["\(image.repository)@\(manifest.digest)"] = manifest.digest
                }
            }
        }
    }
}

extension PackageReader {
    /// As a push does it: one pass, image by image.
    func pushed(readers: Int = 1) throws -> PushedPackage {
        let target = PushTarget()
        _ = try images(readers: readers) { image in
            if image.trouble == nil {
                for blob in image.blobs where blob.isStored && target.made[blob.id] == nil {
                    try target.take(blob, try self.open(blob))
                }
            }
            try target.finish(image)
        }
        return target.pushed
    }

    /// The other way: list first, then blob by blob.
    func pushedAfterListing(readers: Int = 1) throws -> PushedPackage {
        let target = PushTarget()
        let contents = try contents()
        try read(contents, readers: readers, wanting: { target.made[$0.id] == nil }) { try target.take($0, $1) }
        for image in contents.images { try target.finish(image) }
        return target.pushed
    }
}
