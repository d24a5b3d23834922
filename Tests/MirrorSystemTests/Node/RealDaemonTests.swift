import Foundation
import Glibc
import MirrorCore
import MirrorSystem
import TestSupport
import Testing

/// Debian's containerd pulls over CRI; what reaches the registries must be what the engine says.
///
/// Takes 40 s: a black hole costs containerd's whole dial timeout.
@Suite struct RealDaemonTests {
    struct Result: Decodable {
        struct Request: Decodable {
            let method: String
            let url: String
            let status: Int
            let headers: [String: String]
            let body: String
        }

        let image: String
        let error: String?
        let requests: [Request]
    }

    private static var isPossible: Bool {
        geteuid() == 0 && InstalledContainerd.version() != nil
            && ["/usr/bin/docker-registry", "/usr/bin/unshare", "/usr/bin/ctr"].allSatisfy { (path: String) in
                access(path, X_OK) == 0
            }
    }

    @Test(.enabled(if: isPossible, "needs root, containerd and docker-registry"))
    func theRegistriesSeeWhatTheEngineSays() throws {
        let version = try #require(InstalledContainerd.version())
        let folder = NSTemporaryDirectory() + "mirrorctl-daemon-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let process = Process()
        process.executableURL = URL(filePath: "\(repositoryRoot)/Tests/Lab/daemon-lab")
        process.arguments = [folder]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let data = try Data(contentsOf: URL(filePath: folder + "/results.json"))
        let results = try JSONDecoder().decode([String: [Result]].self, from: data)
        #expect(results.count == 2)
        for (home, pulls) in results {
            let files = DiskNodeFiles(root: "/")
            var explainer = try PullExplainer(
                version: version,
                files: files,
                configPath: "\(folder)/\(home)/config.toml"
            )
            #expect(pulls.count >= 18)
            for pull in pulls { try check(pull, try explainer.explain(pull.image)) }
            try checkTraces(try String(contentsOfFile: "\(folder)/\(home)/log", encoding: .utf8), pulls)
        }
    }

    private func check(_ pull: Result, _ plan: PullPlan) throws {
        var left = pull.requests
        // The name is resolved one request after the other: the order counts.
        var flow = plan.flow()
        let outcome = flow.run { request in
            if let failure = Self.failure(request.url) { return .failure(failure) }
            guard let first = left.first, first.method == request.method, first.url == request.url else {
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
        case .fetched: Issue.record("\(pull.image): resolved without a descriptor")
        case .resolved(let descriptor, _):
            let body = try fetch([descriptor], plan, &left)
            if descriptor.mediaType == "text/html" {
                #expect(pull.error?.contains("unexpected media type text/html") == true)
            } else {
                #expect(pull.error == nil, "\(pull.image)")
                _ = try fetch(try Self.parts(of: body), plan, &left)
            }
        }
        #expect(left.map { "\($0.method) \($0.url)" } == [], "\(pull.image): asked by containerd, not by the engine")
    }

    /// Objects are fetched at the same time, each from the first host on.
    private func fetch(_ descriptors: [ContentDescriptor], _ plan: PullPlan, _ left: inout [Result.Request]) throws
        -> String
    {
        var body = ""
        for descriptor in descriptors {
            var flow = plan.flow(.fetch(descriptor))
            let outcome = flow.run { request in
                if let failure = Self.failure(request.url) { return .failure(failure) }
                let index = left.firstIndex { $0.method == request.method && $0.url == request.url }
                guard let index else {
                    Issue.record("\(plan.image): containerd did not ask \(request.method) \(request.url)")
                    return .failure(.refused)
                }
                body = left[index].body
                return Self.answer(left.remove(at: index))
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

extension RealDaemonTests {
    /// What containerd logged of twenty pulls at the same time, read as a trace of each.
    private func checkTraces(_ log: String, _ pulls: [Result]) throws {
        let reader = TraceReader(log)
        for pull in pulls {
            let trace = try #require(try reader.trace(of: pull.image), "\(pull.image)")
            #expect(trace.pulls == 1)
            #expect((trace.result == .failed) == (pull.error != nil), "\(pull.image)")
            guard let error = pull.error else { continue }
            #expect(trace.error?.podEvent.hasSuffix(error) == true, "\(pull.image)")
            #expect(trace.findings.contains { $0.severity == .error }, "\(pull.image)")
            let scenario = pull.image.prefix { $0 != "." }
            guard let expected = Self.causes[String(scenario)] else { continue }
            #expect(trace.cause?.fault == expected.fault, "\(pull.image): \(trace)")
            #expect(trace.cause?.host == expected.host, "\(pull.image)")
        }
    }

    /// Of the scenarios whose image nobody holds, what the mirror did, and its port in daemon-lab.py.
    private static let causes: [String: (host: String, fault: PullFault)] = [
        "missing-refused": ("127.0.0.1:6999", .refused), "missing-wrongca": ("127.0.0.1:6009", .unknownAuthority),
        "missing-denied": ("127.0.0.1:6004", .status(401)), "missing-hole": ("127.0.0.1:6998", .timedOut),
    ]
}
