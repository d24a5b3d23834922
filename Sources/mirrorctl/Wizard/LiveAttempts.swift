import Containerd
import Diagnosis
import Glibc
import MirrorSystem
import Operations
import Texts
import Threads
import Wizard

/// Makes the attempts of a pull for the wizard: on this machine, or on the node itself through `ssh -W`.
struct LiveAttempts {
    let image: String
    let cancellation: Cancellation

    /// From this machine.
    func run(_ shown: PullPlan, from report: NodeReport?, each: @escaping (Int, LiveAnswer) -> Void) -> LiveEnd {
        guard let report else { return LiveEnd(problem: Phrase("pull.notReported")) }
        return run(shown, NodePull(report: report, connection: nil), node: nil, each)
    }

    /// From a node; one whose files have changed since is not asked.
    func run(_ shown: PullPlan, on target: SSHTarget, each: @escaping (Int, LiveAnswer) -> Void) -> LiveEnd {
        do throws(NodeFailure) {
            let pull = try NodePull.ask(target, isLive: true, givenVersion: nil, cancellation: cancellation)
            defer { pull.connection?.close() }
            return run(shown, pull, node: target.host, each)
        } catch {
            return LiveEnd(findings: Self.findings(error, target.host))
        }
    }

    private func run(
        _ shown: PullPlan,
        _ pull: NodePull,
        node: String?,
        _ each: @escaping (Int, LiveAnswer) -> Void
    ) -> LiveEnd {
        guard
            var explainer = try? pull.readConfiguration(),
            let plan = try? explainer.plan(for: image), plan.asksTheSame(as: shown)
        else { return LiveEnd(problem: Phrase("pull.changed")) }
        var last = Self.milliseconds()
        let seen = LivePullResult(plan, pull, explainer.credentials, node: node, texts: texts) { exchange in
            guard !cancellation.isCancelled else { return }
            let now = Self.milliseconds()
            each(exchange.attempt, LiveAnswer(exchange, milliseconds: now - last))
            last = now
        }
        return LiveEnd(findings: seen.allFindings.map(\.withoutSecrets), servedBy: seen.servedBy, error: seen.error)
    }

    private static func findings(_ failure: NodeFailure, _ address: String) -> [Finding] {
        let inspection = NodeInspection(target: address, outcome: .failure(failure), isFresh: true)
        return NodeJudgement(inspection).findings.map(\.withoutSecrets)
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension LiveAnswer {
    init(_ exchange: LivePull.Exchange, milliseconds: Int) {
        switch exchange.answer {
        case .response(let response):
            let text = HTTPStatus.line(response.status)
            self.init(text: text, milliseconds: milliseconds, isGood: (200...299).contains(response.status))
        case .failure(let failure): self.init(text: failure.text, milliseconds: milliseconds, isGood: false)
        }
    }
}
