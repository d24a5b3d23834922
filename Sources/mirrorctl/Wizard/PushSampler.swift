import Dispatch
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// Counts what happens during a push and posts where it stands, a few times a second.
final class PushSampler: Sendable {
    private struct State: Sendable {
        var tally: PushStatistics
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
    private let queue = DispatchQueue(label: "push meter")

    init(_ images: [PushImage], _ source: PackageSource, _ post: @escaping @Sendable (PushProgress) -> Void) {
        self.source = source
        self.post = post
        state = Mutex(State(tally: PushStatistics(images), images: images))
    }

    var tally: PushStatistics { state.withLock { $0.tally } }

    var images: [PushImage] { state.withLock { $0.images } }

    func take(_ event: PushEvent) {
        state.withLock { state in
            if case .found(_, let image) = event { state.images.append(image) }
            state.tally.take(event)
        }
    }

    func begin() { queue.async { self.tick() } }

    /// Posts the last word; nothing is posted after it.
    func end() {
        queue.sync {
            state.withLock { $0.isOver = true }
            post(standing)
        }
    }

    private func tick() {
        guard !state.withLock({ $0.isOver }) else { return }
        post(standing)
        queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in self?.tick() }
    }

    private var standing: PushProgress {
        let now = ContinuousClock.now
        let (tally, images, rate) = state.withLock { state in
            state.rate.add(state.tally.acknowledged, at: now)
            return (state.tally, state.images, state.rate.bytesPerSecond)
        }
        var standing = PushProgress(images: images.enumerated().map { Self.image($1, at: $0, tally) })
        standing.total = tally.total
        if !tally.isTotalKnown {
            standing.estimate = tally.expectedTotal
            standing.packagePercent = source.percentRead
        }
        standing.percentReached = tally.percent
        standing.settled = tally.settled
        standing.acknowledged = tally.acknowledged
        standing.sentBytes = tally.sentBytes
        standing.mountedBytes = tally.mountedBytes
        standing.presentBytes = tally.presentBytes
        standing.sentBlobs = tally.sentBlobs
        standing.mountedBlobs = tally.mountedBlobs
        standing.presentBlobs = tally.presentBlobs
        let open = tally.open
        (standing.openBlobs, standing.openBytes) = (open.sentBlobs, open.sentBytes)
        (standing.mountableBlobs, standing.mountableBytes) = (open.mountedBlobs, open.mountedBytes)
        standing.retries = tally.retries
        standing.trouble = tally.lastTrouble?.finding(repository: "")?.withoutSecrets
        standing.bytesPerSecond = rate
        standing.seconds = Int(begun.duration(to: now) / .seconds(1))
        return standing
    }

    private static func image(_ image: PushImage, at index: Int, _ tally: PushStatistics) -> PushProgress.Image {
        let (settled, total) = tally.progress(of: index)
        let stage: PushProgress.Stage =
            switch tally.stages[index] {
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
