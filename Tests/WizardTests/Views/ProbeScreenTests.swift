import Diagnosis
import TestSupport
import Testing
import Texts
import Wizard

/// A mirror's page with a whole verdict, and the question when it is left, in both sizes and both languages.
@Suite struct ProbeScreenTests {
    /// The login is refused over a chain of three, and the cluster's proxy is in the way.
    @Sendable static func refusedLogin(_ plan: ProbePlan) -> ProbeReport {
        var report = Samples.goodReport(plan)
        report[.login] = ProbePhase(kind: .login, status: .failed, milliseconds: 12)
        report.addresses = ["172.18.0.20"]
        func certificate(_ name: String, _ issuer: String, _ print: String) -> CertificateFacts {
            CertificateFacts(
                subject: "CN=\(name)",
                issuer: "CN=\(issuer)",
                notBefore: 1_700_000_000,
                notAfter: 1_900_000_000,
                ipAddresses: ["172.18.0.20"],
                sha256Fingerprint: print
            )
        }
        report.tls = TLSFacts(
            version: "TLSv1.3",
            chain: [
                certificate("registry.plant", "Plant Intermediate", "AA:01"),
                certificate("Plant Intermediate", "Plant CA", "BB:02"),
            ]
        )
        report.caFile = .loaded([certificate("Plant CA", "Plant CA", "CC:03")])
        report.ping = HTTPFacts(url: "https://172.18.0.20:5000/v2/", status: 401, apiVersion: "registry/2.0")
        report.dockerConfig = .loaded(.found(key: "172.18.0.20:5000", username: "puller"))
        report.login = LoginFacts(
            challenges: [
                ChallengeFacts(scheme: "bearer", realm: "https://172.18.0.20:5001/token", service: "plant")
            ],
            sent: .sent(origin: "https://172.18.0.20:5001"),
            token: HTTPFacts(url: "https://172.18.0.20:5001/token", status: 401)
        )
        report.addressFacts = [
            AddressFacts(address: "172.18.0.20", outcome: .connected, milliseconds: 1),
            AddressFacts(address: "fd00::20", outcome: .timedOut),
        ]
        return report
    }

    private func eachScreen(_ name: String, _ show: (inout Walk) throws -> Void) throws {
        for (columns, rows) in ScreenSnapshotTests.sizes {
            for catalogue in Catalogue.all {
                var walk = Walk(columns: columns, rows: rows)
                walk.speak(catalogue)
                let proxy = "  proxy: {url: 'http://10.0.0.1:3128', noProxy: [10.0.0.0/8]}\n"
                try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin + proxy)
                walk.go(to: .mirror)
                walk.type("https://172.18.0.20:5000")
                walk.focus(.pullCredentialConfigPath)
                walk.type("/root/config.json")
                walk.probe(Self.refusedLogin)
                walk.edit(.change(Samples.change))
                try show(&walk)
                let language = catalogue.language == "en" ? "" : ".\(catalogue.language)"
                let file = "\(name)\(language).\(columns)x\(rows).txt"
                expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/\(file)")
            }
        }
    }

    @Test func theVerdict() throws { try eachScreen("mirror.verdict") { _ in } }

    @Test func theVerdictScrolled() throws { try eachScreen("mirror.verdict-scrolled") { $0.press(.pageDown) } }

    @Test func theEndOfTheVerdict() throws {
        try eachScreen("mirror.verdict-end") { walk in
            for _ in 0..<20 { walk.press(.pageDown) }
            #expect(walk.screen.text.contains("realm=https://172.18.0.20:5001/token"))
        }
    }

    @Test func goingOnAsks() throws { try eachScreen("overriding.go") { $0.press(.function(4)) } }

    @Test func writingAsks() throws {
        try eachScreen("overriding.write") { walk in
            walk.press(.function(4), .enter, .function(4))
            walk.send(.key(.control("r")))
            guard let request = walk.state.mirrors.probe.running, let plan = walk.state.mirrors.probe.plan else {
                return
            }
            // Worse than what was agreed to.
            var report = Self.refusedLogin(plan)
            report.failure = .refused
            walk.send(.probeFinished(request, report))
            walk.press(.enter)
        }
    }
}
