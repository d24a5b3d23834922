import RegistryClient

/// Whether something is tried again, and when: from what was seen so far. A value; it neither waits nor reads a clock.
package struct Retrying: Equatable, Sendable {
    /// A server error that says the same each time is not waited out.
    package static let triesAlike = 4

    private let backoff: Backoff
    private let most: Int
    /// Retries so far.
    package private(set) var count = 0
    private var last: RegistryError?
    private var alike = 0

    package init(_ backoff: Backoff, _ step: PushFailure.Step) {
        self.backoff = backoff
        // What has never answered is more likely a wrong address than a restart.
        most = step == .login ? min(2, backoff.retries) : backoff.retries
    }

    /// Milliseconds until the next try; `nil` when there is to be none.
    package mutating func next(after trouble: RegistryError, using random: inout some RandomNumberGenerator) -> Int? {
        alike = trouble == last ? alike + 1 : 1
        last = trouble
        guard trouble.isWorthRetrying, count < most, !isSettled(trouble) else { return nil }
        let asked = trouble.retryAfterSeconds
        guard (asked ?? 0) <= Backoff.longestRetryAfterSeconds else { return nil }
        defer { count += 1 }
        return backoff.milliseconds(retry: count, retryAfterSeconds: asked, using: &random)
    }

    /// Counts a try that needs no waiting; `false` when there were enough.
    package mutating func again() -> Bool {
        guard count < most else { return false }
        count += 1
        return true
    }

    /// Something went well: what was before no longer counts.
    package mutating func reset() { (count, last, alike) = (0, nil, 0) }

    /// 500 is the server's own trouble with this request: 502 to 504 are those of a proxy whose server may come back. What drips
    /// or says nothing costs its deadline each time.
    private func isSettled(_ trouble: RegistryError) -> Bool {
        switch trouble {
        case .transport(.timedOut(.answering)): alike >= 2
        case .transport(.timedOut(.requesting)): alike >= 3
        default: trouble.status == 500 && alike >= Self.triesAlike
        }
    }
}
