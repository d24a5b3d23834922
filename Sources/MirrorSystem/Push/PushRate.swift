/// How fast bytes are acknowledged: over the last ten seconds.
package struct PushRate: Sendable {
    /// The oldest first.
    private var samples: [(at: ContinuousClock.Instant, bytes: Int)] = []

    package init() {}

    /// - Parameter bytes: all that this push has sent so far.
    package mutating func add(_ bytes: Int, at now: ContinuousClock.Instant = .now) {
        samples.append((now, bytes))
        while let first = samples.first, samples.count > 2, first.at < now - .seconds(10) { samples.removeFirst() }
    }

    /// `nil` while it is too early to say.
    package var bytesPerSecond: Int? {
        guard let first = samples.first, let last = samples.last else { return nil }
        let seconds = first.at.duration(to: last.at) / .seconds(1)
        return seconds > 0.2 ? Int(Double(last.bytes - first.bytes) / seconds) : nil
    }
}
