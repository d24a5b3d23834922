import MirrorCore

/// What a node showed besides its configuration, whether anything is wrong with it or not.
extension NodeJudgement {
    package struct CAFact: Equatable, Sendable {
        package let path: String
        /// Empty for a file without a certificate.
        package let certificates: [CertificateFacts]
    }

    /// A pull that the journal shows failing.
    package struct FailedPull: Equatable, Sendable {
        package let image: String
        /// Who is the cause, and with what.
        package let host: String?
        package let fault: PullFault?
        /// What the Pod event shows.
        package let podEvent: String?
    }

    /// CA files that some mirror is verified by.
    package var caFacts: [CAFact] {
        usedCAFiles.map { CAFact(path: $0, certificates: inspection.certificates[$0] ?? []) }
    }

    /// `HTTPS_PROXY=http://p:3128`, without a login, and NO_PROXY: containerd's own, by its environment or its unit's files.
    package var proxies: [String] {
        guard let report = inspection.report else { return [] }
        let settings = ProxySettings(environment: report.environment)
        return [settings.http, settings.https, settings.noProxy].compactMap { $0 }.map { "\($0.name)=\($0.shown)" }
    }

    /// Seconds by which the node's clock is ahead of ours; `nil` when both were not read at the same time.
    package var clockOffset: Int64? {
        guard let clock = inspection.report?.clock, let ours = inspection.askedAt else { return nil }
        return clock.addingClamped(ours == .min ? .max : -ours)
    }

    /// The last of them at the end.
    package var failedPulls: [FailedPull] {
        guard let journal = inspection.report?.outputs["journal"], !journal.isEmpty else { return [] }
        let reader = TraceReader(journal)
        return reader.lastFailures(3).compactMap { image in
            let trace = try? reader.trace(of: image) { explainer?.hosts(of: $0) }
            guard let trace, trace.result == .failed else { return nil }
            return FailedPull(
                image: trace.image,
                host: trace.causeHost,
                fault: trace.causeFault,
                podEvent: trace.error?.podEvent
            )
        }
    }
}
