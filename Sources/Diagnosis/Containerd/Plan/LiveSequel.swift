import Containerd

/// What a host's answer led to when the attempts of a pull were made.
package enum LiveSequel: Equatable, Sendable {
    case unasked
    case next(PullAttempt)
    case serves
    case fails
    /// The pull was not made to its end.
    case open
}

extension PullPlan {
    /// - Parameters:
    ///   - answered: indices of the attempts that somebody answered, or nobody did.
    ///   - servedBy: the base URL that had the image.
    ///   - error: why the pull fails.
    package func sequel(
        of attempt: PullAttempt,
        answered: some Collection<Int>,
        servedBy: String?,
        error: String?
    ) -> LiveSequel {
        guard answered.contains(attempt.index) else { return .unasked }
        if let later = attempts.first(where: { $0.index > attempt.index && answered.contains($0.index) }) {
            return .next(later)
        }
        if servedBy == attempt.endpoint.baseURL { return .serves }
        return error == nil ? .open : .fails
    }
}
