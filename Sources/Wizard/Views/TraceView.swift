import Diagnosis
import MirrorCore
import Texts

/// What a log says of one pull: who was asked, what went wrong, and which of it the Pod shows.
struct TraceView {
    let texts: Catalogue
    /// Of the cluster's nodes; empty when they are not known.
    var versions: [GDCVersion] = []

    func add(_ trace: PullTrace, to body: inout Body) {
        let key = trace.pulls > 1 ? "trace.heading" : "trace.headingOnce"
        body.add(texts(key, ["image": printable(trace.image), "count": "\(trace.pulls)"]), .label)
        for (index, attempt) in trace.attempts.enumerated() {
            let head = texts("trace.attempt", ["number": "\(index + 1)", "host": printable(attempt.host)])
            let origin = attempt.line.map { texts("trace.line", ["line": "\($0)"]) } ?? texts("trace.unlogged")
            let words = "\(texts(attempt.fault.phrase)) → \(texts(trace.consequence(of: index))) (\(origin))"
            body.add(head + words, attempt.host == trace.cause?.host ? .error : .text)
            if let url = attempt.url { body.add(safe(url), .hint, indent: 3) }
        }
        if !trace.doubtful.isEmpty {
            body.add(texts("trace.doubtful"), .hint)
            for attempt in trace.doubtful.prefix(6) {
                let line = texts("trace.line", ["line": "\(attempt.line ?? 0)"])
                body.add("\(line): \(printable(attempt.host)): \(texts(attempt.fault.phrase))", .hint, indent: 2)
            }
            if trace.doubtful.count > 6 { body.add("… +\(trace.doubtful.count - 6)", .hint, indent: 2) }
        }
        if let error = trace.error {
            body.add(texts(error.isEvent ? "trace.podEvent" : "trace.madeEvent"), .label)
            body.add(safe(error.podEvent), .text, indent: 2)
        }
        body.add([Span(String(repeating: "─", count: body.width), .border)])
        body.add(texts(trace.verdict), .text)
        for finding in trace.findings { body.add(finding, texts) }
        let possible = trace.possibleCauses(versions: versions)
        if !possible.isEmpty { body.add(texts("trace.possible.heading"), .label) }
        for finding in possible { body.add(finding, texts) }
    }

    private func safe(_ text: String) -> String { printable(Redaction.text(text)) }
}
