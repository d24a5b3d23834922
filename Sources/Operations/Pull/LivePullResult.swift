import Containerd
import Diagnosis
import MirrorSystem
import Texts

/// What the attempts of a pull came to when they were made.
package struct LivePullResult: Sendable {
    /// The last answer of each attempt, by its index.
    package var answers: [Int: String] = [:]
    /// What stands in the way of asking.
    package var findings: [Finding] = []
    /// The base URL that had the image; `nil` when none had.
    package var servedBy: String?
    /// Why the pull fails, in containerd's words.
    package var error: String?
    /// What the probe saw of each mirror, from the node.
    package var reports: [ProbeReport] = []

    /// What stands in the way of asking, and what the probe saw.
    package var allFindings: [Finding] { findings.adding(probed: reports) }

    package func verdict(of plan: PullPlan) -> Phrase { plan.liveVerdict(servedBy: servedBy, error: error) }

    package func isGood(_ plan: PullPlan) -> Bool { plan.ending(servedBy: servedBy, error: error).isGood }

    /// - Parameters:
    ///   - texts: in which it is said why an attempt was not made.
    ///   - each: after every exchange.
    package init(
        _ plan: PullPlan,
        _ pull: NodePull,
        _ credentials: RegistryCredentials,
        node: String?,
        texts: Catalogue,
        each: (LivePull.Exchange) -> Void = { _ in }
    ) {
        var forbidden: Set<Int> = []
        var troubles: [NodeFailure] = []
        func note(_ trouble: NodeFailure, _ attempt: Int) {
            forbidden.insert(attempt)
            if !troubles.contains(trouble) { troubles.append(trouble) }
            answers[attempt] = texts(trouble == .forwardingForbidden ? "why.forbidden" : "pods.notAsked")
        }
        let (_, outcome) = pull.live(plan).run(credentials: credentials) { exchange in
            each(exchange)
            switch exchange.answer {
            case .response(let response):
                _ = pull.connection?.refusedStream()
                answers[exchange.attempt] = HTTPStatus.line(response.status)
            case .failure(let failure):
                // What breaks on the way to the node says nothing of whom the node asks.
                if let trouble = pull.connection?.refusedStream() ?? pull.connection?.brokenStream() {
                    note(trouble, exchange.attempt)
                } else {
                    answers[exchange.attempt] = printable(failure.text)
                }
            }
        }
        switch outcome {
        case .resolved(_, let index): servedBy = plan.attempts[index].endpoint.baseURL
        // What nobody could ask says nothing about the pull.
        case .failed(let text): error = forbidden.isEmpty ? plan.wrapped(text) : nil
        case .fetched: break
        }
        guard let node else { return }
        for trouble in troubles {
            findings += NodeJudgement(NodeInspection(target: node, outcome: .failure(trouble), now: 0)).findings
        }
        let seen = pull.with(credentials).probes(plan, without: forbidden)
        if pull.connection?.brokenStream() == nil { reports = seen }
    }

    /// What a bundle says of attempts that were made somewhere else; `nil` when none were.
    package init?(_ bundle: EvidenceBundle) {
        guard bundle.servedBy != nil || bundle.liveError != nil || !bundle.live.isEmpty else { return nil }
        answers = bundle.live
        servedBy = bundle.servedBy
        error = bundle.liveError
        reports = bundle.probes
    }
}

extension [Finding] {
    /// Each once, with what the probe found.
    package func adding(_ more: [Finding] = [], probed reports: [ProbeReport]) -> [Finding] {
        var all = self
        for finding in more + reports.flatMap({ ProbeVerdict($0).judged.map(\.finding) }) where !all.contains(finding) {
            all.append(finding)
        }
        return all
    }
}
