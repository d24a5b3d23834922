/// What a log says about one pull: who was asked, what they answered, and which of it the Pod shows.
package struct PullTrace: Equatable, Sendable {
    package enum Result: String, Equatable, Sendable { case pulled, failed, unknown }

    /// As the log names it, normalized where it can be.
    package let image: String
    package let registryHost: String
    /// In the order in which they were asked.
    package var attempts: [TracedAttempt] = []
    /// Lines without the image's URL, of a time when other images were pulled too: of this one or of another.
    package var doubtful: [TracedAttempt] = []
    package var result = Result.unknown
    /// The error that the pull ended with; the Pod event shows it.
    package var error: TracedError?
    /// How often the log shows this image being pulled; the last time counts.
    package var pulls = 0
    /// Other images were pulled at the same time.
    package var isInterleaved = false
    /// Hosts that lines of the debug level show being asked for this image.
    package var askedHosts: [String] = []
    /// Files that were passed over, with the line of the log.
    package var undecodedHostsFiles: [String] = []

    package init(image: String, registryHost: String) {
        self.image = image
        self.registryHost = registryHost
    }
}

/// One host that was asked.
package struct TracedAttempt: Equatable, Sendable {
    /// `HOST[:PORT]`
    package let host: String
    package let url: String?
    package let method: String?
    package let fault: PullFault
    /// The registry itself, not a mirror.
    package let isUpstream: Bool
    /// containerd's words.
    package let text: String
    /// Of the log, from 1; `nil` when only the error at the end tells of it.
    package let line: Int?
    /// `HOST[:PORT]` of the token server that failed, where it is known.
    package var tokenServer: String?
}

package struct TracedError: Equatable, Sendable {
    /// As the Pod event shows it.
    package let podEvent: String
    package let fault: PullFault
    /// Whose answer it is, where it says so.
    package let host: String?
    package let line: Int
    /// The text was read as an event, not made from containerd's own line.
    package let isEvent: Bool
    /// `HOST[:PORT]` of the token server that failed, where the error names it.
    package let tokenServer: String?
}

extension PullTrace {
    /// The attempt whose failure is why the mirror was not used: a mirror's before the upstream's, and one that went
    /// wrong before one that merely does not hold the image.
    package var cause: TracedAttempt? {
        if result == .pulled, failedMirrors.isEmpty { return nil }
        // What was fetched, or the node: a host that did not answer before is not to blame for it.
        if result == .failed, let error, error.fault.isOfPuller { return nil }
        if let failed = failedMirrors.first(where: { $0.fault != .status(404) }) { return failed }
        return isErrorOfDoubtful ? nil : failedMirrors.first ?? attempts.first
    }

    /// The error at the end has the words of lines that may be another image's, of more than one host: nobody is known for it,
    /// and those who merely do not hold the image are not to blame.
    private var isErrorOfDoubtful: Bool {
        guard let error, error.host == nil, ![.nobodyHasIt, .status(404)].contains(error.fault) else { return false }
        return doubtful.contains { $0.text.utf8.count > 12 && error.podEvent.hasSuffix($0.text) }
    }

    package var failedMirrors: [TracedAttempt] { attempts.filter { !$0.isUpstream } }

    /// The attempt whose answer the Pod shows.
    package var shown: TracedAttempt? {
        guard let error else { return nil }
        if let host = error.host {
            return attempts.first { $0.host == host && $0.fault == error.fault } ?? attempts.first { $0.host == host }
        }
        let wanted: PullFault = error.fault == .nobodyHasIt ? .status(404) : error.fault
        return attempts.last { $0.fault == wanted }
    }

    /// The Pod shows another error than the one to mend.
    package var isCauseHidden: Bool {
        guard let cause, let error else { return false }
        // A deadline names nobody.
        if error.host == nil, error.fault == .timedOut { return true }
        return shown?.host != cause.host || shown?.fault != cause.fault
    }

    /// What to mend, where no host is known for it too.
    package var causeFault: PullFault? { cause?.fault ?? (result == .pulled ? nil : error?.fault) }

    /// The host that the cause is about: the attempt's, the error's, or the only one that was asked.
    package var causeHost: String? {
        if let cause { return cause.host }
        guard let error, !error.fault.isOfNode else { return nil }
        return error.host ?? (askedHosts.count == 1 ? askedHosts.first : nil)
    }

    /// Mirrors that may have been asked for this image, and for all the log says may not.
    package var doubtfulMirrors: [TracedAttempt] { doubtful.filter { !$0.isUpstream } }
}
