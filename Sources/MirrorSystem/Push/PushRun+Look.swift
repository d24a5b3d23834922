import RegistryClient

extension PushRun {
    /// Asks for every image and every blob.
    func look() {
        for image in imageIndices where !hasTrouble(image) { queue.add { [self] in look(at: image, $0) } }
        queue.waitUntilEmpty()
    }

    func look(at index: Int, _ client: PushClient) {
        inTurn(index) { () throws(PushFailure) in
            if let digest = try presentDigest(index, client) { return end(index, .present(digest: digest)) }
            let image = image(index)
            for blob in image.blobs {
                guard !stop.isCancelled else { throw .cancelled }
                try look(at: blob, in: image.repository, client)
            }
            if work == .push, withLedger({ $0.beginFinishing(index) }) {
                queue.add(isUrgent: true) { [self] in finish(index, $0) }
            }
        }
    }

    /// The image's digest when the registry has all of it.
    private func presentDigest(_ index: Int, _ client: PushClient) throws(PushFailure) -> String? {
        let image = image(index)
        let repository = image.repository
        do throws(PushFailure) {
            switch image.expects {
            case .manifest(let digest):
                for reference in image.tags.isEmpty ? [digest] : image.tags {
                    let found = try context.trying(.look) { client.manifestDigest(reference, in: repository) }
                    guard found == digest else { return nil }
                }
                guard let manifests = image.manifests([:]) else { return nil }
                try ReadBack(client: client, context: context).check(
                    index,
                    repository: repository,
                    manifests: manifests,
                    blobs: image.sizesByDigest
                )
                return digest
            case .config(let config):
                return try PresentImage(client: client, context: context).digest(index, image, config: config)
            }
        } catch {
            // What differs is sent again.
            guard case .differs = error else { throw error }
            return nil
        }
    }

    private func look(at blob: PushBlob, in repository: String, _ client: PushClient) throws(PushFailure) {
        let unit = RepositoryBlob(repository: repository, blob: blob.name)
        let before = withLedger { ledger in
            let before = ledger.units[unit]
            if before == .unknown { ledger.missing(unit) }
            return before
        }
        if case .failed(let failure) = before { throw failure }
        guard before == .unknown else { return }
        let expected: MadeLayer? =
            switch blob.name {
            case .digest(let digest): MadeLayer(digest: digest, size: blob.size)
            case .made(let id): context.journal.contents.made[id]
            }
        guard let expected else { return }
        let size = try context.trying(.look, unit) { client.blobSize(expected.digest, in: repository) }
        if size == expected.size { stored(unit, expected, .present) }
    }
}

extension PushImage {
    var sizesByDigest: [String: Int] {
        var result: [String: Int] = [:]
        for blob in blobs { if case .digest(let digest) = blob.name { result[digest] = blob.size } }
        return result
    }
}
