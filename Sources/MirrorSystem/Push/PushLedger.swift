/// Where everything stands: which blob is in which repository, and which images wait for what. A value; `PushRun` guards it.
struct PushLedger: Sendable {
    enum UnitState: Equatable, Sendable {
        /// Not looked at yet.
        case unknown
        case missing
        case stored(MadeLayer)
        case failed(PushFailure)

        var isStored: Bool { if case .stored = self { true } else { false } }
    }

    struct ImageState: Sendable {
        var waitsFor: Set<RepositoryBlob>
        var failure: PushFailure?
        /// All its blobs are there, and somebody takes care of its manifests.
        var isFinishing = false
        var isOver = false
    }

    /// Who brings a missing blob.
    enum Claim: Equatable, Sendable {
        /// Whoever asked.
        case read
        /// Another repository.
        case mount
        /// Nobody has to, or somebody does already.
        case nobody
    }

    private(set) var images: [PushImage] = []
    private(set) var units: [RepositoryBlob: UnitState] = [:]
    private(set) var imageStates: [ImageState] = []
    private var users: [RepositoryBlob: [Int]] = [:]
    /// Units whose blob the registry did not take over from another repository.
    private var refusedMounts: Set<RepositoryBlob> = []
    private var hasMounted = false
    /// What a blob has become, wherever it is.
    private(set) var known: [BlobName: MadeLayer] = [:]
    /// How often the bytes of a unit had to be read again.
    private var readings: [RepositoryBlob: Int] = [:]
    /// The same blob in each repository.
    private var unitsOfBlob: [BlobName: [RepositoryBlob]] = [:]
    /// What was handed over for sending.
    private var claimed: Set<BlobName> = []
    private var claimedUnits: Set<RepositoryBlob> = []

    init(_ images: [PushImage] = []) {
        for image in images { add(image) }
    }

    /// - Returns: the image's number.
    @discardableResult mutating func add(_ image: PushImage) -> Int {
        let wanted = Set(image.blobs.map { RepositoryBlob(repository: image.repository, blob: $0.name) })
        images.append(image)
        imageStates.append(ImageState(waitsFor: wanted.filter { units[$0]?.isStored != true }))
        for unit in wanted {
            if units.updateValue(units[unit] ?? .unknown, forKey: unit) == nil {
                unitsOfBlob[unit.blob, default: []].append(unit)
            }
            users[unit, default: []].append(images.count - 1)
        }
        return images.count - 1
    }

    /// Digests and sizes of an image's blobs, once all are stored.
    func blobs(of image: Int) -> [String: Int] {
        var result: [String: Int] = [:]
        for blob in images[image].blobs {
            let unit = RepositoryBlob(repository: images[image].repository, blob: blob.name)
            if case .stored(let layer) = units[unit] { result[layer.digest] = layer.size }
        }
        return result
    }

    var made: [String: MadeLayer] {
        var result: [String: MadeLayer] = [:]
        for (name, layer) in known { if case .made(let id) = name { result[id] = layer } }
        return result
    }

    mutating func missing(_ unit: RepositoryBlob) { units[unit] = .missing }

    /// - Returns: images that wait for nothing more.
    mutating func stored(_ unit: RepositoryBlob, _ layer: MadeLayer) -> [Int] {
        units[unit] = .stored(layer)
        known[unit.blob] = layer
        var ready: [Int] = []
        for image in users[unit] ?? [] where imageStates[image].waitsFor.remove(unit) != nil {
            if beginFinishing(image) { ready.append(image) }
        }
        return ready
    }

    /// `true` once, when the image waits for nothing more.
    mutating func beginFinishing(_ image: Int) -> Bool {
        let state = imageStates[image]
        guard state.waitsFor.isEmpty, !state.isFinishing, !state.isOver else { return false }
        imageStates[image].isFinishing = true
        return true
    }

    /// Says who brings a unit's blob; told to `read`, the caller has to.
    mutating func claim(_ unit: RepositoryBlob) -> Claim {
        guard units[unit] == .missing else { return .nobody }
        if source(for: unit) != nil { return .mount }
        let isNew = claimed.insert(unit.blob).inserted
        guard isNew || refusesMounts else { return .nobody }
        return claimedUnits.insert(unit).inserted ? .read : .nobody
    }

    /// The registry takes nothing over from one repository into another, as far as is known.
    private var refusesMounts: Bool { !refusedMounts.isEmpty && !hasMounted }

    private func isRefused(_ unit: RepositoryBlob) -> Bool { refusesMounts || refusedMounts.contains(unit) }

    /// What is to be read now: for each blob the first of its repositories, from which the others take it over, and those that
    /// could not; at most `most` of them.
    func wanted(most: Int) -> [BlobName: [RepositoryBlob]] {
        Dictionary(grouping: missingUnits, by: \.blob).mapValues { units in
            let apart = units.filter(isRefused)
            return apart.isEmpty ? Array(units.prefix(1)) : Array(apart.prefix(most))
        }
    }

    /// Missing in other repositories than the one where it is now.
    func missing(like unit: RepositoryBlob) -> [RepositoryBlob] {
        (unitsOfBlob[unit.blob] ?? []).filter { units[$0] == .missing && isNeeded($0) }
    }

    private func isNeeded(_ unit: RepositoryBlob) -> Bool {
        (users[unit] ?? []).contains { !imageStates[$0].isOver }
    }

    /// - Returns: images that fail with it.
    mutating func failed(_ unit: RepositoryBlob, _ failure: PushFailure) -> [Int] {
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
    var missingUnits: [RepositoryBlob] {
        units.filter { unit, state in state == .missing && isNeeded(unit) }.map(\.key).sorted {
            ($0.repository, $0.blob.key) < ($1.repository, $1.blob.key)
        }
    }

    /// A repository that has the blob, unless taking it over was refused before.
    func source(for unit: RepositoryBlob) -> (repository: String, layer: MadeLayer)? {
        guard !isRefused(unit), let layer = known[unit.blob] else { return nil }
        let other = unitsOfBlob[unit.blob]?.first { $0.repository != unit.repository && units[$0]?.isStored == true }
        return other.map { ($0.repository, layer) }
    }

    /// Missing units that another repository could give.
    var mountable: [RepositoryBlob] { missingUnits.filter { source(for: $0) != nil } }

    mutating func mountRefused(_ unit: RepositoryBlob) { refusedMounts.insert(unit) }

    mutating func mounted() { hasMounted = true }

    /// Counts another reading; how many there were.
    mutating func readAgain(_ unit: RepositoryBlob) -> Int {
        readings[unit, default: 0] += 1
        return readings[unit] ?? 0
    }
}
