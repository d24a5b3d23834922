import Synchronization

extension PackageReader {
    /// Hands out the wanted blobs of `contents`, each once, in stored order, on `readers` threads at a time.
    ///
    /// - Parameters:
    ///   - readers: at most this many threads; one alone where the package can only be read forward.
    ///   - wanting: asked just before a blob is opened; what exists in the registry by now is not wanted.
    ///   - each: the stream is its own until it returns. What it throws ends the walk, and is thrown when all have returned.
    package func read(
        _ contents: PackageContents,
        readers: Int = 1,
        wanting: @escaping @Sendable (PackagedBlob) -> Bool,
        each: @escaping @Sendable (PackagedBlob, BlobStream) throws -> Void
    ) throws {
        let queue = WorkQueue<[PackagedBlob]>(threads: max(1, readers)) { run in
            for blob in run where wanting(blob) { try each(blob, try self.open(blob)) }
        }
        do {
            for run in try runs(of: contents.blobs) where !queue.isStopped { queue.add(run) }
        } catch {
            try queue.finish()
            throw error
        }
        try queue.finish()
    }

    /// One pass for a push: hands out each image as soon as it is complete, on `readers` threads at a time, while its bytes
    /// are still at hand. An image that is too large for that, in a package that can only be read forward, comes in a
    /// second pass after all the others, one at a time.
    ///
    /// - Parameters:
    ///   - readers: threads; more than `concurrentReaders` is worth it, since what is in memory is read by any number.
    ///   - each: may open the image's blobs, up to `PackagedImage.concurrentReaders` of them at a time, until it
    ///     returns; cheapest in the order of `blobs`. An image with `trouble` comes too. What it throws ends the walk, and is
    ///     thrown when all have returned.
    /// - Returns: all that was found.
    package func images(
        readers: Int = 1,
        progress: @escaping @Sendable (PackageProgress) -> Void = { _ in },
        each: @escaping @Sendable (PackagedImage) throws -> Void
    ) throws -> PackageContents {
        var all: [PackagedImage] = []
        var later: [PackagedImage] = []
        var others: [PassedFile] = []
        let gate = MemoryGate(limit: spaces.heldTotal.load(ordering: .relaxed))
        // The survey does not run so far ahead that pages are dropped before they were read.
        let pages = MemoryGate(limit: Int64(spaces.limits.cache / 3 * 2))
        let queue = WorkQueue<(image: PackagedImage, held: HeldArchive)>(
            threads: max(1, min(readers, spaces.mostDecoders.load(ordering: .relaxed) - 1)),
            // What waits is bounded by the gates: by its bytes.
            ahead: 64,
            skip: { $0.held.finishOne() },
            work: { item in
                defer { item.held.finishOne() }
                try each(item.image)
            }
        )
        var size: Int64 = 0
        do throws(PackageError) {
            others = try survey(
                progress: progress,
                willHold: { bytes in
                    gate.take(bytes)
                    size = bytes
                },
                released: gate.give
            ) { images, location throws(PackageError) in
                all += images
                if let location {
                    let held = HeldArchive(images.count, size, gate) { self.spaces.release(location) }
                    for image in images { queue.add((image, held)) }
                } else if try self.isSequential(images) {
                    later += images
                } else {
                    let size = images.reduce(0) { sum, image in image.blobs.reduce(sum) { $0 + $1.storedSize } }
                    pages.take(size)
                    let held = HeldArchive(images.count, size, pages) {}
                    for image in images { queue.add((image, held)) }
                }
                return !queue.isStopped
            }
        } catch {
            // What was found before the trouble is pushed all the same; the trouble is the more important news.
            try? queue.finish()
            for image in later.sorted(by: PackagedImage.isStoredBefore) { try? each(image) }
            throw error
        }
        try queue.finish()
        for image in later.sorted(by: PackagedImage.isStoredBefore) { try each(image) }
        return PackageContents(images: all.sorted(by: PackagedImage.isStoredBefore), others: others)
    }

    /// They stand in a package that can only be read forward.
    private func isSequential(_ images: [PackagedImage]) throws(PackageError) -> Bool {
        guard let archive else { return false }
        return try spaces.isForwardOnly(archive) && images.contains { !$0.blobs.isEmpty }
    }

    /// Blobs that one thread had better read one after the other: in the same block, or in the same stretch that can only be
    /// read forward. Runs in stored order.
    private func runs(of blobs: [PackagedBlob]) throws(PackageError) -> [[PackagedBlob]] {
        var runs: [[PackagedBlob]] = []
        var numbers: [RunKey: Int] = [:]
        for blob in blobs {
            guard let source = blob.source, let key = try key(source) else {
                runs.append([blob])
                continue
            }
            if let number = numbers[key] {
                runs[number].append(blob)
            } else {
                numbers[key] = runs.count
                runs.append([blob])
            }
        }
        return runs
    }

    private enum RunKey: Hashable {
        case forward(ByteLocation)
        case block(Int)
    }

    private func key(_ source: BlobSource) throws(PackageError) -> RunKey? {
        if let location = try spaces.forwardOnlyPart(of: source.location) { return .forward(location) }
        guard let archive, case .decoded = archive, let start = source.order.first else { return nil }
        return .block(try spaces.decoded(archive).segmentNumber(at: start))
    }
}

/// What is in memory for the images of one archive, until each of them is done.
private final class HeldArchive: Sendable {
    private let size: Int64
    private let gate: MemoryGate
    private let left: Mutex<Int>
    private let release: @Sendable () -> Void

    /// - Parameter size: bytes that the gate has let in for it.
    init(_ images: Int, _ size: Int64, _ gate: MemoryGate, release: @escaping @Sendable () -> Void) {
        (self.size, self.gate, self.release) = (size, gate, release)
        left = Mutex(images)
    }

    func finishOne() {
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        guard isLast else { return }
        release()
        gate.give(size)
    }
}
