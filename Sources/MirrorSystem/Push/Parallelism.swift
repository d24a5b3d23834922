/// How many requests run at once: one more for each round that goes well, half when the registry has too much to do (AIMD).
package struct Parallelism: Equatable, Sendable {
    package let most: Int
    private var allowed: Double
    package private(set) var running = 0

    /// Begins with all of them, as the operator says how many that is.
    package init(most: Int) {
        self.most = max(1, most)
        allowed = Double(self.most)
    }

    package var limit: Int { max(1, min(most, Int(allowed))) }

    /// `false` when as many run as may.
    package mutating func begin() -> Bool {
        guard running < limit else { return false }
        running += 1
        return true
    }

    package mutating func end() { running -= 1 }

    /// More run than may: whoever asks first makes room until `begin` lets it go on.
    package mutating func stepsAside() -> Bool {
        guard running > limit else { return false }
        running -= 1
        return true
    }

    /// Back without asking, to come to an end.
    package mutating func comesBack() { running += 1 }

    package mutating func wentWell() { allowed = min(Double(most), allowed + 1 / allowed) }

    package mutating func hadTooMuch() { allowed = max(1, allowed / 2) }
}
