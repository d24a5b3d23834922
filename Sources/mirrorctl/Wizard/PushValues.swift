import Diagnosis
import ImagePackage
import MirrorSystem
import Operations
import Synchronization
import Texts
import Wizard

// The wizard's values of a push, of what the session says.

extension PackageGlance {
    init(_ reader: PackageReader) {
        let form: Form =
            switch reader.form {
            case .folder: .folder
            case .tar: .tar
            case .compressed(let codec, let blocks): .compressed(codec.rawValue, blocks: blocks)
            }
        self.init(form: form, bytes: Int(reader.size))
    }
}

extension PackageReading {
    init(_ step: PackageProgress) {
        self.init(bytesRead: Int(step.bytesRead), bytesTotal: Int(step.bytesTotal), images: step.imagesFound)
    }
}

extension PackageInventory {
    init(_ contents: PackageContents) {
        self.init(
            images: contents.images.map { image in
                PackageItem(
                    name: image.tags.first.map { "\(image.name):\($0)" } ?? image.name,
                    registryHost: image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" }),
                    bytes: image.blobs.reduce(0) { $0 + Int($1.storedSize) },
                    blobs: image.blobs.count,
                    trouble: image.trouble?.problem
                )
            },
            others: contents.others.map(\.name)
        )
    }
}

extension PushJob {
    init(_ order: PushOrder) {
        var settings = PushSettings()
        settings.threads = order.threads
        settings.bytesPerSecond = order.bytesPerSecond
        self.init(
            order.work,
            order.target,
            settings: settings,
            stateFolder: StateFolder.path ?? ".mirrorctl",
            interval: .milliseconds(200)
        )
    }
}

extension PushOrder {
    var encoding: LayerEncoding {
        switch compression {
        case .gzip: .gzip
        case .zstd: .zstd
        }
    }
}

extension PushEnd {
    init(_ result: PushResult) {
        let kind: Kind =
            result.outcome.isInterrupted
            ? .stopped : result.outcome.isComplete ? .complete : .incomplete
        self.init(
            kind,
            findings: result.findings.map(\.withoutSecrets),
            journal: result.journal,
            milliseconds: result.milliseconds
        )
    }
}

extension PushProgress {
    init(_ sample: PushSample) {
        let statistics = sample.statistics
        self.init(images: sample.images.enumerated().map { Image($1, at: $0, statistics) })
        active = statistics.active
        total = statistics.total
        isTotalKnown = statistics.isTotalKnown
        packagePercent = sample.packagePercent
        percent = statistics.percent
        secondsLeft = sample.secondsLeft
        settled = statistics.settled
        acknowledged = statistics.acknowledged
        sentBytes = statistics.sentBytes
        mountedBytes = statistics.mountedBytes
        presentBytes = statistics.presentBytes
        sentBlobs = statistics.sentBlobs
        mountedBlobs = statistics.mountedBlobs
        presentBlobs = statistics.presentBlobs
        let open = statistics.open
        (openBlobs, openBytes) = (open.sentBlobs, open.sentBytes)
        (mountableBlobs, mountableBytes) = (open.mountedBlobs, open.mountedBytes)
        retries = statistics.retries
        trouble = statistics.lastTrouble?.finding(repository: "")?.withoutSecrets
        bytesPerSecond = sample.bytesPerSecond
        seconds = sample.seconds
    }
}

extension PushProgress.Image {
    fileprivate init(_ image: PushImage, at index: Int, _ statistics: PushStatistics) {
        let (settled, total) = statistics.progress(of: index)
        let stage: PushProgress.Stage =
            switch statistics.stages[index] {
            case .waiting: .waiting
            case .readingBack(let blobs, let count): .readingBack(blobs: blobs, of: count)
            case .over(.pushed): .pushed
            case .over(.present): .present
            case .over(.failed(let failure)):
                .failed(failure.finding(repository: image.repository)?.withoutSecrets)
            }
        self.init(name: image.name, stage: stage, settled: settled, total: total)
    }
}

/// Lets something through five times a second.
final class Pace: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    var isDue: Bool {
        last.withLock { last in
            let now = ContinuousClock.now
            if let last, now < last + .milliseconds(200) { return false }
            last = now
            return true
        }
    }
}
