import Diagnosis
import MirrorCore
import RegistryClient
import Secrets
import Synchronization
import Threads

/// Why a push cannot even begin.
package enum PushSetupError: Error, Equatable, Sendable {
    case caFile(CAFileFacts)
    /// The Docker config has no login for the registry.
    case noLogin(DockerConfigFacts)
    /// The program that the Docker config names for its logins gives none.
    case helper(String, CredentialHelper.Trouble)
    case badAddress
}

/// Brings images of a package into a registry.
package struct Pusher: Sendable {
    private let root: HTTPURL
    private let trust: Trust
    private let credential: Credential?
    private let reach: CredentialScope
    private let caFile: CAFileFacts

    package init(_ target: PushTarget) throws(PushSetupError) {
        guard let root = HTTPURL(target.endpoint.rootURL) else { throw .badAddress }
        self.root = root
        let (facts, trust) = readCAFile(target.caCertPath)
        caFile = facts
        switch facts {
        case .notGiven, .loaded: self.trust = trust
        default: throw .caFile(facts)
        }
        var config: DockerConfig?
        switch target.login {
        case .none: credential = nil
        case .user(let name, let password):
            credential = password.reveal { Credential(username: name, password: $0) }
        case .dockerConfig(let path):
            let facts: DockerConfigFacts
            (facts, _, config) = readDockerConfig(path, for: target.endpoint)
            let registry = target.endpoint.hostAndPort
            if let known = config?.pushCredential(registry) {
                credential = known
            } else if case .helper(let name, _) = config?.lookup(registry) {
                do throws(CredentialHelper.Trouble) {
                    credential = try CredentialHelper(name).login(for: registry)
                } catch {
                    throw .helper(name, error)
                }
            } else {
                throw .noLogin(facts)
            }
        }
        reach = CredentialScope(trust, config)
    }

    /// - Parameters:
    ///   - images: none to push a `PushStream`, whose images `PushEvent.found` names as they are met.
    ///   - stop: ends it after the current chunk.
    ///   - abort: ends it in the middle of one.
    ///   - report: called from several threads, one at a time.
    package func run(
        _ work: PushWork,
        _ images: [PushImage],
        from source: any PushSource,
        settings: PushSettings,
        journal: PushJournal,
        stop: Cancellation,
        abort: Cancellation,
        report: @escaping @Sendable (PushEvent) -> Void
    ) -> PushOutcome {
        let tokens = TokenCache(credential: credential, reach: reach)
        let lock = Mutex(())
        let context = PushContext(settings, journal: journal, stop: stop) { event in
            lock.withLock { _ in report(event) }
        }
        let handshakes = HandshakeLog()
        let (root, trust, proxies) = (root, trust, ProxySettings.ofThisProcess)
        guard proxies.proxy(for: root, .environment)?.scheme != .https else {
            let nothing = [PushEvent.ImageEnd?](repeating: nil, count: images.count)
            return PushOutcome(images: nothing, failure: .registry(.transport(.proxy(.overTLS)), during: .login))
        }
        let run = PushRun(work, context, source: source, images: images) { takesTurns in
            let proxy: @Sendable (HTTPURL) -> HTTPProxy? = {
                proxies.proxy(for: $0, .environment).map { HTTPProxy($0) }
            }
            guard let transport = try? HTTPTransport(trust: trust, proxy: proxy) else { return nil }
            return PushClient(
                root: root,
                transport: transport,
                tokens: tokens,
                handshakes: handshakes,
                continues: { !abort.isCancelled },
                turn: takesTurns ? { request in try? context.inTurn { request() } } : { $0() }
            )
        }
        var outcome = run.run()
        outcome.warnings = GoWarnings(caFile: caFile).findings(handshakes)
        return outcome
    }

    /// Reads back what should be there, without a journal.
    package func verify(_ images: [PushImage], from source: any PushSource) -> PushOutcome {
        var settings = PushSettings()
        settings.backoff = Backoff(retries: 2)
        let (stop, abort) = (Cancellation(), Cancellation())
        return run(.verify, images, from: source, settings: settings, journal: .volatile, stop: stop, abort: abort) {
            _ in
        }
    }
}
