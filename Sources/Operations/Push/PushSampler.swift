import Dispatch
import MirrorSystem
import Synchronization

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
}

/// Counts what happens during a push and posts where it stands, at an interval.
package final class PushSampler: Sendable {
    private struct State: Sendable {
        var statistics: PushStatistics
        var images: [PushImage]
        var rate = PushRate()
        var isOver = false
    }

    private let source: PackageSource
    private let interval: DispatchTimeInterval
    private let post: @Sendable (PushSample) -> Void
    private let state: Mutex<State>
    private let begun = ContinuousClock.now
    private let queue = DispatchQueue(label: "push sampler")

    init(
        _ images: [PushImage],
        _ source: PackageSource,
        every interval: DispatchTimeInterval,
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
    func begin() { queue.async { self.tick(.begin) } }

    /// Posts the last word; nothing is posted after it.
    func end() {
        queue.sync {
            state.withLock { $0.isOver = true }
            post(sample(.end))
        }
    }

    private func tick(_ moment: PushSample.Moment) {
        guard !state.withLock({ $0.isOver }) else { return }
        post(sample(moment))
        queue.asyncAfter(deadline: .now() + interval) { [weak self] in self?.tick(.between) }
    }

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
