import RegistryClient

/// Fetches again what was sent: manifests by digest and by tag, and the size of every blob.
struct ReadBack {
    let client: PushClient
    let context: PushContext

    /// - Parameter blobs: digest → size.
    /// - Throws: `differs` with all that is not so.
    func check(
        _ image: Int,
        repository: String,
        manifests: [PushManifest],
        blobs: [String: Int]
    ) throws(PushFailure) {
        var found: [PushFailure.Difference] = []
        for manifest in manifests {
            for reference in [manifest.digest] + manifest.tags {
                found += try difference(manifest, as: reference, in: repository).map { [$0] } ?? []
            }
        }
        var checked = 0
        for (digest, size) in blobs.sorted(by: { $0.key < $1.key }) {
            guard !context.stop.isCancelled else { throw .cancelled }
            found += try difference(digest, size, in: repository).map { [$0] } ?? []
            checked += 1
            context.tell(.readingBack(image: image, blobs: checked, of: blobs.count))
        }
        if !found.isEmpty { throw .differs(found) }
    }

    private func difference(
        _ manifest: PushManifest,
        as reference: String,
        in repository: String
    ) throws(PushFailure) -> PushFailure.Difference? {
        let fetched = try context.trying(.readBack) { client.manifest(reference, in: repository) }
        guard let fetched else { return .manifestMissing(reference: reference) }
        let found = contentDigest(fetched.bytes)
        guard found == manifest.digest else { return .manifestDiffers(reference: reference, found: found) }
        // containerd goes by these, and not by the bytes.
        if let said = fetched.digest, said != found { return .digestSaid(reference: reference, said: said) }
        let said = bare(fetched.mediaType)
        guard said.isEmpty || said == bare(manifest.mediaType) else {
            return .mediaTypeSaid(reference: reference, said: said, expected: bare(manifest.mediaType))
        }
        return nil
    }

    /// Without parameters, as containerd compares it.
    private func bare(_ mediaType: String) -> String {
        let type = mediaType.prefix { $0 != ";" }
        return String(type.reversed().drop { $0 == " " }.reversed())
    }

    /// A server that says yes to everything has no size for a blob that is not there.
    private func difference(
        _ digest: String,
        _ size: Int,
        in repository: String
    ) throws(PushFailure) -> PushFailure.Difference? {
        let found = try context.trying(.readBack) { client.blobSize(digest, in: repository) }
        guard let found else { return .blobMissing(digest: digest) }
        return found == size ? nil : .blobSize(digest: digest, found: found, expected: size)
    }
}
