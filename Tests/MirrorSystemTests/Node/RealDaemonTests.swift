import Containerd
import Diagnosis
import Foundation
import Glibc
import MirrorSystem
import Secrets
import TestSupport
import Testing

/// A real containerd pulls over CRI; what reaches the registries must be what the engine says.
///
/// Takes a minute: a black hole costs containerd's whole dial timeout. The daemons run beside each other.
@Suite(.daemons) struct RealDaemonTests {
    struct Result: Decodable {
        struct Request: Decodable {
            let method: String
            let url: String
            let status: Int
            let isAuthorized: Bool
            let headers: [String: String]
            let body: String
        }

        let scenario: String
        let image: String
        /// imagePullSecrets: user, password, server.
        let secret: [String]?
        let error: String?
        let requests: [Request]
    }

    /// Debian 12's own, and those of later suites that Tests/setup fetches, in whatever version they are there.
    enum Daemon: String, CaseIterable { case installed, trixie, forky }

    /// The folder with the daemon's programs; `nil` when they are not here.
    private static func programs(_ daemon: Daemon) -> String? {
        let folder =
            daemon == .installed ? "/usr/bin" : "\(repositoryRoot)/.build/later-suites/\(daemon.rawValue)/usr/bin"
        return access(folder + "/containerd", X_OK) == 0 && access(folder + "/ctr", X_OK) == 0 ? folder : nil
    }

    private static let isPossible =
        geteuid() == 0
        && ["/usr/bin/docker-registry", "/usr/bin/unshare"].allSatisfy { (path: String) in access(path, X_OK) == 0 }

    @Test(.enabled(if: isPossible && programs(.installed) != nil, "needs root, containerd and docker-registry"))
    func theRegistriesSeeWhatTheEngineSays() async throws { try await compare(.installed, isLine: "1.6") }

    @Test(.enabled(if: isPossible && programs(.trixie) != nil, "not run: Tests/setup has to fetch trixie's"))
    func theRegistriesSeeWhatTheEngineSaysOfDebian13() async throws { try await compare(.trixie, isLine: "1.7") }

    @Test(.enabled(if: isPossible && programs(.forky) != nil, "not run: Tests/setup has to fetch forky's"))
    func theRegistriesSeeWhatTheEngineSaysOfForky() async throws { try await compare(.forky, isLine: "2.") }

    private func compare(_ daemon: Daemon, isLine line: String) async throws {
        let programs = try #require(Self.programs(daemon))
        let said = try Tool.run("\(programs)/containerd", ["--version"]).output
        let version = try #require(ContainerdVersion(said))
        #expect("\(version)".hasPrefix(line))
        let folder = NSTemporaryDirectory() + "mirrorctl-\(daemon)-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(programs):\(environment["PATH"] ?? "/usr/bin:/bin")"
        let lab = "\(repositoryRoot)/Tests/Lab/daemon-lab"
        let run = try await offPool { [environment] in try Tool.run(lab, [folder], environment: environment) }
        try #require(run.status == 0, "\(run.errors)")
        let data = try Data(contentsOf: URL(filePath: folder + "/results.json"))
        let results = try JSONDecoder().decode([String: [Result]].self, from: data)
        #expect(results.mapValues(\.count) == ["certsd": 67, "mirrors": 58, "logins": 2])
        for (home, pulls) in results {
            var explainer = try PullExplainer(
                version: version,
                files: DiskNodeFiles(root: "/"),
                configPath: "\(folder)/\(home)/config.toml"
            )
            for pull in pulls {
                var credentials = explainer.credentials
                if let secret = pull.secret { credentials.fromCRI = RegistryAuth(secret) }
                try check(pull, try explainer.explain(pull.image), credentials)
            }
            try checkTraces(try String(contentsOfFile: "\(folder)/\(home)/log", encoding: .utf8), pulls, explainer)
        }
    }

    private func check(_ pull: Result, _ plan: PullPlan, _ credentials: RegistryCredentials) throws {
        var left = pull.requests
        // The name is resolved one request after the other: the order counts.
        var flow = plan.flow(credentials: credentials)
        let outcome = flow.run { request in
            if let failure = Self.failure(request.url) { return .failure(failure) }
            guard let first = left.first, first.isAnswer(to: request) else {
                Issue.record(
                    "\(pull.image): the engine asks \(request.method) \(request.url), containerd \(left.first?.url ?? "nothing")"
                )
                return .failure(.refused)
            }
            left.removeFirst()
            return Self.answer(first)
        }
        switch outcome {
        case .failed(let text):
            #expect(Self.plain(pull.error ?? "") == Self.plain(plan.wrapped(text)), "\(pull.image)")
            #expect(left.isEmpty, "\(pull.image): asked after the name was given up")
            return
        case .fetched: Issue.record("\(pull.image): resolved without a descriptor")
        case .resolved(let descriptor, _):
            let body = try fetch([descriptor], plan, credentials, pull.requests, &left)
            if descriptor.mediaType == "text/html" {
                #expect(pull.error?.contains("unexpected media type text/html") == true)
            } else {
                #expect(pull.error == nil, "\(pull.image)")
                _ = try fetch(try Self.parts(of: body), plan, credentials, pull.requests, &left)
            }
        }
        // A token, once had, serves for all objects; each flow of ours asks for its own.
        left.removeAll { $0.isOfLogin }
        #expect(left.map { "\($0.method) \($0.url)" } == [], "\(pull.image): asked by containerd, not by the engine")
    }

    /// Objects are fetched at the same time, each from the first host on.
    private func fetch(
        _ descriptors: [ContentDescriptor],
        _ plan: PullPlan,
        _ credentials: RegistryCredentials,
        _ all: [Result.Request],
        _ left: inout [Result.Request]
    ) throws -> String {
        var body = ""
        for descriptor in descriptors {
            var flow = plan.flow(.fetch(descriptor), credentials: credentials)
            let outcome = flow.run { request in
                if let failure = Self.failure(request.url) { return .failure(failure) }
                if let index = left.firstIndex(where: { $0.isAnswer(to: request) }) {
                    body = left[index].body
                    return Self.answer(left.remove(at: index))
                }
                // containerd knows the challenge and has the token from the object before.
                let known = all.first { $0.isOfLogin && ($0.isAnswer(to: request) || $0.isChallenge(to: request)) }
                if let known { return Self.answer(known) }
                Issue.record("\(plan.image): containerd did not ask \(request.method) \(request.url)")
                return .failure(.refused)
            }
            guard case .fetched = outcome else {
                Issue.record("\(plan.image): \(outcome)")
                continue
            }
        }
        return body
    }

    private static func answer(_ request: Result.Request) -> RegistryAnswer {
        let body = request.method == "HEAD" ? [] : Array(request.body.utf8)
        let headers = request.headers.map { HTTPField($0.key, $0.value) }
        return .response(RegistryResponse(status: request.status, headers: headers, body: body))
    }

    /// The ports of daemon-lab.py where no request arrives.
    private static func failure(_ url: String) -> ExchangeFailure? {
        if url.hasPrefix("https://127.0.0.1:6999/") { return .refused }
        if url.hasPrefix("https://127.0.0.1:6998/") { return .timeout }
        if url.hasPrefix("https://127.0.0.1:6997/") { return .endOfFile }
        if url.hasPrefix("https://127.0.0.1:6009/") { return .x509("certificate signed by unknown authority") }
        return nil
    }

    private static func parts(of manifest: String) throws -> [ContentDescriptor] {
        struct Manifest: Decodable {
            struct Part: Decodable {
                let mediaType: String
                let digest: String
                let size: Int
            }

            let config: Part
            let layers: [Part]
        }
        let decoded = try JSONDecoder().decode(Manifest.self, from: Data(manifest.utf8))
        return ([decoded.config] + decoded.layers).map {
            ContentDescriptor(mediaType: $0.mediaType, digest: $0.digest, size: $0.size)
        }
    }

    /// Addresses that Go adds, and the words that newer ones put before x509.
    private static func plain(_ text: String) -> String {
        text.replacing(/dial tcp 127\.0\.0\.1:\d+/, with: "dial tcp")
            .replacing("tls: failed to verify certificate: ", with: "")
    }
}

extension RealDaemonTests.Result.Request {
    func isAnswer(to request: RegistryRequest) -> Bool {
        let isAuthorized =
            request.authorization != nil || request.headers.contains { $0.name.lowercased() == "authorization" }
        return method == request.method && url == request.url && self.isAuthorized == isAuthorized
    }

    /// Below the registry's `/v2`, `token` is an image.
    var isOfLogin: Bool { status == 401 || url.split(separator: "/").dropFirst(2).first == "token" }

    /// The same host's 401 to another object.
    func isChallenge(to request: RegistryRequest) -> Bool {
        guard status == 401, !isAuthorized, request.authorization == nil, request.purpose != .token else {
            return false
        }
        return url.split(separator: "/").prefix(2) == request.url.split(separator: "/").prefix(2)
    }
}

extension RegistryAuth {
    fileprivate init(_ secret: [String]) {
        self.init(username: secret[0], password: Secret(secret[1]))
        serverAddress = secret[2]
    }
}

extension RealDaemonTests {
    /// What containerd logged of sixty pulls at the same time, read as a trace of each: with the node's files and without.
    private func checkTraces(_ log: String, _ pulls: [Result], _ explainer: PullExplainer) throws {
        let reader = TraceReader(log)
        for pull in pulls {
            for hosts in [explainer.hosts, { (_: String) -> Set<String>? in nil }] {
                let trace = try #require(try reader.trace(of: pull.image, hosts: hosts), "\(pull.image)")
                #expect(trace.pulls == 1)
                #expect((trace.result == .failed) == (pull.error != nil), "\(pull.image)")
                checkAttempts(trace, pull)
                guard let error = pull.error else { continue }
                #expect(trace.error?.podEvent.hasSuffix(error) == true, "\(pull.image)")
                #expect(!trace.findings.isEmpty, "\(pull.image)")
                guard let expected = Self.causes[pull.scenario] else { continue }
                // The mirror's line may be another image's; 2.x ends with a 404 of somebody else, and 1.x with words that two
                // hosts' lines have.
                let isTold = trace.cause.map { $0.host == expected.host && expected.faults.contains($0.fault) } ?? false
                let isDoubtful = trace.doubtful.contains {
                    $0.host == expected.host && expected.faults.contains($0.fault)
                }
                let alike = Set(trace.doubtful.filter { error.hasSuffix($0.text) }.map(\.host))
                let isOfTwo = alike.count > 1 && trace.cause == nil
                let isUntold = isDoubtful && (trace.error?.fault == .nobodyHasIt || isOfTwo)
                #expect(isTold || isUntold, "\(pull.image): \(trace)")
                #expect(!trace.findings.contains { $0.code == "MIR0868" }, "\(pull.image)")
            }
        }
    }

    /// Nobody is called asked who was not: each attempt is a request that arrived, or goes where none arrives.
    private func checkAttempts(_ trace: PullTrace, _ pull: Result) {
        for attempt in trace.attempts {
            let isAsked = pull.requests.contains { $0.url.contains("//\(attempt.host)/") && $0.status >= 300 }
            let isDead = Self.failure("https://\(attempt.host)/") != nil
            #expect(isAsked || isDead, "\(pull.image): \(attempt)")
        }
    }

    /// Of the scenarios whose image nobody holds, what the mirror did, and its port in daemon-lab.py.
    private static let causes: [String: (host: String, faults: [PullFault])] = [
        "missing-refused": ("127.0.0.1:6999", [.refused]), "missing-wrongca": ("127.0.0.1:6009", [.unknownAuthority]),
        "missing-denied": ("127.0.0.1:6004", [.status(401), .noCredential]),
        "missing-hole": ("127.0.0.1:6998", [.timedOut]),
        "missing-token": ("127.0.0.1:6020", [.tokenServer(.status(500))]),
    ]
}
