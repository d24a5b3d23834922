import RegistryClient
import Synchronization
import Threads

extension PushRun {
    /// Images that are read side by side: one is looked at while another is decoded.
    static let readers = 3

    /// Reads the package once: asks for each image as soon as it is found, and sends what is missing while it is at hand.
    func readOnce(_ stream: any PushStream) {
        let budget = PieceBudget(bytes: context.settings.bufferBytes)
        do throws(PushFailure) {
            try stream.images(readers: Self.readers) { [self] image, open throws(PushFailure) in
                guard !stop.isCancelled else { throw .cancelled }
                try take(image, open, budget)
                context.tell(.packageRead(bytes: stream.position.read, of: stream.position.of))
            }
            context.tell(.packageRead(bytes: stream.position.of, of: stream.position.of))
        } catch {
            // The images that were found before the trouble go in.
            if error != .cancelled { note(error) }
        }
        queue.waitUntilEmpty()
    }

    private func take(_ image: PushImage, _ open: PieceOpener, _ budget: PieceBudget) throws(PushFailure) {
        let index = add(image)
        guard !hasTrouble(index) else { return }
        lookNow(at: index)
        for blob in image.blobs {
            guard !stop.isCancelled else { throw .cancelled }
            let unit = RepositoryBlob(repository: image.repository, blob: blob.name)
            switch withLedger({ $0.claim(unit) }) {
            case .nobody: break
            case .mount: queue.add(isUrgent: true) { [self] in mount(unit, $0) }
            case .read:
                do throws(PushFailure) {
                    guard let reader = try open(blob.name) else { throw .again }
                    send(unit, reader, budget)
                } catch {
                    failed(unit, error)
                }
            }
        }
    }

    /// Asks what the registry has of an image, and waits for the answer.
    private func lookNow(at index: Int) {
        let isDone = Watched(false)
        questions.add { [self] client in
            let repository = image(index).repository
            inTurn(index) { () throws(PushFailure) in try prove(repository, client) }
            look(at: index, client)
            isDone.change { $0 = true }
        }
        isDone.value { $0 ? () : nil }
    }
}
