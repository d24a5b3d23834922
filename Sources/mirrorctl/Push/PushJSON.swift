import MirrorCore
import MirrorSystem
import Operations

/// `push images --output jsonl`: one object on each line as things happen, and a `summary` at last.
///
/// `image` is a name of the package, bytes are the registry's.
struct PushEventJSON: Encodable {
    /// `found`, `package`, `resumed`, `acknowledged`, `blob`, `retry`, `chunk`, `converted`, `readBack` or `image`
    var event: String
    var image: String?
    var repository: String?
    var blob: String?
    var bytes: Int?
    var of: Int?
    var milliseconds: Int?
    /// `sent`, `mounted`, `present`, `failed` or `pushed`
    var result: String?
    var digest: String?
    /// The digest that it would have had.
    var instead: String?
    var finding: FindingJSON?

    init(_ event: PushEvent, images: [PushImage]) {
        self.event = ""
        switch event {
        case .found(_, let image):
            self.event = "found"
            self.image = image.name
            repository = image.repository
            bytes = image.size
        case .packageRead(let bytes, let count):
            self.event = "package"
            self.bytes = bytes
            of = count
        case .resumed(let unit, let bytes):
            self.event = "resumed"
            take(unit)
            self.bytes = bytes
        case .acknowledged(let unit, let bytes):
            self.event = "acknowledged"
            take(unit)
            self.bytes = bytes
        case .unitEnded(let unit, let end):
            self.event = "blob"
            take(unit)
            take(end)
        case .retrying(let unit, let failure, let milliseconds):
            self.event = "retry"
            if let unit { take(unit) }
            self.milliseconds = milliseconds
            finding = failure.finding(repository: unit?.repository ?? "").map { FindingJSON($0) }
        case .chunkShrunk(let bytes):
            self.event = "chunk"
            self.bytes = bytes
        case .converted(let image, let from, let to):
            self.event = "converted"
            self.image = images[image].name
            repository = images[image].repository
            (digest, instead) = (to, from)
        case .readingBack(let image, let blobs, let count):
            self.event = "readBack"
            self.image = images[image].name
            bytes = blobs
            of = count
        case .imageEnded(let image, let end):
            self.event = "image"
            self.image = images[image].name
            repository = images[image].repository
            take(end, images[image])
        }
    }

    private mutating func take(_ unit: RepositoryBlob) {
        repository = unit.repository
        blob = unit.blob.key
    }

    private mutating func take(_ end: PushEvent.UnitEnd) {
        switch end {
        case .sent(let bytes):
            result = "sent"
            self.bytes = bytes
        case .mounted: result = "mounted"
        case .present: result = "present"
        case .failed: result = "failed"
        }
    }

    private mutating func take(_ end: PushEvent.ImageEnd, _ image: PushImage) {
        switch end {
        case .pushed(let digest):
            result = "pushed"
            self.digest = digest
        case .present(let digest):
            result = "present"
            self.digest = digest
        case .failed(let failure):
            result = "failed"
            finding = failure.finding(repository: image.repository).map { FindingJSON($0) }
        }
    }
}

/// `push images --output json`, and the last line of its events.
struct PushSummaryJSON: Encodable {
    struct Image: Encodable {
        let name: String
        let repository: String
        let tags: [String]
        /// `pushed`, `present`, `failed` or `open` (it was not come to)
        let result: String
        let digest: String?
        /// Digests of layers that were not sent because they are elsewhere.
        let foreign: [String]?
        /// All that is missing or different.
        let differences: [DifferenceJSON]?
        let finding: FindingJSON?
    }

    /// `summary`
    let event: String = "summary"
    let target: String
    let isComplete: Bool
    let isInterrupted: Bool
    let sentBytes: Int
    let mountedBytes: Int
    let presentBytes: Int
    let sentBlobs: Int
    let mountedBlobs: Int
    let presentBlobs: Int
    /// What `--dry-run` would send, in bytes of the package.
    let missingBytes: Int
    /// What other repositories of the registry have of the rest, or will have by then.
    let mountableBytes: Int
    let retries: Int
    let milliseconds: Int
    /// What remembers how far it came; `nil` where nothing was begun.
    let journal: String?
    let images: [Image]
    /// Files of the package that belong to no image.
    let passedOver: [PackageList.File]
    let findings: [FindingJSON]
    /// Why it did not begin, in the operator's language.
    var problem: String?
    var nextStep: String?

    /// It did not come to an image.
    init(target: String, _ refusal: Refusal?) {
        self.target = target
        isComplete = false
        isInterrupted = refusal?.status == .interrupted
        (sentBytes, mountedBytes, presentBytes, missingBytes, mountableBytes) = (0, 0, 0, 0, 0)
        (sentBlobs, mountedBlobs, presentBlobs) = (0, 0, 0)
        (retries, milliseconds, journal, images, passedOver, findings) = (0, 0, nil, [], [], [])
        problem = refusal.map { texts($0.problem) }
        nextStep = refusal?.fix.map { texts($0) }
    }

    init(_ result: PushResult) {
        target = result.target
        isComplete = result.outcome.isComplete
        isInterrupted = result.outcome.isInterrupted
        let statistics = result.statistics
        sentBytes = statistics.sentBytes
        mountedBytes = statistics.mountedBytes
        presentBytes = statistics.presentBytes
        sentBlobs = statistics.sentBlobs
        mountedBlobs = statistics.mountedBlobs
        presentBlobs = statistics.presentBlobs
        let open = statistics.open
        (missingBytes, mountableBytes) = (open.sentBytes, open.mountedBytes)
        retries = statistics.retries
        milliseconds = result.milliseconds
        journal = result.journal.isEmpty ? nil : result.journal
        images = zip(result.images, result.outcome.images).map { image, end in
            var digest: String?
            var finding: FindingJSON?
            var differences: [DifferenceJSON]?
            var word = "open"
            switch end {
            case .pushed(let found): (word, digest) = ("pushed", found)
            case .present(let found): (word, digest) = ("present", found)
            case .failed(let failure):
                word = "failed"
                if case .differs(let all) = failure { differences = all.map { DifferenceJSON($0) } }
                finding = failure.finding(repository: image.repository).map { FindingJSON($0) }
            case nil: break
            }
            return Image(
                name: image.name,
                repository: image.repository,
                tags: image.tags,
                result: word,
                digest: digest,
                foreign: image.foreign.isEmpty ? nil : image.foreign,
                differences: differences,
                finding: finding
            )
        }
        passedOver = result.passedOver.map { PackageList.File($0) }
        findings = result.findings.map { FindingJSON($0) }
    }
}

/// Something that is not in the mirror as the package has it.
struct DifferenceJSON: Encodable {
    /// `manifestMissing`, `manifestDiffers`, `digestSaid`, `mediaTypeSaid`, `blobMissing` or `blobSize`
    let what: String
    /// A tag or a digest.
    let reference: String
    /// The manifest's digest, or the blob's bytes as the registry says; -1 where it does not say.
    var foundDigest: String?
    /// What a header of the registry says of the manifest.
    var said: String?
    var foundBytes: Int?
    var expectedBytes: Int?

    init(_ difference: PushFailure.Difference) {
        switch difference {
        case .manifestMissing(let reference): (what, self.reference) = ("manifestMissing", reference)
        case .manifestDiffers(let reference, let found):
            (what, self.reference, foundDigest) = ("manifestDiffers", reference, found)
        case .digestSaid(let reference, let said): (what, self.reference, self.said) = ("digestSaid", reference, said)
        case .mediaTypeSaid(let reference, let said, _):
            (what, self.reference, self.said) = ("mediaTypeSaid", reference, said)
        case .blobMissing(let digest): (what, reference) = ("blobMissing", digest)
        case .blobSize(let digest, let found, let expected):
            (what, reference, foundBytes, expectedBytes) = ("blobSize", digest, found, expected)
        }
    }
}
