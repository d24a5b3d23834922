import Containerd
import Diagnosis
import Operations
import Texts

/// `why` for people.
struct WhyText {
    let text: String

    /// - Parameter live: what happened when the attempts were made; then nothing is said of what could happen.
    init(plan: PullPlan, findings: [Finding], live: LivePullResult? = nil) {
        let heading = [
            "image": plan.reference.normalized, "version": "\(plan.rules.version)",
            "mode": texts("why.mode.\(plan.mode.rawValue)"),
        ]
        var lines = [texts("why.heading", heading), ""]
        for attempt in plan.attempts { lines += Self.lines(attempt, plan, live) }
        if let live {
            if let url = live.servedBy { lines += [texts("why.servedNow", ["url": printable(url)]), ""] }
            if let error = live.error {
                lines += [texts("why.failsNow"), "  " + plan.podEvent(wrapped: printable(error)), ""]
            }
        } else if let event = plan.eventOfError {
            lines += [event, ""]
        } else if plan.error == nil, let event = plan.podError(everyoneAnswering: .notFound) {
            lines += [texts("why.podEvent", ["answer": AnswerKind.notFound.rawValue]), "  " + event, ""]
        }
        lines.append(texts(live?.verdict(of: plan) ?? plan.verdict))
        for finding in findings { lines += ["", FindingText(finding).text] }
        text = lines.joined(separator: "\n")
    }

    private static func lines(_ attempt: PullAttempt, _ plan: PullPlan, _ live: LivePullResult?) -> [String] {
        let key = attempt.isAskedForName ? "why.attempt" : "why.skipped"
        var lines = [texts(key, ["number": "\(attempt.index + 1)", "url": attempt.resolveURL])]
        var facts = [texts(attempt.originPhrase) + place(attempt.endpoint.source)]
        facts.append(attempt.tls.map { texts($0) }.joined(separator: "; "))
        facts.append(texts(attempt.credentialPhrase))
        if let answer = live?.answers[attempt.index] { facts.append(texts("why.live", ["answer": answer])) }
        if let live, attempt.isAskedForName { facts += [consequence(attempt, plan, live)].compactMap { $0 } }
        lines += facts.map { "   " + $0 }
        if live == nil, attempt.isAskedForName {
            lines += attempt.possibleAnswers.map { kind in
                "   " + outcome(plan.outcome(of: attempt, answering: kind), kind)
            }
        }
        return lines + [""]
    }

    /// What its answer led to; `nil` when that cannot be said.
    private static func consequence(_ attempt: PullAttempt, _ plan: PullPlan, _ live: LivePullResult) -> String? {
        switch plan.sequel(of: attempt, answered: live.answers.keys, servedBy: live.servedBy, error: live.error) {
        case .unasked: texts("why.liveUnasked")
        case .next(let later): texts("why.liveNext", ["next": later.endpoint.baseURL])
        case .serves: texts("why.liveServes")
        case .fails: texts("why.liveFails")
        case .open: nil
        }
    }

    private static func place(_ source: SourcePosition?) -> String {
        guard let source else { return "" }
        return source.line > 0 ? " (\(printable(source.file)):\(source.line))" : " (\(printable(source.file)))"
    }

    static func outcome(_ outcome: AttemptOutcome, _ kind: AnswerKind) -> String {
        switch outcome {
        case .accepted: texts("why.acceptedWhen", ["answer": kind.rawValue])
        case .next(let attempt): texts("why.nextWhen", ["answer": kind.rawValue, "next": attempt.endpoint.baseURL])
        case .fails(let error): texts("why.failsWhen", ["answer": kind.rawValue, "error": error])
        }
    }
}

/// A finding as text commands show it.
struct FindingText {
    let text: String

    init(_ finding: Finding) {
        let evidence = finding.evidence.map { "    " + printable($0) }
        text =
            ([
                "\(finding.severity.rawValue) \(finding.code): \(texts(finding.title))"
            ] + evidence + ["  " + texts(finding.cause), "  → " + texts(finding.nextStep)]).joined(separator: "\n")
    }
}
