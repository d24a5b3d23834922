import Containerd
import Diagnosis
import MirrorCore
import Texts

/// `why --log --output json`
struct TraceJSON: Encodable {
    struct Attempt: Encodable {
        let host: String
        let url: String?
        let method: String?
        /// What the host answered, as one word: `expired`, `notFound`, `status` …
        let fault: String
        /// The HTTP status, where there was one.
        let status: Int?
        let text: String
        /// Of the log, from 1; absent when only the error at the end tells of it.
        let line: Int?
        /// The registry itself, not a mirror.
        let isUpstream: Bool
        /// `HOST[:PORT]` of the token server that failed.
        let tokenServer: String?
        let source: WhyJSON.Source?

        init(_ attempt: TracedAttempt, _ places: [String: SourcePosition]) {
            host = printable(attempt.host)
            url = attempt.url.map(shown)
            method = attempt.method.map(printable)
            fault = attempt.fault.name
            if case .status(let number) = attempt.fault { status = number } else { status = nil }
            text = shown(attempt.text)
            line = attempt.line
            isUpstream = attempt.isUpstream
            tokenServer = attempt.tokenServer.map(printable)
            source = places[attempt.host].map { WhyJSON.Source(file: $0.file, line: $0.line) }
        }
    }

    struct Cause: Encodable {
        let host: String?
        let fault: String
    }

    let image: String
    let registryHost: String
    /// `pulled`, `failed` or `unknown`
    let result: String
    /// How often the log shows this image being pulled; the last time is told.
    let pulls: Int
    let attempts: [Attempt]
    /// Of this image or of another one that was pulled at the same time; nothing in the log tells which.
    let doubtful: [Attempt]
    let podEvent: String?
    /// The attempt that the event shows, as an index into `attempts`.
    let podEventAttempt: Int?
    let cause: Cause?
    let isCauseHidden: Bool
    let verdict: String
    let findings: [FindingJSON]
    /// Known troubles of GDC releases that may have played a part; the log is no evidence for them.
    let possible: [FindingJSON]

    init(_ trace: PullTrace, places: [String: SourcePosition], versions: [GDCVersion] = []) {
        image = trace.image
        registryHost = trace.registryHost
        result = trace.result.rawValue
        pulls = trace.pulls
        attempts = trace.attempts.map { Attempt($0, places) }
        doubtful = trace.doubtful.map { Attempt($0, places) }
        podEvent = trace.error.map { shown($0.podEvent) }
        podEventAttempt = trace.shown.flatMap { trace.attempts.firstIndex(of: $0) }
        cause = trace.causeFault.map { Cause(host: trace.causeHost.map(printable), fault: $0.name) }
        isCauseHidden = trace.isCauseHidden
        verdict = texts(trace.verdict)
        possible = trace.possibleCauses(versions: versions).map { FindingJSON($0) }
        findings = trace.findings.map { FindingJSON($0.withoutSecrets) }
    }
}
