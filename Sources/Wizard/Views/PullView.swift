import Containerd
import MirrorCore
import Texts

/// The attempts of one pull as a table: who is asked, what it answers, what follows.
struct PullView {
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        switch (state.trouble.outcome, state.trouble.node.state) {
        case (_, .asking): body.add(texts("pull.waiting"), .info, indent: 0, marker: spinner)
        case (_, .failed(let finding)): body.add(finding, texts)
        case (nil, _): body.add(texts(state.trouble.asked == nil ? "pull.noImage" : "pull.reading"), .hint)
        case (.failed(let phrase), _): body.add(texts(phrase), mark: .wrong)
        case (.noStart(let phrase, let meaning, let fix), _):
            body.add(texts(phrase), mark: .wrong)
            body.add(texts(meaning), .text, indent: 2)
            if let fix { body.add(texts(fix), indent: 2, mark: .remedy) }
        case (.explained(let pull), _): add(pull, to: &body)
        }
    }

    private var spinner: String { Wizard.spinner(state.trouble.frame) }

    private func add(_ pull: ExplainedPull, to body: inout Body) {
        let plan = pull.plan
        let values = [
            "image": plan.reference.normalized, "version": "\(plan.rules.version)",
            "mode": texts("why.mode.\(plan.mode.rawValue)"),
        ]
        body.add(texts(pull.isVersionGuessed ? "pull.headingGuessed" : "why.heading", values), .label)
        body.add(origin, state.trouble.live == nil ? .hint : .text)
        let live = state.trouble.live?.findings ?? []
        // They could not be made at all.
        if state.trouble.answers.isEmpty { for finding in live { body.add(finding, texts) } }
        let widths = Widths(total: body.width)
        body.add([
            Span(
                "#  " + texts("pull.asks").padded(to: widths.asks) + "  "
                    + texts("pull.answer").padded(to: widths.answer)
                    + "  " + texts(isMade ? "pull.thenLive" : "pull.then"),
                .hint
            )
        ])
        for attempt in plan.attempts { add(attempt, plan, widths, to: &body) }
        if let event = plan.eventOfError { body.add(event, mark: .wrong) }
        body.add([Span(String(repeating: "─", count: body.width), .border)])
        addVerdict(plan, to: &body)
        addNow(plan, to: &body)
        if let trace = pull.trace { body.add(texts("pull.log", parts: ["verdict": trace.verdict]), .text) }
        if let problem = state.trouble.live?.problem { body.add(texts(problem), mark: .wrong) }
        let seen = state.trouble.answers.isEmpty ? [] : live
        for finding in seen + pull.allFindings { body.add(finding, texts) }
        if pull.allFindings.isEmpty, live.isEmpty, isWell(plan) {
            body.add(texts("pull.good"), mark: .good)
        }
    }

    private var isMade: Bool { state.trouble.live != nil && !state.trouble.answers.isEmpty }

    /// Where the attempts are made from, before and after they were.
    private var origin: String {
        switch state.trouble.node.place {
        case .here: return texts(isMade ? "pull.madeHere" : "pull.fromHere")
        case .node(let address):
            return texts(isMade ? "pull.madeAtNode" : "pull.fromNode", ["node": printable(address)])
        }
    }

    /// What would happen; once the attempts were made to their end, what did.
    private func addVerdict(_ plan: PullPlan, to body: inout Body) {
        guard isMade, let live = state.trouble.live, live.problem == nil else {
            return body.add(texts(plan.verdict), .text)
        }
        let ending = plan.ending(servedBy: live.servedBy, error: live.error)
        let verdict = plan.liveVerdict(servedBy: live.servedBy, error: live.error)
        body.add(texts(verdict), ending.isGood ? .text : ending == .fails ? .error : .warning)
    }

    /// Nothing that was seen speaks against it.
    private func isWell(_ plan: PullPlan) -> Bool {
        guard isMade, let live = state.trouble.live else { return true }
        return plan.ending(servedBy: live.servedBy, error: live.error).isGood
    }

    /// How the attempts ended.
    private func addNow(_ plan: PullPlan, to body: inout Body) {
        guard isMade, let live = state.trouble.live else { return }
        if let url = live.servedBy { body.add(texts("why.servedNow", ["url": printable(url)]), .text) }
        if let error = live.error {
            body.add(texts("why.failsNow"), .error)
            body.add(plan.podEvent(wrapped: printable(error)), .hint, indent: 2)
        }
    }

    private struct Widths {
        let asks: Int
        let answer: Int
        let then: Int

        init(total: Int) {
            answer = total >= 90 ? 26 : 20
            then = total >= 90 ? 20 : 16
            asks = max(20, total - answer - then - 7)
        }
    }

    private func add(_ attempt: PullAttempt, _ plan: PullPlan, _ widths: Widths, to body: inout Body) {
        let (answer, style) = answer(of: attempt)
        let url = fittingWithDots(printable(attempt.resolveURL), width: widths.asks)
        body.add([
            Span("\(attempt.index + 1)  ", .label), Span(url.padded(to: widths.asks) + "  ", .value),
            Span(fittingWithDots(answer, width: widths.answer).padded(to: widths.answer) + "  ", style),
            Span(fittingWithDots(consequence(of: attempt, plan), width: widths.then), .text),
        ])
        var facts = texts(attempt.originPhrase)
        if let source = attempt.endpoint.source {
            facts = source.line > 0 ? "\(source.file):\(source.line)  \(facts)" : "\(source.file)  \(facts)"
        }
        body.add(printable(facts), .hint, indent: 3)
        body.add(attempt.tls.map { texts($0) }.joined(separator: "; "), .hint, indent: 3)
    }

    private func answer(of attempt: PullAttempt) -> (String, StyleRole) {
        if let answer = state.trouble.answers[attempt.index] {
            let text = "\(answer.isGood ? Mark.good : .wrong) \(printable(answer.text)) \(answer.milliseconds) ms"
            return (text, answer.isGood ? .success : .error)
        }
        guard attempt.isAskedForName else { return (texts("pull.skipped"), .hint) }
        guard state.trouble.asking != nil else { return ("·", .hint) }
        let next = state.trouble.answers.keys.max().map { $0 + 1 } ?? 0
        return (attempt.index == next ? spinner : "·", .info)
    }

    /// What its answer led to, or a 404 would: the commonest way past a mirror.
    private func consequence(of attempt: PullAttempt, _ plan: PullPlan) -> String {
        guard attempt.isAskedForName else { return "" }
        if isMade, let live = state.trouble.live {
            let answered = state.trouble.answers.keys
            switch plan.sequel(of: attempt, answered: answered, servedBy: live.servedBy, error: live.error) {
            case .unasked: return texts("why.liveUnasked")
            case .next: return texts("trace.then.next")
            case .serves: return texts("pull.taken")
            case .fails: return texts("trace.then.fails")
            case .open: return ""
            }
        }
        if state.trouble.answers[attempt.index]?.isGood == true { return texts("pull.taken") }
        switch plan.outcome(of: attempt, answering: .notFound) {
        case .next: return texts("trace.then.next")
        case .accepted: return texts("pull.taken")
        case .fails: return texts("trace.then.fails")
        }
    }
}

extension Catalogue {
    func callAsFunction(_ key: String, parts: [String: Phrase]) -> String { self(Phrase(key, parts: parts)) }
}
