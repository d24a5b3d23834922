import Containerd
import Diagnosis
import Glibc
import MirrorSystem
import Operations
import Synchronization
import Texts
import Threads
import Wizard

/// Does what the troubleshooting track asks for: reports of nodes, the explanation of a pull, the attempts themselves.
final class TroubleService: Sendable {
    private let reports = Mutex<[NodeTarget: NodeInspection]>([:])
    private let gathering = OnlyOne()
    private let asking = OnlyOne()
    /// For OpenSSH, instead of the operator's own.
    private let sshConfig: String?

    init(sshConfig: String?) { self.sshConfig = sshConfig }

    // MARK: Reports

    /// - Parameter each: from other threads, one call at a time.
    func inspect(
        _ places: [NodeTarget],
        _ login: NodeLogin,
        _ file: FleetFile?,
        each: @escaping @Sendable (NodeTarget, TroubledNode.State) -> Void
    ) {
        let cancellation = gathering.begin()
        let targets = places.compactMap { place -> SSHTarget? in
            guard case .node(let address) = place else { return nil }
            return target(address, login)
        }
        let expected = file.map { ExpectedNodes($0.config, besides: $0.path) }
        let gathering = NodeGathering.ssh(targets, hasOwn: true)
        _ = try? gathering.run(NodeGathering.Way(parallel: 16), cancellation: cancellation) { _, inspection in
            var inspection = inspection
            expected?.mark(&inspection)
            let place = NodeTarget.node(address: inspection.target)
            self.reports.withLock { [inspection] in $0[place] = inspection }
            each(place, Self.state(inspection))
        }
    }

    private func target(_ address: String, _ login: NodeLogin) -> SSHTarget {
        SSHTarget(host: address, user: login.user, privateKeyPath: login.privateKeyPath, configPath: sshConfig)
    }

    func cancelInspection() { gathering.cancel() }

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
        do throws(PullRefusal) {
            if let error = judgement.startError { throw .noStart(error, judgement.version) }
            guard var explainer = judgement.explainer else { return .failed(Phrase("pull.notReported")) }
            let plan = try explainer.plan(for: question.image)
            return .explained(
                ExplainedPull(
                    plan: plan,
                    findings: PullJudge(explainer).findings(for: plan),
                    trace: try TraceReader(report.journal.joined(separator: "\n"))
                        .told(of: question.image, hosts: explainer.hosts),
                    isVersionGuessed: judgement.versionOrigin == .guessed
                )
            )
        } catch {
            guard case .noStart(let start, _) = error, !start.isOurLimit, !start.isWithoutConfig else {
                return .failed(error.problem)
            }
            return .noStart(error.problem, meaning: error.verdict, fix: Phrase("pull.mendStart"))
        }
    }

    /// This machine's own report is made when it is first needed.
    private func inspection(of place: NodeTarget) -> NodeInspection? {
        if let known = reports.withLock({ $0[place] }) { return known }
        guard place == .here else { return nil }
        let outcome = NodeCollector().collect(nil)
        let inspection = NodeInspection(target: "localhost", outcome: outcome, isFresh: true)
        reports.withLock { $0[place] = inspection }
        return inspection
    }

    // MARK: Logs

    /// What a log says of the image.
    func trace(_ question: LogQuestion) -> LogOutcome {
        let text: String
        switch question.source {
        case .pasted(let pasted): text = pasted
        case .file(let path):
            do throws(FileError) {
                text = String(decoding: try FileSnapshot(reading: path).bytes, as: UTF8.self)
            } catch {
                return .failed(error.problem)
            }
        }
        let reader = TraceReader(text)
        let images = reader.images
        func nothing() -> LogOutcome {
            .nothing(images: images, kinds: images.isEmpty ? OtherText.kinds(of: text) : [])
        }
        let image = question.image.isEmpty ? images.last : question.image
        guard let image else { return nothing() }
        do throws(PullRefusal) {
            return try reader.told(of: image).map { .traced($0) } ?? nothing()
        } catch {
            return .failed(error.problem)
        }
    }

    // MARK: The attempts

    /// From the node itself, with its CA files and login.
    func ask(_ question: PullQuestion, _ login: NodeLogin, each: @escaping (Int, LiveAnswer) -> Void) -> LiveEnd {
        let cancellation = asking.begin()
        guard case .explained(let pull) = explain(question) else {
            return LiveEnd(problem: Phrase("pull.notReported"))
        }
        // Whom such a configuration asks is not known.
        if pull.plan.error?.isOurLimit == true { return LiveEnd(problem: pull.plan.verdict) }
        let attempts = LiveAttempts(image: question.image, cancellation: cancellation)
        switch question.place {
        case .here: return attempts.run(pull.plan, from: inspection(of: .here)?.report, each: each)
        case .node(let address): return attempts.run(pull.plan, on: target(address, login), each: each)
        }
    }

    func cancelAsking() { asking.cancel() }
}
