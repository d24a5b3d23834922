import Texts

/// One cause that a trace can show.
///
/// Its texts are `CODE.title`, `CODE.cause` and `CODE.next` of the catalogue.
package protocol TraceRule: Sendable {
    /// `MIR085n` to `MIR089n`
    var code: String { get }
    var severity: Finding.Severity { get }
    func findings(in trace: PullTrace) -> [Finding]
}

extension TraceRule {
    /// The finding when the cause is one of these faults.
    func finding(in trace: PullTrace, when matches: (PullFault) -> Bool) -> [Finding] {
        guard let fault = trace.causeFault, matches(fault) else { return [] }
        let evidence =
            trace.cause.map { [trace.evidence($0)] } ?? trace.error.map { [$0.podEvent] } ?? []
        return [finding(evidence, trace, host: trace.causeHost)]
    }

    /// - Parameter host: `nil` where nothing says who it was.
    func finding(_ evidence: [String], _ trace: PullTrace, host: String?) -> Finding {
        var values = ["image": trace.image, "registryHost": trace.registryHost]
        var parts = ["host": Phrase("trace.aHost")]
        if let host { (values["host"], parts["host"]) = (host, nil) }
        if case .tokenServer(let fault) = trace.causeFault {
            parts["what"] = fault.phrase
        } else {
            parts["what"] = trace.causeFault?.phrase
        }
        let text = trace.cause?.text ?? trace.error?.podEvent ?? ""
        parts["proxy"] =
            PullFault.proxyAddress(text).map { Phrase("trace.proxy.at", ["address": $0]) }
            ?? Phrase("trace.proxy.unnamed")
        parts["tokenServer"] =
            (trace.cause?.tokenServer ?? trace.error?.tokenServer).map {
                Phrase("trace.tokenServer.at", ["address": $0])
            } ?? Phrase("trace.tokenServer.unnamed")
        return Finding(code: code, severity: severity, evidence: evidence, arguments: values, parts: parts)
    }
}

extension PullTrace {
    /// `12: 172.18.0.20:5000: …`
    func evidence(_ attempt: TracedAttempt) -> String {
        let text = attempt.text.contains(attempt.host) ? attempt.text : "\(attempt.host): \(attempt.text)"
        return attempt.line.map { "\($0): \(text)" } ?? text
    }

    /// What is to be mended, errors first.
    package var findings: [Finding] {
        let found = traceRules.flatMap { $0.findings(in: self) }
        return found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
    }
}
