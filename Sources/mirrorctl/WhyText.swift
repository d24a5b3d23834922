import MirrorCore

/// `why` for people.
struct WhyText {
    let text: String

    init(plan: PullPlan, findings: [Finding], trace: [Int: String]) {
        let heading = [
            "image": plan.reference.normalized, "version": "\(plan.rules.version)",
            "mode": texts("why.mode.\(plan.mode.rawValue)"),
        ]
        var lines = [texts("why.heading", heading), ""]
        for attempt in plan.attempts { lines += Self.lines(attempt, plan, trace) }
        if let error = plan.error {
            lines += [plan.podEvent(error.text), ""]
        } else if let event = plan.podError(everyoneAnswering: .notFound) {
            lines += [texts("why.podEvent", ["answer": AnswerKind.notFound.rawValue]), "  " + event, ""]
        }
        lines.append(texts(plan.verdict))
        for finding in findings { lines += ["", FindingText(finding).text] }
        text = lines.joined(separator: "\n")
    }

    private static func lines(_ attempt: PullAttempt, _ plan: PullPlan, _ trace: [Int: String]) -> [String] {
        let key = attempt.isAskedForName ? "why.attempt" : "why.skipped"
        var lines = [texts(key, ["number": "\(attempt.index + 1)", "url": attempt.resolveURL])]
        var facts = [texts(attempt.originPhrase) + place(attempt.endpoint.source)]
        facts.append(attempt.tls.map { texts($0) }.joined(separator: "; "))
        facts.append(texts(attempt.credentialPhrase))
        if let answer = trace[attempt.index] { facts.append(texts("why.live", ["answer": answer])) }
        lines += facts.map { "   " + $0 }
        if attempt.isAskedForName {
            lines += attempt.possibleAnswers.map { kind in
                "   " + outcome(plan.outcome(of: attempt, answering: kind), kind)
            }
        }
        return lines + [""]
    }

    private static func place(_ source: SourcePlace?) -> String {
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
