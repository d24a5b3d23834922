/// How long to wait before trying again.
package struct Backoff: Equatable, Sendable {
    package let firstMilliseconds: Int
    package let longestMilliseconds: Int
    /// Tries after the first.
    package let retries: Int

    /// Eight tries over about a minute: a registry that is restarted is back by then.
    package init(firstMilliseconds: Int = 500, longestMilliseconds: Int = 20_000, retries: Int = 8) {
        self.firstMilliseconds = firstMilliseconds
        self.longestMilliseconds = longestMilliseconds
        self.retries = retries
    }

    /// What is waited for in a `Retry-After`: a registry that wants longer is asked again by the next push.
    package static let longestRetryAfterSeconds = 900

    /// Milliseconds before retry `number`, counted from 0: doubled each time, of which a random half is taken away, so that
    /// many clients do not come back at once. What the registry asks for in `Retry-After` is never undercut.
    package func milliseconds(
        retry number: Int,
        retryAfterSeconds: Int? = nil,
        using random: inout some RandomNumberGenerator
    ) -> Int {
        let doubled = firstMilliseconds << min(number, 16)
        let longest = min(doubled, longestMilliseconds)
        let jittered = longest / 2 + Int.random(in: 0...max(1, longest / 2), using: &random)
        guard let retryAfterSeconds else { return jittered }
        return max(jittered, retryAfterSeconds * 1000 + Int.random(in: 0...250, using: &random))
    }
}
