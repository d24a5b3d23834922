import RegistryClient

extension PushRun {
    /// Reads back what a push would have sent, and sends nothing.
    func verify() {
        for image in imageIndices where !hasTrouble(image) {
            queue.add { [self] client in
                inTurn(image) { () throws(PushFailure) in
                    end(image, .present(digest: try digest(of: image, client)))
                }
            }
        }
        queue.waitUntilEmpty()
    }

    private func digest(of index: Int, _ client: PushClient) throws(PushFailure) -> String {
        let image = image(index)
        switch image.expects {
        case .manifest(let digest):
            guard let manifests = image.manifests([:]) else { throw .differs([.manifestMissing(reference: digest)]) }
            try ReadBack(client: client, context: context).check(
                index,
                repository: image.repository,
                manifests: manifests,
                blobs: image.sizesByDigest
            )
            return digest
        case .config(let config):
            let present = PresentImage(client: client, context: context)
            if let digest = try present.digest(index, image, config: config) { return digest }
            throw .differs([try present.difference(image)])
        }
    }
}
