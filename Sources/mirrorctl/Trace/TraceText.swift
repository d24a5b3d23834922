import Containerd
import Diagnosis
import MirrorCore
import Texts

/// `why --log` for people.
struct TraceText {
    let text: String

    /// Of a busy node there may be thousands.
    private static let doubtfulLines = 20

    /// - Parameter places: host → the line of the node's files that it comes from.
    init(_ trace: PullTrace, places: [String: SourcePosition], versions: [GDCVersion] = []) {
        let key = trace.pulls > 1 ? "trace.heading" : "trace.headingOnce"
        var lines = [texts(key, ["image": trace.image, "count": "\(trace.pulls)"]), ""]
        for (index, attempt) in trace.attempts.enumerated() {
            lines += Self.lines(attempt, index, trace, places[attempt.host])
        }
        if !trace.doubtful.isEmpty {
            lines.append(texts("trace.doubtful"))
            for attempt in trace.doubtful.prefix(Self.doubtfulLines) {
                let line = texts("trace.line", ["line": "\(attempt.line ?? 0)"])
                lines.append("   \(line): \(printable(attempt.host)): \(texts(attempt.fault.phrase))")
            }
            if trace.doubtful.count > Self.doubtfulLines {
                lines.append("   … +\(trace.doubtful.count - Self.doubtfulLines)")
            }
            lines.append("")
        }
        if let error = trace.error {
            lines += [texts(error.isEvent ? "trace.podEvent" : "trace.madeEvent"), "  " + shown(error.podEvent), ""]
        }
        lines.append(texts(trace.verdict))
        for finding in trace.findings { lines += ["", FindingText(finding.withoutSecrets).text] }
        let possible = trace.possibleCauses(versions: versions)
        if !possible.isEmpty { lines += ["", texts("trace.possible.heading")] }
        for finding in possible { lines += ["", FindingText(finding).text] }
        text = lines.joined(separator: "\n")
    }

    private static func lines(
        _ attempt: TracedAttempt,
        _ index: Int,
        _ trace: PullTrace,
        _ place: SourcePosition?
    ) -> [String] {
        let what = texts(attempt.fault.phrase)
        let origin = attempt.line.map { texts("trace.line", ["line": "\($0)"]) } ?? texts("trace.unlogged")
        let head = texts("trace.attempt", ["number": "\(index + 1)", "host": attempt.host])
        var lines = ["\(head)\(what) → \(texts(trace.consequence(of: index))) (\(origin))"]
        if let url = attempt.url { lines.append("   \(attempt.method.map { $0 + " " } ?? "")\(shown(url))") }
        if let place { lines.append("   \(printable(place.file)):\(place.line)") }
        return lines + [""]
    }
}

/// What a log said, without secrets and control characters.
func shown(_ text: String) -> String { printable(Redaction.text(text)) }
