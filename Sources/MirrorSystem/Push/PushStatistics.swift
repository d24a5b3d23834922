/// A push in numbers, from its events: what a progress view and a summary show. Nothing in it ever goes backwards.
package struct PushStatistics: Equatable, Sendable {
    package enum ImageStage: Equatable, Sendable {
        case waiting
        case readingBack(blobs: Int, of: Int)
        case over(PushEvent.ImageEnd)
    }

    private struct Unit: Equatable, Sendable {
        var size: Int
        var acknowledged = 0
        /// Of the bytes that the registry stores, those of an earlier run, and those that are in `sentBytes`.
        var resumed = 0
        var sent = 0
        var isOver = false
    }

    /// Images that went with OCI's media types instead of Docker's.
    package private(set) var converted: [Int] = []
    package private(set) var stages: [ImageStage] = []
    /// Bytes of the package that are to be in the registry, each repository for itself.
    package private(set) var total = 0
    /// Of those, what is settled: acknowledged, mounted, or there before.
    package private(set) var settled = 0
    /// Of those, what this push sent and the registry acknowledged.
    package private(set) var acknowledged = 0
    /// As the registry stores them, those of unfinished blobs too.
    package private(set) var sentBytes = 0
    package private(set) var mountedBytes = 0
    package private(set) var presentBytes = 0
    package private(set) var sentBlobs = 0
    package private(set) var mountedBlobs = 0
    package private(set) var presentBlobs = 0
    package private(set) var retries = 0
    package private(set) var lastTrouble: PushFailure?
    private var units: [RepositoryBlob: Unit] = [:]
    private var unitsOfImage: [[RepositoryBlob]] = []
    /// The part of the package file that was read; 1 when all images are known.
    private var readPart = 1.0
    /// 0…100, never less than it was; 100 only when everything is settled.
    package private(set) var percent = 0

    /// - Parameter images: none where the package is read only once, and `found` names them one by one.
    package init(_ images: [PushImage]) {
        if images.isEmpty { readPart = 0 }
        for image in images { add(image) }
    }

    private mutating func add(_ image: PushImage) {
        stages.append(.waiting)
        var own: Set<RepositoryBlob> = []
        for blob in image.blobs {
            let unit = RepositoryBlob(repository: image.repository, blob: blob.name)
            own.insert(unit)
            if units[unit] == nil {
                units[unit] = Unit(size: blob.size)
                total += blob.size
            }
        }
        unitsOfImage.append(Array(own))
    }

    /// All images are known.
    package var isTotalKnown: Bool { readPart == 1 }

    /// Of the whole package; while it is read, what the part that was read makes likely.
    package var expectedTotal: Int {
        isTotalKnown ? total : Int(Double(total) / max(readPart, 0.001))
    }

    private mutating func measure() {
        let isWhole = isTotalKnown && settled >= total
        let now = expectedTotal == 0 ? 0 : settled * 100 / expectedTotal
        percent = max(percent, isWhole ? 100 : min(now, 99))
    }

    package mutating func take(_ event: PushEvent) {
        defer { measure() }
        switch event {
        case .found(_, let image): add(image)
        case .packageRead(let bytes, let count): readPart = bytes >= count ? 1 : Double(bytes) / Double(count)
        case .resumed(let unit, let bytes):
            settle(unit, bytes)
            units[unit]?.resumed = bytes
        case .acknowledged(let unit, let bytes):
            acknowledged += settle(unit, bytes)
            countSent(unit, bytes)
        case .unitEnded(let unit, let end): finish(unit, end)
        case .retrying(_, let failure, _):
            retries += 1
            lastTrouble = failure
        case .chunkShrunk: break
        case .converted(let image, _, _): converted.append(image)
        case .readingBack(let image, let blobs, let count): stages[image] = .readingBack(blobs: blobs, of: count)
        case .imageEnded(let image, let end):
            stages[image] = .over(end)
            if case .present = end { settleAsPresent(image) }
        }
    }

    /// - Returns: how many bytes of the package that settles.
    @discardableResult
    private mutating func settle(_ unit: RepositoryBlob, _ bytes: Int) -> Int {
        guard let known = units[unit], !known.isOver else { return 0 }
        // A compressed layer is acknowledged in other bytes than those of the package: never more than it has.
        let more = max(0, min(bytes, known.size) - known.acknowledged)
        settled += more
        units[unit]?.acknowledged += more
        return more
    }

    /// - Parameter bytes: what the registry has of it.
    private mutating func countSent(_ unit: RepositoryBlob, _ bytes: Int) {
        guard let known = units[unit], !known.isOver else { return }
        let more = max(0, bytes - known.resumed - known.sent)
        sentBytes += more
        units[unit]?.sent += more
    }

    private mutating func finish(_ unit: RepositoryBlob, _ end: PushEvent.UnitEnd) {
        if case .sent(let bytes) = end { countSent(unit, bytes) }
        guard var known = units[unit], !known.isOver else { return }
        switch end {
        case .sent:
            acknowledged += known.size - known.acknowledged
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

    /// What is not settled, told apart by how it gets in, in bytes of the package.
    package struct Open: Equatable, Sendable {
        package var sentBlobs = 0
        package var sentBytes = 0
        /// Of other repositories of the registry, as long as it lets them be taken over.
        package var mountedBlobs = 0
        package var mountedBytes = 0

        package init(sentBlobs: Int = 0, sentBytes: Int = 0, mountedBlobs: Int = 0, mountedBytes: Int = 0) {
            (self.sentBlobs, self.sentBytes) = (sentBlobs, sentBytes)
            (self.mountedBlobs, self.mountedBytes) = (mountedBlobs, mountedBytes)
        }
    }

    /// A blob that no repository has is sent to one of them, and the others take it over from there.
    package var open: Open {
        var open = Open()
        var wanted: Set<RepositoryBlob> = []
        for (image, stage) in stages.enumerated() {
            // What fails is not sent.
            if case .over(.failed) = stage { continue }
            wanted.formUnion(unitsOfImage[image])
        }
        for (_, same) in Dictionary(grouping: units.filter { wanted.contains($0.key) }, by: { $0.key.blob }) {
            var isSomewhere = same.contains { $0.value.isOver }
            for (_, unit) in same where !unit.isOver {
                if isSomewhere {
                    open.mountedBlobs += 1
                    open.mountedBytes += unit.size - unit.acknowledged
                } else {
                    open.sentBlobs += 1
                    open.sentBytes += unit.size - unit.acknowledged
                    isSomewhere = true
                }
            }
        }
        return open
    }

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
