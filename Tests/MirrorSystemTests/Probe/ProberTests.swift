import Diagnosis
import MirrorSystem
import Synchronization
import TestSupport
import Testing
import Texts
import Threads

@Suite struct ProberTests {
    private static func tokenPlan(_ lab: Lab, _ server: String) -> ProbePlan {
        var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
        plan.caCertPath = lab.caPath
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.images = ["gcr.io/anthos-baremetal-release/pause:3.9"]
        plan.move(namespace: "mirror")
        return plan
    }

    /// A full verdict on TLS and tokens: one connection to the registry, one to the token server.
    @Test func oneHandshakeEach() throws {
        let lab = try Lab.running()
        let tokens = lab.log("token-server").count
        var plan = Self.tokenPlan(lab, "front-token")
        plan.images.append("docker.io/busybox:1.36")
        let report = Prober().probe(plan)
        #expect(diagnose(report) == [])
        #expect(report[.image].status == .passed)
        let requests = lab.nginxLog.split(separator: "\n").filter { $0.hasPrefix("\(lab.port("front-token")) ") }
        #expect(requests.count >= 4)
        #expect(Set(requests.compactMap(Self.connection)).count == 1)
        // Other tests use the token server too, each over a connection of its own.
        let asked = lab.log("token-server").dropFirst(tokens).split(separator: "\n")
        let ours = asked.filter { $0.contains("busybox") }.compactMap(Self.connection)
        let all = asked.filter { line in ours.contains { Self.connection(line) == $0 } }
        #expect(Set(ours).count == 1)
        #expect(all.count >= 3)
    }

    private static func connection(_ line: Substring) -> Substring? {
        line.split(separator: " ").first { $0.hasPrefix("connection=") }
    }

    /// Servers that ask for the credential, or send us to one that does, and must not get it.
    @Test func credentialsReachNobodyElse() throws {
        let lab = try Lab.running()
        for server in ["spy-plain", "raw-realm-http", "front-redirect-elsewhere"] {
            var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
            plan.caCertPath = lab.caPath
            plan.pullCredentialConfigPath = lab.dockerConfigPath
            plan.images = ["gcr.io/spied/\(server):1"]
            let report = Prober().probe(plan)
            #expect(report.login?.sent.wasSent != true, "\(server)")
        }
        // A server that is not who it says gets nothing either.
        var plan = ProbePlan(endpoint: endpoint(lab.url("front-wrong-name")))
        plan.caCertPath = lab.caPath
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        #expect(Prober().probe(plan).login == nil)
        let log = lab.log("raw-servers")
        #expect(log.contains("spy-plain GET /v2/ HTTP/1.1 authorization=False"))
        #expect(!log.contains("spy-plain GET /v2/ HTTP/1.1 authorization=True"))
        #expect(!log.contains("spy-plain GET /token"))
        let refused = lab.nginxLog.split(separator: "\n").filter { $0.hasPrefix("\(lab.port("front-wrong-name")) ") }
        #expect(refused.isEmpty)
    }

    /// Without the cancellation this would run into its deadline and have a finding.
    @Test func cancellingEndsAProbe() throws {
        let lab = try Lab.running()
        for server in ["raw-silent-tls", "raw-silent", "raw-drip", "raw-black-hole"] {
            var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
            plan.caCertPath = lab.caPath
            let cancellation = Cancellation()
            let report = Prober().probe(plan, cancellation: cancellation) { report in
                if report[.connect].status == .running || report[.tls].status == .running { cancellation.cancel() }
            }
            #expect(report.isCancelled && report.isFinished, "\(server)")
            #expect(report.failure == nil, "\(server)")
            #expect(diagnose(report) == [], "\(server)")
        }
    }

    @Test func aCancelledProbeDoesNotBegin() throws {
        let lab = try Lab.running()
        let cancellation = Cancellation()
        cancellation.cancel()
        let plan = ProbePlan(endpoint: endpoint(lab.url("front-limited")))
        let report = Prober().probe(plan, cancellation: cancellation)
        #expect(report.isCancelled && report.ping == nil)
    }

    /// A phase never goes back, and the last report is the one returned.
    @Test func progressGoesForward() throws {
        let lab = try Lab.running()
        let seen = Mutex<[ProbeReport]>([])
        let last = Prober().probe(Self.tokenPlan(lab, "token")) { report in seen.withLock { $0.append(report) } }
        let reports = seen.withLock { $0 }
        #expect(reports.count >= 7)
        #expect(reports.last == last)
        let order: [ProbePhase.Status] = [.pending, .running, .passed]
        for kind in ProbePhase.Kind.allCases {
            let statuses = reports.map { $0[kind].status }
            let ranks = statuses.compactMap { order.firstIndex(of: $0) }
            #expect(ranks.count == statuses.count, "\(kind)")
            #expect(ranks == ranks.sorted(), "\(kind)")
        }
        #expect(last.phases.allSatisfy { $0.milliseconds != nil && $0.detail != nil })
    }

    /// What a server writes cannot move the cursor of whoever reads the report.
    @Test func foreignTextIsPrintable() throws {
        let lab = try Lab.running()
        for server in ["raw-escapes", "raw-realm-garbage", "raw-ssh"] {
            var plan = ProbePlan(endpoint: endpoint(lab.url(server)))
            plan.caCertPath = lab.caPath
            plan.pullCredentialConfigPath = lab.dockerConfigPath
            let report = Prober().probe(plan)
            let texts = diagnose(report).flatMap { finding in
                finding.evidence + [finding.title, finding.cause, finding.nextStep].map { Catalogue.english($0) }
            }
            #expect(!texts.isEmpty)
            for text in texts {
                #expect(printable(text) == text, "\(server)")
                #expect(text.count < 2_000, "\(server)")
            }
        }
    }

    /// The whole probe has an end even when each exchange keeps its own time.
    @Test func theDeadlineHoldsForAllPhasesTogether() throws {
        let lab = try Lab.running()
        var plan = ProbePlan(endpoint: endpoint(lab.url("raw-drip")), deadlineSeconds: 1, phaseDeadlineSeconds: 600)
        plan.caCertPath = lab.caPath
        let report = Prober().probe(plan)
        #expect(report.failure == .timedOut)
        // Without it each exchange would have had ten minutes.
        #expect(report.phases.compactMap(\.milliseconds).reduce(0, +) < 300_000)
    }
}
