import RegistryClient

/// Fetches again what was sent: manifests by digest and by tag, and the size of every blob.
struct ReadBack {
    let client: PushClient
    let context: PushContext

    /// - Parameter blobs: digest → size.
    func check(
        _ image: Int,
        repository: String,
        manifests: [PushManifest],
        blobs: [String: Int]
    ) throws(PushFailure) {
        for manifest in manifests {
            for reference in [manifest.digest] + manifest.tags { try check(manifest, as: reference, in: repository) }
        }
        var checked = 0
        for (digest, size) in blobs.sorted(by: { $0.key < $1.key }) {
            guard !context.stop.isCancelled else { throw .cancelled }
            try check(digest, size, in: repository)
            checked += 1
            context.tell(.readingBack(image: image, blobs: checked, of: blobs.count))
        }
    }

    private func check(_ manifest: PushManifest, as reference: String, in repository: String) throws(PushFailure) {
        let fetched = try context.trying(.readBack) { client.manifest(reference, in: repository) }
        guard let fetched else { throw .differs(.manifestMissing(reference: reference)) }
        let found = contentDigest(fetched.bytes)
        guard found == manifest.digest else {
            throw .differs(.manifestDiffers(reference: reference, found: found))
        }
    }

    /// A server that says yes to everything has no size for a blob that is not there.
    private func check(_ digest: String, _ size: Int, in repository: String) throws(PushFailure) {
        let found = try context.trying(.readBack) { client.blobSize(digest, in: repository) }
        guard let found else { throw .differs(.blobMissing(digest: digest)) }
        guard found == size else { throw .differs(.blobSize(digest: digest, found: found, expected: size)) }
    }
}
