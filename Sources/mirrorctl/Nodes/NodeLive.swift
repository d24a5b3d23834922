import MirrorCore
import MirrorSystem

/// What the attempts of a pull came to when they were made.
struct NodeLive {
    /// The last answer of each attempt, by its index.
    var answers: [Int: String] = [:]
    var findings: [Finding] = []
    /// The base URL that had the image; `nil` when none had.
    var servedBy: String?
    /// Why the pull fails, in containerd's words.
    var error: String?

    /// - Parameter each: after every exchange.
    init(
        _ plan: PullPlan,
        _ pull: NodePull,
        _ credentials: RegistryCredentials,
        node: String?,
        each: (LivePull.Exchange) -> Void = { _ in }
    ) {
        let (exchanges, outcome) = pull.live(plan).run(credentials: credentials, each: each)
        for exchange in exchanges {
            switch exchange.answer {
            case .response(let response): answers[exchange.attempt] = HTTPStatus.line(response.status)
            case .failure(let failure): answers[exchange.attempt] = printable(failure.text)
            }
        }
        switch outcome {
        case .resolved(_, let index): servedBy = plan.attempts[index].endpoint.baseURL
        case .failed(let text): error = plan.wrapped(text)
        case .fetched: break
        }
        guard let node else { return }
        if answers.values.contains(where: { $0.contains(NodeConnection.prohibited) }) {
            let inspection = NodeInspection(target: node, outcome: .failure(.forwardingForbidden), now: 0)
            findings += NodeJudgement(inspection).findings
            return
        }
        for report in pull.with(credentials).probes(plan) { findings += ProbeVerdict(report).judged.map(\.finding) }
    }
}
