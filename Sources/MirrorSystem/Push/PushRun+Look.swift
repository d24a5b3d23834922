import RegistryClient

extension PushRun {
    /// Asks for every image and every blob.
    func look() {
        for image in images.indices where !hasTrouble(image) { queue.add { [self] in look(at: image, $0) } }
        queue.waitUntilEmpty()
    }

    private func look(at image: Int, _ client: PushClient) {
        inTurn(image) { () throws(PushFailure) in
            if let digest = try presentDigest(image, client) { return end(image, .present(digest: digest)) }
            for blob in images[image].blobs {
                guard !stop.isCancelled else { throw .cancelled }
                try look(at: blob, in: images[image].repository, client)
            }
            if work == .push, withBoard({ $0.imageStates[image].waitsFor.isEmpty && !$0.imageStates[image].isOver }) {
                queue.add(isUrgent: true) { [self] in finish(image, $0) }
            }
        }
    }

    /// The image's digest when the registry has all of it.
    private func presentDigest(_ index: Int, _ client: PushClient) throws(PushFailure) -> String? {
        let image = images[index]
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
        let unit = PushUnit(repository: repository, blob: blob.name)
        let isNew = withBoard { board in
            guard board.units[unit] == .unknown else { return false }
            board.missing(unit)
            return true
        }
        guard isNew else { return }
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
