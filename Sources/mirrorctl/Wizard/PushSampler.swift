import Dispatch
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// Counts what happens during a push and posts where it stands, a few times a second.
final class PushSampler: Sendable {
    private struct State: Sendable {
        var statistics: PushStatistics
        /// Those of the package that are known by now.
        var images: [PushImage]
        var rate = PushRate()
        var isOver = false
    }

    private static let interval = DispatchTimeInterval.milliseconds(200)

    private let source: PackageSource
    private let post: @Sendable (PushProgress) -> Void
    private let state: Mutex<State>
    private let begun = ContinuousClock.now
    private let queue = DispatchQueue(label: "push sampler")

    init(_ images: [PushImage], _ source: PackageSource, _ post: @escaping @Sendable (PushProgress) -> Void) {
        self.source = source
        self.post = post
        state = Mutex(State(statistics: PushStatistics(images), images: images))
    }

    var statistics: PushStatistics { state.withLock { $0.statistics } }

    var images: [PushImage] { state.withLock { $0.images } }

    func take(_ event: PushEvent) {
        state.withLock { state in
            if case .found(_, let image) = event { state.images.append(image) }
            state.statistics.take(event)
        }
    }

    func begin() { queue.async { self.tick() } }

    /// Posts the last word; nothing is posted after it.
    func end() {
        queue.sync {
            state.withLock { $0.isOver = true }
            post(progress)
        }
    }

    private func tick() {
        guard !state.withLock({ $0.isOver }) else { return }
        post(progress)
        queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in self?.tick() }
    }

    private var progress: PushProgress {
        let now = ContinuousClock.now
        let (statistics, images, rate) = state.withLock { state in
            state.rate.add(state.statistics.acknowledged, at: now)
            return (state.statistics, state.images, state.rate.bytesPerSecond)
        }
        var progress = PushProgress(images: images.enumerated().map { Self.image($1, at: $0, statistics) })
        progress.total = statistics.total
        if !statistics.isTotalKnown {
            progress.estimate = statistics.expectedTotal
            progress.packagePercent = source.percentRead
        }
        progress.percentReached = statistics.percent
        progress.settled = statistics.settled
        progress.acknowledged = statistics.acknowledged
        progress.sentBytes = statistics.sentBytes
        progress.mountedBytes = statistics.mountedBytes
        progress.presentBytes = statistics.presentBytes
        progress.sentBlobs = statistics.sentBlobs
        progress.mountedBlobs = statistics.mountedBlobs
        progress.presentBlobs = statistics.presentBlobs
        let open = statistics.open
        (progress.openBlobs, progress.openBytes) = (open.sentBlobs, open.sentBytes)
        (progress.mountableBlobs, progress.mountableBytes) = (open.mountedBlobs, open.mountedBytes)
        progress.retries = statistics.retries
        progress.trouble = statistics.lastTrouble?.finding(repository: "")?.withoutSecrets
        progress.bytesPerSecond = rate
        progress.seconds = Int(begun.duration(to: now) / .seconds(1))
        return progress
    }

    private static func image(_ image: PushImage, at index: Int, _ statistics: PushStatistics) -> PushProgress.Image {
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
        return PushProgress.Image(name: image.name, stage: stage, settled: settled, total: total)
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
