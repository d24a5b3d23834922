import Containerd
import Diagnosis
import Glibc
import MirrorCore
import RegistryClient
import Texts
import Threads

/// One probe while it runs.
final class ProbeRun {
    let plan: ProbePlan
    let cancellation: Cancellation
    let origin: ProbeOrigin
    /// Of this process, or of the node.
    private let settings: ProxySettings
    /// The rehearsal's own client, which does as a push does; `continues` as `PushClient` has it.
    private(set) var makePushClient: ((_ continues: @escaping () -> Bool) -> PushClient?)?
    /// The certificate is nobody's concern: what is wrong with it is no finding.
    private(set) var isUnverified = false
    private let progress: (ProbeReport) -> Void
    private let end: ContinuousClock.Instant
    /// Neither a cancellation nor the deadline ends what must not stay half done; it has a short time of its own.
    private var mustFinish = false
    /// Each change is reported at once.
    var report: ProbeReport {
        didSet { if report != oldValue { progress(report) } }
    }

    init(
        _ plan: ProbePlan,
        _ origin: ProbeOrigin,
        _ cancellation: Cancellation,
        _ progress: @escaping (ProbeReport) -> Void
    ) {
        self.plan = plan
        self.origin = origin
        settings = origin.proxies ?? (origin.connector == nil ? .ofThisProcess : .none)
        self.cancellation = cancellation
        self.progress = progress
        end = ContinuousClock.now + .seconds(plan.deadlineSeconds)
        report = ProbeReport(plan: plan, startedAt: Int64(time(nil)))
    }

    func run() -> ProbeReport {
        let (caFile, trust) = origin.readCAFile(plan.caCertPath)
        let (dockerConfig, credential, config) = origin.readLogin(plan.pullCredentialConfigPath, plan.endpoint)
        report.caFile = caFile
        if case .unreadable(.notFound) = caFile, let path = plan.caCertPath { report.caFilesNear = caFiles(near: path) }
        report.dockerConfig = dockerConfig
        report.loginQuirks = credential.map { login in
            login.revealPassword { LoginQuirk.all(username: login.username, password: $0) }
        }
        report.brokenEntries = config?.brokenKeys.filter { $0 != plan.endpoint.hostAndPort }.prefix(20).map {
            bounded($0)
        }
        report.dockerConfigMode = plan.pullCredentialConfigPath.flatMap(permissions)
        // This machine's proxies are none of a node's.
        if origin.connector == nil { report.proxySettings = settings }
        isUnverified = if case .unverified = trust { true } else { false }
        if let root = HTTPURL(plan.endpoint.rootURL) {
            report.proxy = settings.proxy(for: root, plan.proxy)
            guard report.proxy?.scheme != .https else {
                fail(.connect, TransportFailure.proxy(.overTLS))
                return finished()
            }
            let check = addressCheck(root)
            do {
                let transport = try HTTPTransport(
                    trust: trust,
                    proxy: proxies,
                    connector: origin.connector,
                    client: origin.client
                )
                let client = client(root, transport, credential, CredentialScope(trust, config))
                makePushClient = { [proxies, origin] continues in
                    let way = try? HTTPTransport(
                        trust: trust,
                        proxy: proxies,
                        connector: origin.connector,
                        client: origin.client
                    )
                    let tokens = TokenCache(credential: credential, reach: CredentialScope(trust, config))
                    return way.map { PushClient(root: root, transport: $0, tokens: tokens, continues: continues) }
                }
                probe(client)
                report.handshakes = client.handshakes.map { HandshakeCount(origin: $0.origin, count: $0.count) }
                if let check { report.addressFacts = check.result(cancellation) }
            } catch {
                fail(.resolve, TransportFailure(error))
            }
        } else {
            fail(.resolve, .nameNotResolved)
        }
        return finished()
    }

    /// The proxy for each URL, as the plan and this machine's variables say.
    var proxies: @Sendable (HTTPURL) -> HTTPProxy? {
        { [settings, choice = plan.proxy] url in
            settings.proxy(for: url, choice).map { HTTPProxy($0) }
        }
    }

    /// For a name only, and one that means other machines; a proxy would look it up by itself.
    private func addressCheck(_ root: HTTPURL) -> AddressCheck? {
        guard report.proxy == nil, origin.connector == nil, plan.endpoint.hasName, root.host != "localhost",
            !cancellation.isCancelled
        else {
            return nil
        }
        let seconds = min(plan.connectDeadlineSeconds, plan.deadlineSeconds)
        return AddressCheck(host: root.host, port: root.port, seconds: seconds)
    }

    private func client(
        _ root: HTTPURL,
        _ transport: HTTPTransport,
        _ credential: Credential?,
        _ reach: CredentialScope
    ) -> RegistryClient {
        RegistryClient(
            root: root,
            transport: transport,
            credential: credential,
            reach: reach,
            limits: { [unowned self] in limits },
            continues: { [unowned self] milestone in
                reached(milestone)
                return mustFinish || !cancellation.isCancelled
            }
        )
    }

    /// What containerd reads of the header, which is less than stands in it.
    static func nodeChallenges(_ response: HTTPResponse) -> [HTTPChallenge] {
        RegistryChallenge.parse(response.headers.all("www-authenticate")).map {
            HTTPChallenge(scheme: $0.scheme.rawValue, parameters: $0.parameters)
        }
    }

    private func probe(_ client: RegistryClient) {
        client.readChallenges = Self.nodeChallenges
        client.asksForTokensAsNodes = true
        guard let challenges = ping(client) else { return }
        guard login(client, challenges) else {
            // A push reads the whole header, asks for its token by GET, and may get in all the same.
            if report.login?.sent == .nothing(.unknownChallenge) || report.tokenByGETOnly != nil { rehearse(client) }
            return
        }
        content(client)
        endAnonymousLogin()
        rehearse(client)
    }

    func keepingAtIt<Value>(_ work: () -> Value) -> Value {
        mustFinish = true
        defer { mustFinish = false }
        return work()
    }

    /// A blob that is on its way has a short time of its own.
    var proofEnd: ContinuousClock.Instant { max(end, .now + .seconds(10)) }

    /// What is left of the time for one exchange.
    var limits: HTTPLimits {
        if mustFinish { return HTTPLimits(connectMilliseconds: 3_000, totalMilliseconds: 5_000) }
        let left = ContinuousClock.now.duration(to: end)
        let milliseconds = Int(left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000)
        return HTTPLimits(
            connectMilliseconds: max(1, min(plan.connectDeadlineSeconds * 1000, milliseconds)),
            totalMilliseconds: max(1, min(plan.phaseDeadlineSeconds * 1000, milliseconds))
        )
    }

    // MARK: - Phases

    func start(_ kind: ProbePhase.Kind) { report[kind].status = .running }

    func pass(_ kind: ProbePhase.Kind, _ milliseconds: Double?, _ detail: Phrase? = nil) {
        set(kind, .passed, milliseconds, detail)
    }

    func skip(_ kind: ProbePhase.Kind, _ detail: Phrase) { set(kind, .skipped, nil, detail) }

    func fail(_ kind: ProbePhase.Kind, _ milliseconds: Double? = nil, _ detail: Phrase? = nil) {
        set(kind, .failed, milliseconds, detail)
    }

    func fail(_ kind: ProbePhase.Kind, _ failure: TransportFailure?, _ milliseconds: Double? = nil) {
        if let failure { report.failure = report.failure ?? failure }
        // What verification says is more than that it refused.
        let words = failure == .certificateRejected ? report.tls?.problems.first?.text : failure?.words
        set(kind, .failed, milliseconds, words.map { .seen($0) })
    }

    private func set(
        _ kind: ProbePhase.Kind,
        _ status: ProbePhase.Status,
        _ milliseconds: Double?,
        _ detail: Phrase?
    ) {
        report[kind] = ProbePhase(
            kind: kind,
            status: status,
            milliseconds: milliseconds.map { Int(max(0, $0).rounded()) },
            detail: detail
        )
    }

    private func finished() -> ProbeReport {
        var last = report
        last.isCancelled = cancellation.isCancelled
        let reason = Phrase(last.isCancelled ? "probe.cancelled" : "probe.notReached")
        for phase in last.phases where phase.status == .pending || phase.status == .running {
            last[phase.kind] = ProbePhase(kind: phase.kind, status: .skipped, detail: reason)
        }
        last.isFinished = true
        report = last
        return last
    }
}

extension Phrase {
    /// What was seen, without words of ours.
    static func seen(_ text: String) -> Phrase { Phrase("probe.seen", ["text": text]) }
}
