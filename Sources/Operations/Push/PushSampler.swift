import MirrorSystem
import Synchronization
import Threads

/// Where a push stands.
package struct PushSample: Sendable {
    package enum Moment: Sendable { case begin, between, end }

    package let moment: Moment
    package let statistics: PushStatistics
    /// Those of the package that are known by now.
    package let images: [PushImage]
    /// Acknowledged bytes per second over the last while; `nil` before anything is known.
    package let bytesPerSecond: Int?
    /// Of the package file, while images are still met in it.
    package let packagePercent: Int?
    package let seconds: Int

    /// At that rate; `nil` before one is known.
    package var secondsLeft: Int? {
        guard let bytesPerSecond, bytesPerSecond > 0 else { return nil }
        return max(0, statistics.expectedTotal - statistics.settled) / bytesPerSecond
    }
}

/// Counts what happens during a push and posts where it stands, at an interval.
package final class PushSampler: Sendable {
    private struct State: Sendable {
        var statistics: PushStatistics
        var images: [PushImage]
        var rate = PushRate()
    }

    private let source: PackageSource
    private let interval: Duration
    private let post: @Sendable (PushSample) -> Void
    private let state: Mutex<State>
    private let begun = ContinuousClock.now
    private let isOver = Cancellation()
    private let thread = ThreadGroup("push sampler")

    init(
        _ images: [PushImage],
        _ source: PackageSource,
        every interval: Duration,
        _ post: @escaping @Sendable (PushSample) -> Void
    ) {
        self.source = source
        self.interval = interval
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

    /// Posts where it stands now, and again and again.
    func begin() {
        thread.start { [weak self, isOver, interval] in
            self?.tell(.begin)
            while isOver.sleep(until: .now + interval) { self?.tell(.between) }
        }
    }

    deinit { isOver.cancel() }

    /// Posts the last word; nothing is posted after it.
    func end() {
        isOver.cancel()
        thread.wait()
        tell(.end)
    }

    private func tell(_ moment: PushSample.Moment) { post(sample(moment)) }

    private func sample(_ moment: PushSample.Moment) -> PushSample {
        let now = ContinuousClock.now
        let (statistics, images, rate) = state.withLock { state in
            state.rate.add(state.statistics.acknowledged, at: now)
            return (state.statistics, state.images, state.rate.bytesPerSecond)
        }
        return PushSample(
            moment: moment,
            statistics: statistics,
            images: images,
            bytesPerSecond: rate,
            packagePercent: statistics.isTotalKnown ? nil : source.percentRead,
            seconds: Int(begun.duration(to: now) / .seconds(1))
        )
    }
}
