import Diagnosis
import MirrorCore

/// Reports as a probe makes them: a good one, and for each code one in which exactly that is wrong.
enum ReportSamples {
    static let root = CertificateFacts(
        subject: "CN=Root,O=Lab",
        issuer: "CN=Root,O=Lab",
        organization: "Lab",
        notAfter: 4_000_000_000,
        sha256Fingerprint: "AA",
        isCA: true,
        isSelfSigned: true
    )
    static let leaf = CertificateFacts(
        subject: "CN=leaf",
        issuer: "CN=Root,O=Lab",
        issuerOrganization: nil,
        notAfter: 4_000_000_000,
        dnsNames: ["registry.example.com"],
        ipAddresses: ["10.0.0.1"],
        sha256Fingerprint: "BB"
    )

    static var good: ProbeReport {
        let endpoint = MirrorEndpoint(scheme: .https, host: "10.0.0.1", port: 5000, mirrorNamespace: "mirror")
        let plan = ProbePlan(
            endpoint: endpoint,
            caCertPath: "/ca.crt",
            pullCredentialConfigPath: "/config.json",
            images: ["gcr.io/a/b:1"]
        )
        var report = ProbeReport(plan: plan, startedAt: 1_795_000_000)
        for kind in ProbePhase.Kind.allCases { report[kind].status = .passed }
        report.addresses = ["10.0.0.1"]
        report.caFile = .loaded([root])
        report.dockerConfig = .loaded(.found(key: "10.0.0.1:5000", username: "puller"))
        report.tls = TLSFacts(version: "TLSv1.3", chain: [leaf])
        report.ping = answer(401)
        report.login = LoginFacts(
            challenges: [ChallengeFacts(scheme: "bearer", realm: "https://auth.example.com/token", service: "lab")],
            sent: .sent(origin: "https://auth.example.com:443"),
            token: answer(200),
            hasToken: true,
            answer: answer(200)
        )
        report.mirrorNamespace = .found
        report.images = [ImageFacts(reference: "gcr.io/a/b:1", path: "mirror/a/b:1", outcome: .found(digest: nil))]
        report.isFinished = true
        return report
    }

    static func answer(_ status: Int, type: String = "application/json", api: String? = "registry/2.0") -> HTTPFacts {
        HTTPFacts(url: "https://10.0.0.1:5000/v2/", status: status, contentType: type, apiVersion: api)
    }

    /// Ends where the connection ended.
    private static func failed(_ failure: TransportFailure, _ kind: ProbePhase.Kind) -> ProbeReport {
        var report = good
        (report.tls, report.ping, report.login, report.images, report.mirrorNamespace) = (
            nil, nil, nil, [], .notChecked
        )
        report.failure = failure
        report[kind].status = .failed
        return report
    }

    static func failed(_ failure: ProxyFailure) -> ProbeReport {
        var report = failed(.proxy(failure), .connect)
        report.proxy = ProxyAddress("http://10.0.0.9:3128")
        return report
    }

    static func changed(_ change: (inout ProbeReport) -> Void) -> ProbeReport {
        var report = good
        change(&report)
        return report
    }

    private static func rejected(_ kind: VerificationProblem.Kind, _ change: (inout ProbeReport) -> Void = { _ in })
        -> ProbeReport
    {
        var report = failed(.certificateRejected, .tls)
        report.tls = TLSFacts(chain: [leaf], problems: [VerificationProblem(kind: kind, depth: 0, text: "words")])
        change(&report)
        return report
    }

    static func pinged(
        _ facts: HTTPFacts,
        _ scheme: MirrorEndpoint.Scheme = .https,
        _ change: (inout ProbeReport) -> Void = { _ in }
    ) -> ProbeReport {
        var plan = good.plan
        plan.endpoint = MirrorEndpoint(scheme: scheme, host: "10.0.0.1", port: 5000, mirrorNamespace: "mirror")
        var report = ProbeReport(plan: plan, startedAt: 1_795_000_000)
        report.dockerConfig = .notGiven
        report.tls = scheme == .https ? TLSFacts(version: "TLSv1.3", chain: [leaf]) : nil
        report.ping = facts
        change(&report)
        return report
    }

    private static func refused(_ config: DockerConfigFacts, _ sent: CredentialSent) -> ProbeReport {
        var report = good
        report.dockerConfig = config
        report.login?.sent = sent
        report.login?.token = nil
        report.login?.hasToken = false
        report.login?.answer = nil
        (report.images, report.mirrorNamespace) = ([], .notChecked)
        return report
    }

    private static func typed(_ fault: TypedPath.Fault, _ text: String) -> ProbeReport {
        changed {
            let path = TypedPath(text: text, fault: fault, fixed: "https://10.0.0.1:5000/v2/mirror")
            $0.typed = TypedPathFacts(typed: path, answer: answer(404))
        }
    }

    private static func imaged(
        _ outcome: ImageFacts.Outcome,
        _ status: Int,
        _ change: (inout ProbeReport) -> Void = { _ in }
    ) -> ProbeReport {
        var report = good
        report.images = [
            ImageFacts(reference: "gcr.io/a/b:1", path: "mirror/a/b:1", outcome: outcome, answer: answer(status))
        ]
        change(&report)
        return report
    }

    static let byCode: [String: ProbeReport] = [reach, network, tls, certificates, login, content, rehearsed]
        .reduce(into: [:]) { $0.merge($1) { $1 } }

    private static let reach: [String: ProbeReport] = [
        "MIR0101": failed(.nameNotResolved, .resolve),
        "MIR0102": failed(.refused, .connect),
        "MIR0103": failed(.timedOut, .connect),
        "MIR0104": failed(.unreachable, .connect),
        "MIR0105": failed(.closed, .tls),
        "MIR0106": failed(.timedOut, .ping),
        "MIR0107": failed(.notTLS(firstBytes: "HTTP/"), .tls),
        "MIR0108": pinged(
            HTTPFacts(url: "http://h", status: 400, bodyStart: "Client sent an HTTP request to an HTTPS server."),
            .http
        ),
        "MIR0109": failed(.notTLS(firstBytes: "SSH-2"), .tls),
        "MIR0110": failed(.headersTooLarge, .ping),
        "MIR0112": failed(.timedOut, .resolve),
        "MIR0111": failed(.other("words"), .ping),
    ]

    private static let tls: [String: ProbeReport] = [
        "MIR0201": rejected(.issuerUnknown) { $0.caFile = .notGiven },
        "MIR0202": rejected(.issuerUnknown) {
            $0.caFile = .loaded([CertificateFacts(subject: "CN=Other", issuer: "CN=Other")])
        },
        "MIR0203": rejected(.issuerUnknown) { $0.tls?.chain = [root] },
        "MIR0204": rejected(.issuerUnknown) {
            $0.tls?.chain[0].issuer = "CN=Intermediate,O=Lab"
            $0.tls?.chain[0].issuerOrganization = "Lab"
        },
        "MIR0205": rejected(.expired),
        "MIR0206": rejected(.notYetValid),
        "MIR0207": rejected(.nameMismatch),
        "MIR0208": rejected(.nameMismatch) {
            $0.tls?.chain[0].dnsNames = []
            $0.tls?.chain[0].ipAddresses = []
        },
        "MIR0209": rejected(.issuerUnknown) { $0.caFile = .unreadable(.permissionDenied) },
        "MIR0210": rejected(.issuerUnknown) { $0.caFile = .noCertificate(seen: .privateKey) },
        "MIR0211": failed(.tlsVersion, .tls),
        "MIR0212": failed(.clientCertificateRequired, .tls),
        "MIR0213": rejected(.other),
        "MIR0214": changed { $0.caFile = .loaded([leaf]) },
        "MIR0215": rejected(.weak),
        "MIR0216": changed { $0.tls?.chain[0].notAfter = $0.startedAt + 86_400 },
        "MIR0218": changed {
            $0.tls?.chain[0].keyType = "RSA"
            $0.tls?.chain[0].keyBits = 1024
        },
        "MIR0217": changed { $0.ping?.date = $0.startedAt - 3_600 },
    ]

    /// What Go alone says.
    private static let certificates: [String: ProbeReport] = [
        "MIR0145": pinged(answer(400, type: "text/plain", api: nil)) {
            $0.ping?.bodyStart = "Client sent an HTTP request to an HTTPS server.\n"
        },
        "MIR0221": judged(.negativeSerial, 23...26),
        "MIR0222": judged(.notAnAuthority),
        "MIR0223": judged(.extendedKeyUsage),
        "MIR0224": judged(.ellipticCurve),
        "MIR0225": judged(.alternativeNames),
        "MIR0226": judged(.nameConstraint),
        "MIR0227": judged(.criticalKeyIdentifier, 23...26),
        "MIR0228": changed {
            var unread = root
            unread.der = [0x30, 0]
            $0.caFile = .loaded([root, unread])
        },
        "MIR0229": failed(.greetingRefused, .tls),
        "MIR0230": {
            var report = rejected(.other)
            report.tls?.judged(by: [])
            return report
        }(),
        "MIR0231": judged(.criticalExtension, 19...23),
        "MIR0232": judged(.criticalExtension),
        "MIR0233": changed { $0.tls?.cipher = "AES128-GCM-SHA256" },
    ]

    private static func judged(_ rule: GoRule, _ minors: ClosedRange<Int> = 19...26) -> ProbeReport {
        changed { $0.tls?.verdicts = [GoVerdict(refusal: GoRefusal(rule, "x509: words"), minors: Array(minors))] }
    }

    private static let login: [String: ProbeReport] = [
        "MIR0220": changed {
            $0.login?.token = nil
            $0.login?.hasToken = false
            $0.login?.answer = nil
            $0.login?.sent = .nothing(.noCredential)
            $0.login?.tokenFailure = .certificateRejected
            $0.login?.tokenTLS = TLSFacts(
                chain: [leaf],
                problems: [VerificationProblem(kind: .issuerUnknown, depth: 0)]
            )
            ($0.images, $0.mirrorNamespace) = ([], .notChecked)
        },
        "MIR0301": refused(.notGiven, .nothing(.noCredential)),
        "MIR0302": refused(
            .loaded(.none(nearMisses: [.init(key: "https://10.0.0.1:5000", reason: .scheme)], keys: ["x"])),
            .nothing(.noCredential)
        ),
        "MIR0303": changed {
            $0.login?.hasToken = false
            $0.login?.token = answer(401)
            $0.login?.answer = nil
            $0.images = []
        },
        "MIR0304": refused(good.dockerConfig, .nothing(.plainHTTP)),
        "MIR0305": refused(.unreadable(.notFound), .nothing(.noCredential)),
        "MIR0306": refused(.malformed(DockerConfigTrouble(kind: .comma, words: "words")), .nothing(.noCredential)),
        "MIR0315": refused(.malformed(DockerConfigTrouble(kind: .byteOrderMark)), .nothing(.noCredential)),
        "MIR0316": refused(
            .malformed(DockerConfigTrouble(kind: .wideCharacters, encoding: "UTF-16")),
            .nothing(.noCredential)
        ),
        "MIR0317": refused(.malformed(DockerConfigTrouble(kind: .base64)), .nothing(.noCredential)),
        "MIR0318": refused(.malformed(DockerConfigTrouble(kind: .wrongType, words: "words")), .nothing(.noCredential)),
        "MIR0319": changed { $0.brokenEntries = ["other:5000"] },
        "MIR0320": oddlyRefused([.lineBreak]),
        "MIR0321": oddlyRefused([.robotCutShort]),
        "MIR0322": refused(good.dockerConfig, .nothing(.unknownChallenge)).with {
            $0.login?.challenges = []
            $0.login?.offered = [ChallengeFacts(scheme: "negotiate"), ChallengeFacts(scheme: "basic")]
        },
        "MIR0323": changed {
            $0.tokenByGETOnly = TokenByGETFacts(answer: answer(500), words: "HTTP 500")
            $0.login?.hasToken = false
            $0.login?.token = answer(500)
            $0.login?.answer = nil
            $0.images = []
        },
        "MIR0307": refused(.loaded(.helper(name: "desktop", setting: "credsStore")), .nothing(.noCredential)),
        "MIR0308": refused(.loaded(.unusable(key: "10.0.0.1:5000", .badBase64)), .nothing(.noCredential)),
        "MIR0309": changed {
            $0.login?.token = answer(500)
            $0.login?.hasToken = false
            $0.login?.answer = nil
        },
        "MIR0310": refused(good.dockerConfig, .nothing(.realmNotHTTPS)),
        "MIR0311": refused(good.dockerConfig, .nothing(.unknownChallenge)),
        "MIR0312": pinged(answer(403)),
        "MIR0314": changed { $0.dockerConfigMode = 0o644 },
        "MIR0313": changed {
            $0.login?.answer = answer(401)
            $0.images = []
        },
    ]

    private static func oddlyRefused(_ quirks: [LoginQuirk]) -> ProbeReport {
        changed {
            $0.loginQuirks = quirks
            $0.login?.hasToken = false
            $0.login?.token = answer(401)
            $0.login?.answer = nil
            $0.images = []
        }
    }

    private static let content: [String: ProbeReport] = [
        "MIR0401": pinged(answer(200, type: "text/html", api: nil)),
        "MIR0402": pinged(answer(404)),
        "MIR0403": changed { $0.mirrorNamespace = .notFound(answer(200)) },
        "MIR0404": pinged(answer(307)),
        "MIR0405": pinged(answer(502)),
        "MIR0406": pinged(answer(429)),
        "MIR0408": changed { $0.mirrorNamespace = .imagesElsewhere(mirrorNamespace: nil, image: "gcr.io/a/b:1") },
        "MIR0330": imaged(.denied, 401) {
            $0.project = .missing(project: "mirror", answer(404))
        },
        "MIR0410": typed(.noV2, "https://10.0.0.1:5000/mirror"),
        "MIR0411": typed(.doubledV2, "https://10.0.0.1:5000/v2/v2/mirror"),
        "MIR0412": typed(.slash, "https://10.0.0.1:5000/v2/mirror/"),
        "MIR0413": typed(.bareV2, "https://10.0.0.1:5000/v2"),
        "MIR0414": pinged(answer(404)) { $0.registryBelow = answer(401) },
        "MIR0407": pinged(answer(418)),
        "MIR0501": imaged(.notFound, 404),
        "MIR0502": imaged(.denied, 401),
        "MIR0503": imaged(.notManifest, 200),
        "MIR0504": imaged(.badReference, 200),
        "MIR0505": imaged(.badDigest(header: "abc", words: "words"), 200),
        "MIR0506": imaged(.schema1, 200),
        "MIR0507": imaged(.onlyByGET(head: 404), 200),
    ]

    private static func rehearsed(
        _ outcome: RehearsalFacts.Outcome,
        _ status: Int,
        _ change: (inout RehearsalFacts) -> Void = { _ in }
    ) -> ProbeReport {
        var report = good
        var facts = RehearsalFacts(
            repository: "mirror/a/b",
            outcome: outcome,
            answer: answer(status),
            sentCredential: true,
            cleanup: outcome == .accepted ? .done : .nothingOpened
        )
        change(&facts)
        report.rehearsal = facts
        return report
    }

    private static let rehearsed: [String: ProbeReport] = [
        "MIR0601": rehearsed(.denied, 401),
        "MIR0602": rehearsed(.denied, 401) { $0.sentCredential = false },
        "MIR0603": rehearsed(.readOnly, 405),
        "MIR0604": rehearsed(.noProject, 404),
        "MIR0605": rehearsed(.tooLarge, 413) { $0.refusedBytes = 64 << 10 },
        "MIR0609": rehearsed(.accepted, 202) {
            $0.takenBytes = 1 << 20
            $0.refusedBytes = 2 << 20
        },
        "MIR0610": rehearsed(.accepted, 202) { $0.elsewhere = "http://registry.example/v2/x" },
        "MIR0606": rehearsed(.unexpected, 202) { $0.elsewhere = "http://10.0.0.1:5000/v2/x" },
        "MIR0611": rehearsed(.notKept, 202) {
            $0.failure = Finding(code: "MIR0908", severity: .error, evidence: [], arguments: ["times": "6"])
        },
        "MIR0612": rehearsed(.accepted, 202) { ($0.proof, $0.blobLeft) = (.kept, answer(405)) },
        "MIR0613": rehearsed(.saysYesToEverything, 202),
        "MIR0607": rehearsed(.accepted, 202) { $0.cleanup = .refused(answer(401)) },
        "MIR0608": rehearsed(.unexpected, 500),
    ]
}

extension ProbeReport {
    func with(_ change: (inout ProbeReport) -> Void) -> ProbeReport {
        var report = self
        change(&report)
        return report
    }
}
