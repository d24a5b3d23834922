/// Where everything stands: which blob is in which repository, and which images wait for what. A value; `PushRun` guards it.
struct PushBoard: Sendable {
    enum UnitState: Equatable, Sendable {
        /// Not looked at yet.
        case unknown
        case missing
        case stored(MadeLayer)
        case failed(PushFailure)
    }

    struct ImageState: Sendable {
        var waitsFor: Set<PushUnit>
        var failure: PushFailure?
        var isOver = false
    }

    let images: [PushImage]
    private(set) var units: [PushUnit: UnitState] = [:]
    private(set) var imageStates: [ImageState] = []
    private var users: [PushUnit: [Int]] = [:]
    /// Units whose blob the registry did not take over from another repository.
    private var refusedMounts: Set<PushUnit> = []
    /// What a blob has become, wherever it is.
    private(set) var known: [BlobName: MadeLayer] = [:]
    /// How often the bytes of a unit had to be read again.
    private var readings: [PushUnit: Int] = [:]

    init(_ images: [PushImage]) {
        self.images = images
        for (index, image) in images.enumerated() {
            let wanted = Set(image.blobs.map { PushUnit(repository: image.repository, blob: $0.name) })
            imageStates.append(ImageState(waitsFor: wanted))
            for unit in wanted {
                units[unit] = .unknown
                users[unit, default: []].append(index)
            }
        }
    }

    /// Digests and sizes of an image's blobs, once all are stored.
    func blobs(of image: Int) -> [String: Int] {
        var result: [String: Int] = [:]
        for blob in images[image].blobs {
            let unit = PushUnit(repository: images[image].repository, blob: blob.name)
            if case .stored(let layer) = units[unit] { result[layer.digest] = layer.size }
        }
        return result
    }

    var made: [String: MadeLayer] {
        var result: [String: MadeLayer] = [:]
        for (name, layer) in known { if case .made(let id) = name { result[id] = layer } }
        return result
    }

    mutating func missing(_ unit: PushUnit) { units[unit] = .missing }

    /// - Returns: images that wait for nothing more.
    mutating func stored(_ unit: PushUnit, _ layer: MadeLayer) -> [Int] {
        units[unit] = .stored(layer)
        known[unit.blob] = layer
        var ready: [Int] = []
        for image in users[unit] ?? [] where imageStates[image].waitsFor.remove(unit) != nil {
            if imageStates[image].waitsFor.isEmpty, !imageStates[image].isOver { ready.append(image) }
        }
        return ready
    }

    /// - Returns: images that fail with it.
    mutating func failed(_ unit: PushUnit, _ failure: PushFailure) -> [Int] {
        units[unit] = .failed(failure)
        let lost = (users[unit] ?? []).filter { !imageStates[$0].isOver }
        for image in lost { end(image, failure) }
        return lost
    }

    mutating func end(_ image: Int, _ failure: PushFailure? = nil) {
        imageStates[image].isOver = true
        imageStates[image].failure = failure
    }

    /// What still has to get in, for images that can still be completed.
    var missingUnits: [PushUnit] {
        units.filter { unit, state in
            state == .missing && (users[unit] ?? []).contains { !imageStates[$0].isOver }
        }.map(\.key).sorted { ($0.repository, $0.blob.key) < ($1.repository, $1.blob.key) }
    }

    /// A repository that has the blob, unless taking it over was refused before.
    func source(for unit: PushUnit) -> (repository: String, layer: MadeLayer)? {
        guard !refusedMounts.contains(unit), let layer = known[unit.blob] else { return nil }
        for (other, state) in units where other.blob == unit.blob && other.repository != unit.repository {
            if case .stored = state { return (other.repository, layer) }
        }
        return nil
    }

    /// Missing units that another repository could give.
    var mountable: [PushUnit] { missingUnits.filter { source(for: $0) != nil } }

    mutating func mountRefused(_ unit: PushUnit) { refusedMounts.insert(unit) }

    /// Counts another reading; how many there were.
    mutating func readAgain(_ unit: PushUnit) -> Int {
        readings[unit, default: 0] += 1
        return readings[unit] ?? 0
    }
}
