import MirrorCore
import RegistryClient
import Synchronization
import Texts
import Threads

extension PushRun {
    /// Reads the package until nothing is missing that can be had.
    func send() {
        while !stop.isCancelled, !isBroken {
            for unit in withLedger(\.mountable) { queue.add { [self] in mount(unit, $0) } }
            queue.waitUntilEmpty()
            let wanted = withLedger { $0.wanted(most: Self.atOnce) }
            if wanted.isEmpty { return }
            let offered = readThrough(wanted)
            queue.waitUntilEmpty()
            guard !stop.isCancelled else { return }
            for (name, units) in wanted where !offered.names.contains(name) {
                for unit in units {
                    failed(
                        unit,
                        offered.failure
                            ?? .package(PackageTrouble(missing: Phrase("push.blobNotInPackage", ["blob": name.key])))
                    )
                }
            }
        }
    }

    /// Repositories that one blob is sent to while it is read once.
    private static let atOnce = 8

    private typealias Offered = (names: Set<BlobName>, failure: PushFailure?)

    /// The package is read from its first byte to its last, by several threads where that is of use; workers send what it
    /// hands over.
    private func readThrough(_ wanted: [BlobName: [RepositoryBlob]]) -> Offered {
        let budget = PieceBudget(bytes: context.settings.bufferBytes)
        let offered = Mutex<Set<BlobName>>([])
        do throws(PushFailure) {
            try source.read(wanting: Set(wanted.keys), readers: context.settings.threads) {
                [self] name, reader throws(PushFailure) in
                guard !stop.isCancelled else { throw .cancelled }
                guard let units = wanted[name], offered.withLock({ $0.insert(name).inserted }) else { return }
                if units.count > 1, !source.isRandomAccess { return sendToAll(units, reader, budget) }
                for (number, unit) in units.enumerated() {
                    guard let reader = number == 0 ? reader : try source.open(name) else { return }
                    send(unit, reader, budget)
                }
            }
        } catch {
            return (offered.withLock { $0 }, error)
        }
        return (offered.withLock { $0 }, nil)
    }

    /// Lets a worker send a blob while this thread reads it.
    func send(_ unit: RepositoryBlob, _ reader: any PieceReader, _ budget: PieceBudget) {
        let pipe = BlobPipe(budget: budget)
        queue.add { [self] client in
            let reopen = { () throws(PushFailure) in try self.source.open(unit.blob) }
            let sender = PipeReader(pipe, reopen: source.isRandomAccess ? reopen : nil)
            defer { sender.close() }
            inTurn(unit) { () throws(PushFailure) in try upload(unit, sender, client) }
        }
        pump(reader, into: [pipe])
    }

    /// One reading for several repositories: each has a thread and a connection of its own, which take turns request by
    /// request, or one that waits for its turn would hold up all.
    private func sendToAll(_ units: [RepositoryBlob], _ reader: any PieceReader, _ budget: PieceBudget) {
        let group = ThreadGroup("push.all")
        let pipes = units.map { unit in
            let pipe = BlobPipe(budget: budget)
            group.start { [self] in
                let sender = PipeReader(pipe)
                defer { sender.close() }
                guard let client = makeClient(true) else { return }
                do throws(PushFailure) {
                    try upload(unit, sender, client, hasTurn: false)
                } catch {
                    failed(unit, error)
                }
            }
            return pipe
        }
        pump(reader, into: pipes)
        group.wait()
    }

    private func pump(_ reader: any PieceReader, into pipes: [BlobPipe]) {
        var open = pipes
        do throws(PushFailure) {
            while !open.isEmpty, let piece = try reader.next() {
                open.removeAll { pipe in
                    let isOver = !pipe.write(piece, while: { !stop.isCancelled })
                    if isOver { pipe.fail(.cancelled) }
                    return isOver
                }
            }
            for pipe in open { pipe.end(reader.made) }
        } catch {
            // Whether the rest of the package can be read is for its reader to say.
            for pipe in open { pipe.fail(error) }
        }
    }

    /// - Parameter hasTurn: the caller has one, for all its requests.
    private func upload(
        _ unit: RepositoryBlob,
        _ reader: any PieceReader,
        _ client: PushClient,
        hasTurn: Bool = true
    ) throws(PushFailure) {
        var uploader = BlobUploader(client, context, unit, reader, hasTurn: hasTurn)
        let layer = try uploader.upload()
        stored(unit, layer, .sent(bytes: layer.size))
    }

    /// Takes a blob over from another repository of the registry.
    func mount(_ unit: RepositoryBlob, _ client: PushClient) {
        inTurn(unit) { () throws(PushFailure) in
            guard let source = withLedger({ $0.units[unit] == .missing ? $0.source(for: unit) : nil }) else { return }
            let start: UploadStart
            do throws(PushFailure) {
                start = try context.trying(.mount, unit) {
                    client.openUpload(in: unit.repository, mounting: source.layer.digest, from: source.repository)
                }
            } catch {
                // Without the right to the other repository it is sent instead.
                guard case .registry(let trouble, _) = error, let status = trouble.status, (400...499).contains(status)
                else { throw error }
                return withLedger { $0.mountRefused(unit) }
            }
            switch start {
            case .mounted:
                try context.journal.write(.stored(repository: unit.repository, blob: unit.blob.key))
                withLedger { $0.mounted() }
                stored(unit, source.layer, .mounted)
            case .opened(let session):
                client.cancel(session)
                withLedger { $0.mountRefused(unit) }
            }
        }
    }

    /// Manifests last, and then everything is read back.
    func finish(_ index: Int, _ client: PushClient) {
        inTurn(index) { () throws(PushFailure) in
            let image = image(index)
            let (made, blobs) = withLedger { ($0.made, $0.blobs(of: index)) }
            guard var manifests = image.manifests(made), var own = image.own(manifests) else {
                throw .package(PackageTrouble(missing: Phrase("push.noManifest", ["image": image.name])))
            }
            do throws(PushFailure) {
                try put(manifests, image, client)
            } catch {
                guard case .registry(let trouble, .manifest) = error, trouble.isAboutForm,
                    let other = image.manifestsAsOCI(made), let otherOwn = image.own(other)
                else { throw error }
                try put(other, image, client)
                context.tell(.converted(image: index, from: own.digest, to: otherOwn.digest))
                (manifests, own) = (other, otherOwn)
            }
            try ReadBack(client: client, context: context)
                .check(index, repository: image.repository, manifests: manifests, blobs: blobs)
            try context.journal.write(.image(name: image.name, digest: own.digest))
            end(index, .pushed(digest: own.digest))
        }
    }

    private func put(_ manifests: [PushManifest], _ image: PushImage, _ client: PushClient) throws(PushFailure) {
        for manifest in manifests {
            for reference in manifest.tags.isEmpty ? [manifest.digest] : manifest.tags {
                try put(manifest, as: reference, image, client)
            }
        }
    }

    private func put(
        _ manifest: PushManifest,
        as reference: String,
        _ image: PushImage,
        _ client: PushClient
    ) throws(PushFailure) {
        let put = {
            client.put(manifest: manifest.bytes, mediaType: manifest.mediaType, as: reference, in: image.repository)
        }
        // docker-registry says 500 to layers that are elsewhere, as if it were broken.
        if !image.foreign.isEmpty, case .failure(let trouble) = put(), [400, 500].contains(trouble.status) {
            throw .foreignRefused(trouble, layers: image.foreign)
        }
        try context.trying(.manifest) { put() }
    }
}
