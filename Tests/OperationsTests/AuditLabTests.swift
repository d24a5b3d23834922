import Foundation
import Glibc
import TestSupport
import Testing

/// What an audit says, and what a real containerd then asks an outside that counts.
@Suite(.serialized, .daemons) struct AuditLabTests {
    private struct Results: Decodable {
        struct Audit: Decodable {
            let status: Int
            let said: Said
        }

        struct Said: Decodable {
            let images: [Image]
            let findings: [Finding]
        }

        struct Image: Decodable {
            let image: String
            let result: String
        }

        struct Finding: Decodable {
            let code: String
            let nextStep: String
        }

        struct Pull: Decodable {
            let image: String
            let isPulled: Bool
            let words: String
            /// Requests that left.
            let outside: [String]
        }

        let audit: Audit
        let unasked: Audit
        let halted: Audit
        let outsideOfAudit: [String]
        let outsideAtTheEnd: Int
        let pulls: [Pull]
    }

    /// Debian 12's own containerd, and those of later suites that Tests/setup fetches, with a release that has their line.
    enum Daemon: String, CaseIterable {
        case installed, trixie, forky

        var release: String {
            switch self {
            case .installed: "1.15.1"
            case .trixie: "1.33.200-gke.70"
            case .forky: "1.35.0-gke.525"
            }
        }

        var programs: String {
            self == .installed ? "/usr/bin" : "\(repositoryRoot)/.build/later-suites/\(rawValue)/usr/bin"
        }

        var isThere: Bool { access(programs + "/containerd", X_OK) == 0 }
    }

    private static let isPossible =
        geteuid() == 0
        && ["/usr/bin/docker-registry", "/usr/bin/unshare"].allSatisfy { (path: String) in access(path, X_OK) == 0 }

    @Test(.enabled(if: isPossible, "needs root, containerd and docker-registry"), arguments: Daemon.allCases)
    func whatIsCalledCoveredStaysInside(daemon: Daemon) async throws {
        guard daemon.isThere else { return }
        let folder = try TemporaryFolder()
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(daemon.programs):\(environment["PATH"] ?? "/usr/bin:/bin")"
        let arguments = [folder.path, Tool.mirrorctl, daemon.release]
        let run = try await offPool { [environment] in
            try Tool.run("\(repositoryRoot)/Tests/Lab/audit-lab", arguments, environment: environment)
        }
        try #require(run.status == 0, "\(run.errors)")
        let results = try JSONDecoder().decode(Results.self, from: Data(folder.bytes("results.json")))
        #expect(results.outsideOfAudit == [])
        #expect(results.outsideAtTheEnd == 0)
        #expect(results.audit.status == 1)
        let said = Dictionary(uniqueKeysWithValues: results.audit.said.images.map { ($0.image, $0.result) })
        #expect(Set(said.values) == ["mirror", "upstreamNext", "upstream", "own"])
        for pull in results.pulls {
            #expect(pull.isPulled || said[pull.image] == "upstream", "\(pull.image): \(pull.words)")
            let isInside = ["mirror", "own"].contains(said[pull.image])
            #expect(pull.outside.isEmpty == isInside, "\(pull.image): \(pull.outside)")
        }
        let lines = results.audit.said.findings.map(\.nextStep)
        #expect(lines.contains { $0.contains("--mirror 1 --add-host quay.io") && $0.contains("has all 1") })
        #expect(Set(results.unasked.said.images.map(\.result)) == ["configured", "upstream", "inside"])
        let halted = results.halted.said
        #expect(halted.findings.filter { $0.code == "MIR1003" }.count == 1)
        #expect(halted.images.filter { $0.result == "unchecked" }.count == 4)
    }
}
