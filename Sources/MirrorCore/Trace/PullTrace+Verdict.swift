extension PullTrace {
    /// What happened, and what the Pod shows of it: one or two sentences.
    package var verdict: Phrase {
        var values = ["image": image, "registryHost": registryHost]
        guard let cause else { return withoutHost(values) }
        values["host"] = cause.host
        var parts = ["what": cause.fault.phrase]
        if result == .pulled { return Phrase("trace.verdict.pulledElsewhere", values, parts: parts) }
        guard let error else { return Phrase("trace.verdict.noEvent", values, parts: parts) }
        guard isCauseHidden else {
            let key = cause.isUpstream ? "trace.verdict.upstream" : "trace.verdict.shown"
            return Phrase(key, values, parts: parts)
        }
        parts["shown"] = (shown?.fault ?? error.fault).phrase
        guard let shownHost = shown?.host ?? error.host else {
            return Phrase("trace.verdict.hiddenBySummary", values, parts: parts)
        }
        values["shownHost"] = shownHost
        return Phrase("trace.verdict.hidden", values, parts: parts)
    }

    private func withoutHost(_ values: [String: String]) -> Phrase {
        if result == .pulled { return Phrase("trace.verdict.pulled", values) }
        guard let error else { return Phrase("trace.verdict.unfinished", values) }
        return Phrase("trace.verdict.hostUnknown", values, parts: ["what": error.fault.phrase])
    }

    /// What each attempt led to.
    package func consequence(of index: Int) -> Phrase {
        let isLast = index == attempts.count - 1
        guard isLast else { return Phrase("trace.then.next") }
        return Phrase(result == .pulled ? "trace.then.pulledElsewhere" : "trace.then.fails")
    }
}
