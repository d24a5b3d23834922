import Glibc
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// Does what the troubleshooting track asks for: reports of nodes, the explanation of a pull, the attempts themselves.
final class TroubleDesk: Sendable {
    private let reports = Mutex<[NodePlace: NodeInspection]>([:])
    private let gathering = Mutex<Cancellation?>(nil)
    private let asking = Mutex<Cancellation?>(nil)

    // MARK: Reports

    /// - Parameter each: from other threads, one call at a time.
    func inspect(
        _ places: [NodePlace],
        _ login: NodeLogin,
        each: @escaping @Sendable (NodePlace, TroubledNode.State) -> Void
    ) {
        let cancellation = Cancellation()
        gathering.withLock { current in
            current?.cancel()
            current = cancellation
        }
        let targets = places.compactMap { place -> SSHTarget? in
            guard case .node(let address) = place else { return nil }
            return SSHTarget(host: address, user: login.user, privateKeyPath: login.privateKeyPath)
        }
        let fleet = NodeFleet(collector: NodeCollector(), parallel: 16)
        _ = fleet.collect(targets, cancellation: cancellation) { _, inspection in
            let place = NodePlace.node(address: inspection.target)
            self.reports.withLock { $0[place] = inspection }
            each(place, Self.state(inspection))
        }
    }

    func cancelInspection() { Self.cancel(gathering) }

    private static func state(_ inspection: NodeInspection) -> TroubledNode.State {
        let judgement = NodeJudgement(inspection)
        let findings = judgement.findings.map(\.withoutSecrets)
        guard let report = inspection.report else {
            return findings.first.map { .failed($0) } ?? .unasked
        }
        return .reported(
            NodeSummary(
                name: report.name,
                containerdVersion: "\(judgement.version)",
                identity: judgement.identityDigest,
                findings: findings
            )
        )
    }

    // MARK: One pull

    func explain(_ question: PullQuestion) -> PullOutcome {
        guard let inspection = inspection(of: question.place), let report = inspection.report else {
            return .failed(Phrase("pull.notReported"))
        }
        let judgement = NodeJudgement(inspection)
        if let error = judgement.startError { return .failed(error.phrase) }
        guard var explainer = judgement.explainer else { return .failed(Phrase("pull.notReported")) }
        do throws(ImageReferenceError) {
            let plan = try explainer.explain(question.image)
            return .explained(
                ExplainedPull(
                    plan: plan,
                    findings: explainer.findings(for: plan),
                    trace: try TraceReader(report.journal.joined(separator: "\n")).trace(of: question.image),
                    isVersionGuessed: judgement.versionOrigin == .guessed
                )
            )
        } catch {
            return .failed(Phrase("why.badImage", ["image": question.image, "reason": error.description]))
        }
    }

    /// This machine's own report is made when it is first needed.
    private func inspection(of place: NodePlace) -> NodeInspection? {
        if let known = reports.withLock({ $0[place] }) { return known }
        guard place == .here else { return nil }
        let outcome = NodeCollector().collect(nil)
        let inspection = NodeInspection(target: "localhost", outcome: outcome, isFresh: true)
        reports.withLock { $0[place] = inspection }
        return inspection
    }

    // MARK: The attempts

    /// With the node's CA files and credentials, from this machine.
    func ask(_ question: PullQuestion, each: (Int, LiveAnswer) -> Void) {
        let cancellation = Cancellation()
        asking.withLock { current in
            current?.cancel()
            current = cancellation
        }
        guard case .explained(let pull) = explain(question), let inspection = inspection(of: question.place),
            let explainer = NodeJudgement(inspection).explainer
        else { return }
        var last = Self.milliseconds()
        _ = LivePull(plan: pull.plan, files: explainer.files).run(credentials: explainer.credentials) { exchange in
            guard !cancellation.isCancelled else { return }
            let now = Self.milliseconds()
            each(exchange.attempt, LiveAnswer(exchange, milliseconds: now - last))
            last = now
        }
    }

    func cancelAsking() { Self.cancel(asking) }

    private static func cancel(_ cancellation: borrowing Mutex<Cancellation?>) {
        cancellation.withLock { current in
            current?.cancel()
            current = nil
        }
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
