import Texts

extension PullTrace {
    /// What happened, and what the Pod shows of it: one or two sentences.
    package var verdict: Phrase {
        var values = ["image": image, "registryHost": registryHost, "count": "\(doubtful.count)"]
        guard let cause else { return withoutAttempt(values) }
        values["host"] = cause.host
        var parts = ["what": cause.fault.phrase]
        if result == .pulled { return Phrase("trace.verdict.pulledElsewhere", values, parts: parts) }
        guard let error else { return Phrase("trace.verdict.noEvent", values, parts: parts) }
        guard isCauseHidden else {
            guard cause.isUpstream else { return Phrase("trace.verdict.shown", values, parts: parts) }
            let key = doubtfulMirrors.isEmpty ? "trace.verdict.upstream" : "trace.verdict.upstreamDoubtful"
            return Phrase(key, values, parts: parts)
        }
        parts["shown"] = (shown?.fault ?? error.fault).phrase
        guard let shownHost = shown?.host ?? error.host else {
            return Phrase("trace.verdict.hiddenBySummary", values, parts: parts)
        }
        values["shownHost"] = shownHost
        return Phrase("trace.verdict.hidden", values, parts: parts)
    }

    private func withoutAttempt(_ values: [String: String]) -> Phrase {
        if result == .pulled { return Phrase("trace.verdict.pulled", values) }
        guard let error else { return Phrase("trace.verdict.unfinished", values) }
        var values = values
        if case .tokenServer(let fault) = error.fault, let server = error.tokenServer, causeHost == nil {
            values["tokenServer"] = server
            return Phrase("trace.verdict.tokenServer", values, parts: ["what": fault.phrase])
        }
        let parts = ["what": error.fault.phrase]
        if error.fault.isOfNode { return Phrase("trace.verdict.noHost", values, parts: parts) }
        if let host = causeHost {
            values["host"] = host
            return Phrase("trace.verdict.onlyAsked", values, parts: parts)
        }
        let key = doubtful.isEmpty ? "trace.verdict.hostUnknown" : "trace.verdict.hostDoubtful"
        return Phrase(key, values, parts: parts)
    }

    /// What each attempt led to.
    package func consequence(of index: Int) -> Phrase {
        let isLast = index == attempts.count - 1
        guard isLast else { return Phrase("trace.then.next") }
        // Somebody else gave what was asked for; what became of it is another question.
        if result == .pulled || cause == nil { return Phrase("trace.then.pulledElsewhere") }
        return Phrase("trace.then.fails")
    }
}
