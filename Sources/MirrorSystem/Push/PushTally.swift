/// A push in numbers, from its events: what a progress view and a summary show. Nothing in it ever goes backwards.
package struct PushTally: Equatable, Sendable {
    package enum ImageStage: Equatable, Sendable {
        case waiting
        case readingBack(blobs: Int, of: Int)
        case over(PushEvent.ImageEnd)
    }

    private struct Unit: Equatable, Sendable {
        var size: Int
        var acknowledged = 0
        var isOver = false
    }

    package private(set) var stages: [ImageStage]
    /// Bytes of the package that are to be in the registry, each repository for itself.
    package private(set) var total = 0
    /// Of those, what is settled: acknowledged, mounted, or there before.
    package private(set) var settled = 0
    /// Of those, what this push sent and the registry acknowledged.
    package private(set) var acknowledged = 0
    package private(set) var sentBytes = 0
    package private(set) var mountedBytes = 0
    package private(set) var presentBytes = 0
    package private(set) var sentBlobs = 0
    package private(set) var mountedBlobs = 0
    package private(set) var presentBlobs = 0
    package private(set) var retries = 0
    package private(set) var lastTrouble: PushFailure?
    private var units: [PushUnit: Unit] = [:]
    private var unitsOfImage: [[PushUnit]]

    package init(_ images: [PushImage]) {
        stages = Array(repeating: .waiting, count: images.count)
        unitsOfImage = images.map { image in
            Set(image.blobs.map { PushUnit(repository: image.repository, blob: $0.name) }).map { $0 }
        }
        for image in images {
            for blob in image.blobs {
                units[PushUnit(repository: image.repository, blob: blob.name)] = Unit(size: blob.size)
            }
        }
        total = units.values.reduce(0) { $0 + $1.size }
    }

    package mutating func take(_ event: PushEvent) {
        switch event {
        case .acknowledged(let unit, let bytes): acknowledge(unit, bytes)
        case .unitEnded(let unit, let end): finish(unit, end)
        case .retrying(_, let failure, _):
            retries += 1
            lastTrouble = failure
        case .chunkShrunk: break
        case .readingBack(let image, let blobs, let count): stages[image] = .readingBack(blobs: blobs, of: count)
        case .imageEnded(let image, let end):
            stages[image] = .over(end)
            if case .present = end { settleAsPresent(image) }
        }
    }

    private mutating func acknowledge(_ unit: PushUnit, _ bytes: Int) {
        guard var known = units[unit], !known.isOver else { return }
        // A compressed layer is acknowledged in other bytes than those of the package: never more than it has.
        let now = min(bytes, known.size)
        if now > known.acknowledged {
            settled += now - known.acknowledged
            acknowledged += now - known.acknowledged
            known.acknowledged = now
            units[unit] = known
        }
    }

    private mutating func finish(_ unit: PushUnit, _ end: PushEvent.UnitEnd) {
        guard var known = units[unit], !known.isOver else { return }
        switch end {
        case .sent(let bytes):
            acknowledged += known.size - known.acknowledged
            sentBytes += bytes
            sentBlobs += 1
        case .mounted:
            mountedBytes += known.size
            mountedBlobs += 1
        case .present:
            presentBytes += known.size
            presentBlobs += 1
        case .failed: return
        }
        settled += known.size - known.acknowledged
        known.acknowledged = known.size
        known.isOver = true
        units[unit] = known
    }

    private mutating func settleAsPresent(_ image: Int) {
        for unit in unitsOfImage[image] { finish(unit, .present) }
    }

    /// Acknowledged bytes of an image's blobs, and how many there are.
    package func progress(of image: Int) -> (settled: Int, total: Int) {
        unitsOfImage[image].reduce((0, 0)) { sum, unit in
            guard let known = units[unit] else { return sum }
            return (sum.0 + known.acknowledged, sum.1 + known.size)
        }
    }

    /// Blobs that are not settled, each repository for itself.
    package var openBlobs: Int { units.values.count { !$0.isOver } }

    package var pushed: Int { count { if case .over(.pushed) = $0 { true } else { false } } }
    package var present: Int { count { if case .over(.present) = $0 { true } else { false } } }
    package var failed: Int { count { if case .over(.failed) = $0 { true } else { false } } }

    private func count(_ condition: (ImageStage) -> Bool) -> Int { stages.count { condition($0) } }

    /// Images that are being worked on, those nearest to their end first.
    package var active: [Int] {
        stages.indices.filter { image in
            switch stages[image] {
            case .over: false
            case .readingBack: true
            case .waiting:
                unitsOfImage[image].contains { unit in
                    guard let known = units[unit] else { return false }
                    return known.acknowledged > 0 && !known.isOver
                }
            }
        }
    }
}
